// The frame of every page.
import { SITE, escape } from "./parts.js";

export function frame({ title, address, dek = "", head = '<meta property="og:type" content="website">' }, main) {
  const description = dek && `<meta name="description" content="${escape(dek)}">\n<meta property="og:description" content="${escape(dek)}">\n`;
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} – Bench</title>
${description}<link rel="canonical" href="${SITE}${address}">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" title="Bench" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="Bench" href="/feed.json">
<meta property="og:site_name" content="Bench">
<meta property="og:title" content="${escape(title)}">
<meta property="og:url" content="${SITE}${address}">
${head}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="masthead">
<div class="wrap">
<a class="home" href="/index.html" dir="auto">Bench</a>
<nav aria-label="Site">
<ul class="links">
<li><a href="/timeline.html">Timeline</a></li>
<li><a href="/archive.html">Archive</a></li>
</ul>
</nav>
</div>
</header>
<main id="main" class="wrap">
${main}</main>
<footer class="colophon">
<div class="wrap">
<p><bdi>Bench</bdi></p>
<ul class="links">
<li><a href="/archive.html">Archive</a></li>
<li><a href="/feed.xml" type="application/atom+xml">Feed (Atom)</a></li>
</ul>
</div>
</footer>
</body>
</html>
`;
}
