{# Every headline, for the filter of an archive in parts, static/search.js: the day in words, the address, the headline. #}
{% set rows = [] %}
{% for briefing in page.briefings %}
{% set day = (briefing.published | html_instant)[:10] | edtf_words if briefing.published else "" %}
{% set _ = rows.append([day, "briefings/" ~ briefing.slug ~ ".html", briefing.headline]) %}
{% endfor %}
filterHeadlines({{ rows | tojson }});
