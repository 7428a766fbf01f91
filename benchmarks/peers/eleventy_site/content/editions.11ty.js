import { frame } from "../_includes/base.js";
import { card, dayWords } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.editions", size: 1, alias: "edition" },
  permalink: ({ edition }) => `/editions/${edition.day}.html`,
};

export function render({ edition }) {
  const { day, items } = edition;
  return frame({ title: dayWords(day), address: `editions/${day}.html` }, `<h1><time datetime="${day}">${dayWords(day)}</time></h1>
<p class="meta">${items.length} briefings of this day</p>
<ul class="cards">
${items.map((briefing) => card(briefing, 3)).join("")}</ul>
`);
}
