import { atom, slugify } from "../_includes/parts.js";

export const data = {
  eleventyExcludeFromCollections: true,
  pagination: { data: "collections.topics", size: 1, alias: "topic" },
  permalink: ({ topic }) => `/topics/${slugify(topic.name)}.xml`,
};

export function render({ topic }) {
  return atom(topic.name, `topics/${slugify(topic.name)}.xml`, topic.items);
}
