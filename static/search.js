// The filter of the archive and the search. Pages are whole without it: then the box is not seen.
"use strict";
(() => {
  const box = document.querySelector(".find");
  if (!box) return;
  const { source, front, found, none } = box.dataset;
  const input = box.querySelector("input"), status = box.querySelector("[role=status]");
  const list = document.querySelector(".results"), more = document.querySelector(".more");
  const listing = document.querySelector(".listing"), off = document.querySelector(".off");
  const within = (address) => new URL(address, new URL(front, document.baseURI)).href;
  const pieces = 20;
  let results = [], number = 0;

  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };
  // Takes its direction from its words; those within an element with a `dir` of its own would not count.
  const block = (...parts) => Object.assign(make(...parts), { dir: "auto" });
  const link = (address, ...words) => {
    const element = make("a", "headline", ...words);
    element.href = within(address);
    return element;
  };

  // Appends the next results, unless others were asked for meanwhile.
  const show = async () => {
    more.hidden = true;
    const asked = number, next = results.slice(list.children.length, list.children.length + pieces);
    const items = await Promise.all(next.map((make) => make()));
    if (asked !== number) return;
    list.append(...items);
    more.hidden = list.children.length >= results.length;
  };
  const tell = (makers) => {
    results = makers;
    list.replaceChildren();
    status.textContent = results.length ? found.replace("{count}", results.length) : none;
    return show();
  };
  const clear = () => {
    results = [];
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
  };

  // The filter: every word must stand in the headline, whatever its accents. From disk only scripts can be loaded.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let rows;
  globalThis.filterHeadlines = (data) => {
    rows = data.map((row) => [plain(row[2]), () => make("li", "row",
      ...(row[0] ? [block("p", "day", row[0])] : []), block("p", "what", link(row[1], row[2])))]);
    look();
  };
  const load = () => {
    if (!source) {
      rows = [...listing.querySelectorAll(".row")].map((row) =>
        [plain(row.querySelector(".headline").textContent), () => row.cloneNode(true)]);
    } else if (!document.querySelector("script.rows")) {
      const script = make("script", "rows");
      script.src = within(source);
      document.head.append(script);
    }
  };
  const filter = (words) => {
    if (!rows) load();
    if (!rows) return;
    list.classList.add("rows");
    return tell(rows.filter(([text]) => words.every((word) => text.includes(word))).map((row) => row[1]));
  };

  // The search. Pagefind knows words by their spaces: letters that have none between them are words of their own.
  const letters = "[\u3040-\u30ff\u3400-\u9fff]";
  const apart = (text) => text.replace(new RegExp(`(${letters})(?=${letters})`, "g"), "$1 ");
  const together = (html) => html.replace(new RegExp(`(${letters}(</mark>)?) (?=(<mark>)?${letters})`, "g"), "$1");
  const excerpt = (html) => [...new DOMParser().parseFromString(together(html), "text/html").body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent);
  const card = async (result) => {
    const { meta, raw_url, excerpt: html } = await result.data();
    return make("li", "card", block("h2", "", link(raw_url.slice(1), together(meta.title))),
      block("p", "dek", ...excerpt(html)), ...(meta.date ? [block("p", "meta", meta.date)] : []));
  };
  const search = async (text, asked) => {
    try {
      const pagefind = await import(within(source));
      const whole = new RegExp(`^${letters}{2,}$`).test(text) ? `"${apart(text)}"` : apart(text);
      const answer = await pagefind.debouncedSearch(whole, {}, 250);
      if (!answer || asked !== number) return;
      history.replaceState(null, "", `?q=${encodeURIComponent(text)}`);
      await tell(answer.results.map((result) => () => card(result)));
    } catch {
      off.hidden = false;
    }
  };

  const look = () => {
    const text = input.value.trim(), asked = ++number;
    if (listing) listing.hidden = text !== "";
    if (!text) return clear();
    return listing ? filter(plain(text).split(/\s+/)) : search(text, asked);
  };
  input.addEventListener("input", look);
  more.addEventListener("click", show);
  input.value = (!listing && new URLSearchParams(location.search).get("q")) || input.value;
  if (input.value) look();
})();
