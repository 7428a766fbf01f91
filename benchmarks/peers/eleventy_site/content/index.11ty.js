import { frame } from "../_includes/base.js";
import { card, escape, slugify } from "../_includes/parts.js";

export const data = { permalink: "/index.html", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const topics = collections.topics.map(({ name }) => `<li><a href="/topics/${slugify(name)}.html"><bdi>${escape(name)}</bdi></a></li>\n`);
  return frame({ title: "Bench", address: "index.html" }, `<ul class="cards">
${collections.newest.slice(0, 20).map((briefing) => card(briefing)).join("")}</ul>
<nav aria-labelledby="topics">
<h2 class="part" id="topics">Topics</h2>
<ul class="links">
${topics.join("")}</ul>
</nav>
`);
}
