import { frame } from "./base.js";
import { SITE, escape, event, items, slugify, time } from "./parts.js";

export function render(data) {
  const { title, dek, byline, date, topics, takeaways, why, timeline, content, page } = data;
  const address = page.url.slice(1);
  const name = page.fileSlug;
  const linked = {
    "@context": "https://schema.org", "@type": "NewsArticle", headline: title, description: dek,
    abstract: takeaways.join("\n"), inLanguage: "en", url: SITE + address, mainEntityOfPage: SITE + address,
    datePublished: date, author: [{ "@type": "Person", name: byline }], keywords: topics,
  };
  const head = `<link rel="alternate" type="text/markdown" href="${name}.md">
<meta property="og:type" content="article">
<meta property="article:published_time" content="${date.toISOString()}">
<script type="application/ld+json">${JSON.stringify(linked).replaceAll("<", "\\u003c")}</script>`;
  const entries = timeline.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const minutes = Math.max(1, Math.round(content.split(/\s+/).length / 213));
  return frame({ title, address, dek, head }, `<article>
<header>
<h1 dir="auto">${escape(title)}</h1>
<p class="dek" dir="auto">${escape(dek)}</p>
<p class="meta">By <bdi>${escape(byline)}</bdi></p>
<p class="meta">${time(date)} · ${minutes} min read</p>
</header>
<section class="takeaways" aria-labelledby="takeaways">
<h2 class="label" id="takeaways">Key takeaways</h2>
<ul>
${items(takeaways)}</ul>
</section>
<section class="why" aria-labelledby="why" dir="auto">
<h2 class="label" id="why">Why this matters</h2>
<p>${escape(why)}</p>
</section>
<div class="body" dir="auto">
${content}
</div>
${entries.length ? `<section class="timeline" aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<p class="note">Oldest first.</p>
<ol class="timeline" role="list">
${entries.map((entry) => event(entry)).join("")}</ol>
<p class="links"><a href="${name}.timeline.json" type="application/json">Timeline as data (JSON)</a></p>
</section>
` : ""}<footer class="about">
<nav aria-labelledby="topics">
<h2 class="label" id="topics">Topics</h2>
<ul class="links">
${topics.map((topic) => `<li><a href="/topics/${slugify(topic)}.html"><bdi>${escape(topic)}</bdi></a></li>\n`).join("")}</ul>
</nav>
</footer>
</article>
`);
}
