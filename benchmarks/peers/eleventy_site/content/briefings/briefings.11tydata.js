export default {
  tags: "briefing",
  layout: "briefing.11ty.js",
  permalink: (data) => `/briefings/${data.page.fileSlug}.html`,
};
