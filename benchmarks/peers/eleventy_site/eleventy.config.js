// Lean: layouts are functions, no template language runs over Markdown, lists are cut into parts once.
const ARCHIVE = 75, TOPIC = 20, TIMELINE = 60;

export function slugify(text) {
  return text.toLowerCase().replaceAll(" ", "-");
}

// Parts are counted from the oldest end; the newest stands at the list's own address.
function cut(items, size, name) {
  const count = Math.max(1, Math.floor(items.length / size));
  const newest = items.length - (count - 1) * size;
  const parts = [];
  for (let number = count, from = 0; number > 0; number--) {
    const to = from + (number === count ? newest : size);
    const address = number === count ? `${name}.html` : `${name}/${number}.html`;
    parts.push({ items: items.slice(from, to), total: items.length, number, count, address });
    from = to;
  }
  return parts;
}

function grouped(briefings, keysOf) {
  const groups = new Map();
  for (const briefing of briefings)
    for (const key of keysOf(briefing)) groups.has(key) ? groups.get(key).push(briefing) : groups.set(key, [briefing]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

export default function (config) {
  config.addPassthroughCopy({ static: "." });
  config.addPassthroughCopy({ "content/briefings/*.md": "briefings" }); // each briefing as text
  config.addCollection("newest", (api) => api.getFilteredByTag("briefing").reverse());
  const newest = (api) => api.getFilteredByTag("briefing").reverse();
  config.addCollection("archive", (api) => cut(newest(api), ARCHIVE, "archive"));
  config.addCollection("topics", (api) => grouped(newest(api), (b) => b.data.topics).map(([name, items]) => ({ name, items })));
  config.addCollection("topicParts", (api) =>
    grouped(newest(api), (b) => b.data.topics).flatMap(([name, items]) =>
      cut(items, TOPIC, `topics/${slugify(name)}`).map((part) => ({ ...part, name }))));
  config.addCollection("editions", (api) => grouped(newest(api), (b) => b.data.editions).map(([day, items]) => ({ day, items })));
  config.addCollection("timeline", (api) => {
    const events = newest(api).flatMap((briefing) => briefing.data.timeline.map((entry) => ({ ...entry, briefing })));
    events.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    return cut(events, TIMELINE, "timeline");
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
