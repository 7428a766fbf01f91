import { SITE } from "../_includes/parts.js";

export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const pages = collections.newest.map(({ url, date }) => `<url><loc>${SITE}${url.slice(1)}</loc><lastmod>${date.toISOString()}</lastmod></url>\n`);
  const lists = [...collections.archive, ...collections.topicParts, ...collections.timeline].map(({ address }) => address);
  const days = collections.editions.map(({ day }) => `editions/${day}.html`);
  const others = ["index.html", ...lists, ...days].map((address) => `<url><loc>${SITE}${address}</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${others.join("")}${pages.join("")}</urlset>
`;
}
