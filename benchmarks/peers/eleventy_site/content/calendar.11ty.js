import { SITE } from "../_includes/parts.js";

export const data = { permalink: "/timeline.ics", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const events = collections.timeline.flatMap((part) => part.items).reverse().map(({ date, text, briefing }) => `BEGIN:VEVENT
UID:${briefing.fileSlug}-${date}
DTSTAMP:${briefing.date.toISOString().replace(/[-:]|\.000/g, "")}
DTSTART;VALUE=DATE:${date.replaceAll("-", "")}
SUMMARY:${text}
URL:${SITE}${briefing.url.slice(1)}
TRANSP:TRANSPARENT
END:VEVENT
`);
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Bench//Bench//EN\nNAME:Bench\n${events.join("")}END:VCALENDAR\n`;
}
