import { escape } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.newest", size: 1, alias: "briefing" },
  permalink: ({ briefing }) => (briefing.data.timeline.length ? `/briefings/${briefing.page.fileSlug}.timeline.json` : false),
};

export function render({ briefing }) {
  const { title, dek, timeline } = briefing.data;
  const entries = timeline.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const events = entries.map(({ date, text }) => {
    const [year, month, day] = date.split("-").map(Number);
    return { start_date: { year, month, day }, text: { headline: escape(text) } };
  });
  return JSON.stringify({ title: { text: { headline: escape(title), text: escape(dek) } }, events }, null, 1);
}
