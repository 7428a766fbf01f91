import { SITE, escape } from "../_includes/parts.js";

export const data = { permalink: "/news-sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const since = collections.newest[0].date - 48 * 3600 * 1000;
  const news = collections.newest.slice(0, 100).filter(({ date }) => date >= since);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${news.map(({ url, date, data }) => `<url>
<loc>${SITE}${url.slice(1)}</loc>
<news:news>
<news:publication><news:name>Bench</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${date.toISOString()}</news:publication_date>
<news:title>${escape(data.title)}</news:title>
</news:news>
</url>
`).join("")}</urlset>
`;
}
