import { atom } from "../_includes/parts.js";

export const data = { permalink: "/feed.xml", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  return atom("Bench", "feed.xml", collections.newest);
}
