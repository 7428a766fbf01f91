// What layouts share: escaping, dates in words, lists of briefings and of events.
import { slugify } from "../eleventy.config.js";

export { slugify };
export const SITE = "https://news.example/";

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
export const escape = (text) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITIES[c]) : text);

const MONTHS = ["January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December"];

export function dayWords(day) {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[month - 1]} ${year}`;
}

export function time(date) {
  const text = date.toISOString();
  return `<time datetime="${text.slice(0, 16)}+00:00">${dayWords(text.slice(0, 10))}, ${text.slice(11, 16)} UTC</time>`;
}

export const items = (texts) => texts.map((text) => `<li dir="auto">${escape(text)}</li>\n`).join("");

export function card(briefing, points = 0) {
  const { title, dek, takeaways } = briefing.data;
  return `<li class="card">
<h2 dir="auto"><a class="headline" href="${briefing.url}">${escape(title)}</a></h2>
<p class="dek" dir="auto">${escape(dek)}</p>
${points ? `<ul class="points">\n${items(takeaways.slice(0, points))}</ul>\n` : ""}<p class="meta">${time(briefing.date)}</p>
</li>
`;
}

export const event = (entry, source = "") => `<li class="exact" data-edtf="${entry.date}">
<p class="when" dir="auto"><time datetime="${entry.date}">${dayWords(entry.date)}</time></p>
<p class="what" dir="auto">${escape(entry.text)}</p>
${source}</li>
`;

export function pager(part, name) {
  if (part.count === 1) return "";
  const link = (number, words) =>
    number < 1 || number > part.count ? "" : `<a href="/${name}${number === part.count ? "" : `/${number}`}.html">${words}</a>`;
  return `<nav class="pages">${link(part.number + 1, "Newer")} ${part.number} of ${part.count} ${link(part.number - 1, "Older")}</nav>\n`;
}

export function whole(briefing) {
  const { takeaways, why } = briefing.data;
  return `<h2>Key takeaways</h2>\n<ul>\n${items(takeaways)}</ul>\n<h2>Why this matters</h2>\n<p>${escape(why)}</p>\n${briefing.content}`;
}

export function atom(title, address, briefings) {
  const entries = briefings.slice(0, 20).map((briefing) => {
    const { data, date, url } = briefing;
    const instant = date.toISOString();
    const tags = data.topics.map((name) => `<category term="${slugify(name)}" label="${escape(name)}"/>\n`).join("");
    return `<entry>
<id>${SITE}${url.slice(1)}</id>
<title>${escape(data.title)}</title>
<published>${instant}</published>
<updated>${instant}</updated>
<author><name>${escape(data.byline)}</name></author>
<link rel="alternate" type="text/html" href="${SITE}${url.slice(1)}"/>
${tags}<summary>${escape(data.dek)}</summary>
<content type="html">${escape(whole(briefing))}</content>
</entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${SITE}${address}</id>
<title>${escape(title)}</title>
<updated>${briefings[0].date.toISOString()}</updated>
<author><name>Bench</name></author>
<link rel="self" type="application/atom+xml" href="${SITE}${address}"/>
${entries.join("")}</feed>
`;
}
