import { SITE, whole } from "../_includes/parts.js";

export const data = { permalink: "/feed.json", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const items = collections.newest.slice(0, 20).map((briefing) => ({
    id: SITE + briefing.url.slice(1), url: SITE + briefing.url.slice(1), title: briefing.data.title, summary: briefing.data.dek,
    date_published: briefing.date, authors: [{ name: briefing.data.byline }], tags: briefing.data.topics,
    content_html: whole(briefing),
  }));
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1", title: "Bench", home_page_url: `${SITE}index.html`,
    feed_url: `${SITE}feed.json`, language: "en", items,
  }, null, 1);
}
