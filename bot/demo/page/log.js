// The list of messages in one chat: kept in step without a jump.

import { make } from "/page/dom.js";
import { messageNode } from "/page/message.js";
import { day } from "/page/time.js";

const NEAR = 48; // so many pixels from the end count as the end

export class Log {
  #shown = new Map(); // message_id -> { as: JSON, node }
  #days = new Map(); // "woensdag 25 november" -> node
  #loaded = false;
  #atEnd = true;

  constructor(element, name, acts) {
    this.element = element;
    this.name = name;
    this.acts = acts;
    // A picture grows when it arrives, a window shrinks: who read the end goes on reading it.
    const stay = () => this.#atEnd && this.#toEnd();
    element.addEventListener("load", stay, true);
    new ResizeObserver(stay).observe(element);
    element.addEventListener("scroll", () => { this.#atEnd = this.#isAtEnd(); }, { passive: true });
  }

  /** Show these messages and no others; tells whether the bot has said something new. */
  show(messages) {
    const first = !this.#loaded;
    this.#loaded = true;
    // What was there before the page opened is not read out.
    this.element.setAttribute("aria-live", first && messages.length ? "off" : "polite");
    const atEnd = this.#isAtEnd();
    const focus = this.#focused();
    this.#forget(new Set(messages.map(({ message_id: id }) => id)));
    let above = 0;
    for (const message of messages) above += this.#renew(message);
    const fresh = messages.filter(({ message_id: id }) => !this.#shown.has(id));
    for (const message of fresh) this.#add(message);
    this.#arrange(messages);
    this.#giveFocus(focus);
    if (fresh.length) this.#reveal(first ? null : fresh[0].message_id);
    else if (atEnd) this.#toEnd();
    else this.element.scrollTop += above;
    return !first && fresh.some(({ from }) => from === "bot");
  }

  #forget(staying) {
    for (const [id, { node }] of this.#shown) {
      if (staying.has(id)) continue;
      node.remove();
      this.#shown.delete(id);
    }
  }

  /** Put a changed message in the place of the old one; how much longer it became out of sight. */
  #renew(message) {
    const old = this.#shown.get(message.message_id);
    const as = JSON.stringify(message);
    if (!old || old.as === as) return 0;
    const node = messageNode(message, this.name, this.acts);
    const height = old.node.offsetHeight;
    const isAbove = old.node.offsetTop + height <= this.element.scrollTop;
    old.node.replaceWith(node);
    this.#shown.set(message.message_id, { as, node });
    return isAbove ? node.offsetHeight - height : 0;
  }

  #add(message) {
    const node = messageNode(message, this.name, this.acts);
    this.#shown.set(message.message_id, { as: JSON.stringify(message), node });
  }

  /** The nodes in order, a line with the date above each day; what stands right is not moved. */
  #arrange(messages) {
    const wanted = [];
    let today = "";
    for (const { message_id: id, date } of messages) {
      const on = day(new Date(date));
      if (on !== today) wanted.push(this.#dayLine(on));
      today = on;
      wanted.push(this.#shown.get(id).node);
    }
    let cursor = this.element.firstChild;
    for (const node of wanted) {
      if (node === cursor) cursor = cursor.nextSibling;
      else this.element.insertBefore(node, cursor);
    }
    while (cursor) {
      const rest = cursor.nextSibling;
      cursor.remove();
      cursor = rest;
    }
  }

  #dayLine(on) {
    const line = this.#days.get(on) ?? make("p", { class: "day" }, on);
    this.#days.set(on, line);
    return line;
  }

  /** The message that holds the focus. */
  #focused() {
    const inside = [...this.#shown].find(([, { node }]) => node.contains(document.activeElement));
    return inside?.[0];
  }

  /** A message that changed under the focus keeps it as a whole; of one that went, the log does. */
  #giveFocus(id) {
    if (id === undefined || this.element.contains(document.activeElement)) return;
    (this.#shown.get(id)?.node ?? this.element).focus({ preventScroll: true });
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** Scroll to the end, but not past the beginning of the first new message. */
  #reveal(id) {
    const top = id === null ? Infinity : this.#shown.get(id).node.offsetTop - NEAR;
    const { scrollHeight, clientHeight } = this.element;
    this.element.scrollTop = Math.min(top, scrollHeight - clientHeight);
    this.#atEnd = this.#isAtEnd();
  }
}
