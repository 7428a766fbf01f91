import { frame } from "../_includes/base.js";
import { card, escape, pager, slugify } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.topicParts", size: 1, alias: "part" },
  permalink: ({ part }) => `/${part.address}`,
};

export function render({ part }) {
  return frame({ title: part.name, address: part.address }, `<h1 dir="auto">${escape(part.name)}</h1>
<p class="meta">${part.total} briefings, newest first</p>
<ul class="cards">
${part.items.map((briefing) => card(briefing)).join("")}</ul>
${pager(part, `topics/${slugify(part.name)}`)}`);
}
