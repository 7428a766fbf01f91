import { frame } from "../_includes/base.js";
import { escape, event, pager } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.timeline", size: 1, alias: "part" },
  permalink: ({ part }) => `/${part.address}`,
};

function told(entry) {
  const { url, data } = entry.briefing;
  return event(entry, `<p class="from" dir="auto"><a href="${url}">${escape(data.title)}</a></p>\n`);
}

export function render({ part }) {
  return frame({ title: "Timeline", address: part.address }, `<h1>Timeline</h1>
<p class="note">Oldest first.</p>
<ol class="timeline" role="list">
${part.items.toReversed().map(told).join("")}</ol>
${pager(part, "timeline")}`);
}
