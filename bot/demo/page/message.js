// One message as a bubble with what hangs under it.

import { make } from "/page/dom.js";
import { safeAddress, textNodes } from "/page/text.js";
import { full, hour } from "/page/time.js";

/**
 * The node of a message.
 * `acts` holds what its buttons do: press, copy, command, deepLink, view.
 */
export function messageNode(message, name, acts) {
  const mine = message.from === "user";
  const text = mine ? message.text.replace(/^\/start .*/s, "/start") : message.text;
  const words = make("div", { class: "words", dir: "auto" });
  const entities = text === message.text ? message.entities : [];
  words.append(...textNodes(text, entities, { ...acts, calls: !mine }));
  const media = mediaNode(message, acts);
  const bubble = make("div", { class: "bubble" }, make("span", { class: "unseen" }, `${mine ? name : "Inloop"}: `));
  const content = text ? [media, words] : [media];
  if (message.show_caption_above_media) content.reverse();
  bubble.append(...content.filter(Boolean), stamp(message));
  const node = make("article", { class: `message ${mine ? "mine" : "bots"}`, tabIndex: -1 }, bubble);
  if (message.keyboard.length) node.append(keyboard(message, acts));
  return node;
}

function stamp(message) {
  const moment = new Date(message.date);
  const foot = make("p", { class: "stamp" });
  if (message.edited) foot.append(make("span", { class: "edited" }, "bewerkt"), " ");
  foot.append(make("time", { dateTime: message.date, title: full(moment) }, hour(moment)));
  return foot;
}

function mediaNode(message, acts) {
  if (message.photo) return photo(message, acts);
  if (message.document) return documentLink(message.document);
  if (message.voice) return made("🎤", "Spraakbericht");
  if (message.sticker) return made("👍", "Sticker");
  return null;
}

function made(picture, words) {
  return make("p", { class: "media" }, make("span", { class: "picture", "aria-hidden": "true" }, picture), words);
}

function photo(message, acts) {
  const alt = message.text.split("\n", 1)[0] || "Foto";
  const image = make("img", { alt, src: message.photo.url });
  if (message.photo.width) {
    image.width = message.photo.width;
    image.height = message.photo.height;
  }
  const button = make("button", { type: "button", class: "photo" }, image);
  button.addEventListener("click", () => acts.view(message.photo.url, alt));
  // What a person of the demo sends has no picture in it.
  image.addEventListener("error", () => button.replaceWith(made("📷", "Foto")));
  return button;
}

function documentLink({ file_name: name, url }) {
  const picture = make("span", { class: "picture", "aria-hidden": "true" }, "📄");
  return make("a", { class: "media document", href: url, download: name }, picture, make("span", { class: "name" }, name));
}

function keyboard(message, acts) {
  const keys = make("div", { class: "keys", role: "group", "aria-label": "Knoppen" });
  keys.append(...message.keyboard.map((row) => make(
    "div", { class: "keys-row" }, ...row.map((button) => key(message, button, acts)),
  )));
  return keys;
}

function key(message, button, acts) {
  const classes = `key ${button.style ?? ""}`.trim();
  const address = button.url === undefined ? null : safeAddress(button.url);
  const node = make("button", { type: "button", class: classes, dir: "auto" }, button.text);
  if (button.data !== undefined) {
    node.addEventListener("click", () => acts.press(message.message_id, button.data));
  } else if (button.copy_text !== undefined) {
    node.append(sign("⧉", "kopieert"));
    node.addEventListener("click", () => acts.copy(button.copy_text));
  } else if (address) {
    node.append(sign("↗\uFE0E", "opent een andere pagina"));
    node.addEventListener("click", () => {
      if (!acts.deepLink(address)) window.open(address, "_blank", "noopener,noreferrer");
    });
  }
  return node;
}

function sign(picture, words) {
  return make(
    "span", { class: "sign" }, make("span", { "aria-hidden": "true" }, ` ${picture}`),
    make("span", { class: "unseen" }, ` (${words})`),
  );
}
