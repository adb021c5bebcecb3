// A text and its entities as nodes. Offsets count UTF-16 units, as JavaScript's strings do.

import { make } from "/page/dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SAFE = new Set(["http:", "https:", "tel:", "mailto:"]);
const LINKING = new Set(["text_link", "url", "email", "phone_number", "bot_command", "code", "pre"]);

// +31…, 0031…, 0800-… and ten digits with the usual gaps; 112 and 113, but not as a room.
const PHONE = new RegExp([
  String.raw`(?<![\p{L}\d+])(?:\+|00)\d{2}(?:[ -]?\(0\))?(?:[ -]?\d){8,10}(?!\d)`,
  String.raw`(?<![\p{L}\d.,:/-])0[89]00[ -]?\d{4}(?:\d{3})?(?!\d)`,
  String.raw`(?<![\p{L}\d.,:/-])0[1-9](?:[ -]?\d){8}(?!\d)`,
  String.raw`(?<![\p{L}\d.,:/-]|(?:lokaal|kamer|nummer|room|number|oda|sala|pokój|кабінет|غرفة)\s)11[23](?![\p{L}\d:/-]|[.,]\d)`,
].join("|"), "giu");

/**
 * Nodes for a text.
 * `command(text)` is called when a command in it is pressed, `deepLink(url)` tells whether it
 * has taken care of a web address; `calls` is whether to look for phone numbers.
 */
export function textNodes(text, entities, { command, deepLink, calls }) {
  const known = entities.map(({ offset, length, ...rest }) => ({
    ...rest, start: offset, end: offset + length,
  }));
  const found = calls ? phoneNumbers(text, known) : [];
  const marks = [...known, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
  return build(text, 0, text.length, marks, { command, deepLink });
}

function phoneNumbers(text, known) {
  const taken = known.filter(({ type }) => LINKING.has(type));
  return [...text.matchAll(PHONE)]
    .map((match) => ({
      type: "phone_number", start: match.index, end: match.index + match[0].length,
    }))
    .filter(({ start, end }) => taken.every((mark) => end <= mark.start || start >= mark.end));
}

/** A mark that only partly lies in another is split where the other ends. */
function build(text, start, end, marks, acts) {
  const nodes = [];
  const waiting = [...marks];
  let at = start;
  while (waiting.length) {
    const mark = waiting.shift();
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (to <= from) continue;
    if (from > at) nodes.push(text.slice(at, from));
    const inner = [];
    while (waiting.length && waiting[0].start < to) inner.push(waiting.shift());
    const rests = inner.filter((other) => other.end > to);
    waiting.unshift(...rests.map((other) => ({ ...other, start: to })));
    nodes.push(element(mark, text.slice(from, to), build(text, from, to, inner, acts), acts));
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function element(mark, words, children, acts) {
  switch (mark.type) {
    case "text_link": return link(mark.url, children, acts);
    case "url": return link(words.includes("://") ? words : `https://${words}`, children, acts);
    case "email": return link(`mailto:${words}`, children, acts);
    case "phone_number": return link(telephone(words), children, acts);
    case "bot_command": return command(words, children, acts);
    case "spoiler": return spoiler(children);
    default: return make(TAGS[mark.type] ?? "span", {}, ...children);
  }
}

/** "tel:" and the digits; the (0) behind a country code is not dialled. */
function telephone(words) {
  return `tel:${words.replace("(0)", "").replace(/[^\d+]/g, "")}`;
}

/** The address when it is one that may be opened, else null. */
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function link(address, children, acts) {
  const url = safeAddress(address);
  if (!url) return make("span", {}, ...children);
  const anchor = make("a", { href: url.href }, ...children);
  // Between Arabic words, 0800-0432 would otherwise read 0432-0800.
  if (url.protocol === "tel:" && /^[\d\s()+-]*$/.test(anchor.textContent)) anchor.dir = "ltr";
  if (url.protocol.startsWith("http")) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    anchor.addEventListener("click", (event) => {
      if (acts.deepLink(url)) event.preventDefault();
    });
  }
  return anchor;
}

function command(words, children, acts) {
  const button = make("button", { type: "button", class: "command" }, ...children);
  button.addEventListener("click", () => acts.command(words));
  return button;
}

function spoiler(children) {
  const cover = make("button", { type: "button", class: "spoiler", "aria-label": "Verborgen tekst lezen" });
  cover.append(make("span", { "aria-hidden": "true", inert: true }, ...children));
  cover.addEventListener("click", () => {
    const open = make("span", { class: "revealed", tabIndex: -1 }, ...cover.firstChild.childNodes);
    cover.replaceWith(open);
    open.focus();
  });
  return cover;
}
