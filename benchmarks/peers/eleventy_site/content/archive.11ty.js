import { frame } from "../_includes/base.js";
import { dayWords, escape, pager } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.archive", size: 1, alias: "part" },
  permalink: ({ part }) => `/${part.address}`,
};

function row(briefing) {
  const day = briefing.data.editions[0];
  return `<li class="row">
<p class="day" dir="auto"><a href="/editions/${day}.html"><time datetime="${day}">${dayWords(day)}</time></a></p>
<p class="what" dir="auto"><a class="headline" href="${briefing.url}">${escape(briefing.data.title)}</a></p>
</li>
`;
}

export function render({ part }) {
  return frame({ title: "Archive", address: part.address }, `<h1>Archive</h1>
<p class="meta">${part.total} briefings, newest first</p>
<ul class="rows">
${part.items.map(row).join("")}</ul>
${pager(part, "archive")}`);
}
