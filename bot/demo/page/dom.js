// Small help with nodes. Text goes in as text: nothing here reads HTML.

/** A new element with properties, attributes (with a dash or "role") and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name === "role" || name.includes("-")) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** Show a fault as a sentence, the server's own words behind it; nothing for null. */
export function showFault(place, fault) {
  place.replaceChildren();
  if (!fault) return;
  place.append(fault.message);
  if (fault.foreign) {
    place.append(" De server zegt: ", make("q", { lang: "en" }, fault.foreign));
  }
}

/** Grey out a control without taking the focus away from it. */
export function pause(control, paused) {
  if (paused) control.setAttribute("aria-disabled", "true");
  else control.removeAttribute("aria-disabled");
}

/** A button that opens a list of buttons; Escape, a choice or a click elsewhere closes it. */
export class Menu {
  constructor(opener, list) {
    this.opener = opener;
    this.list = list;
    opener.addEventListener("click", () => this.open(list.hidden));
    for (const element of [opener, list]) {
      element.addEventListener("keydown", (event) => this.#key(event));
    }
    document.addEventListener("pointerdown", ({ target }) => {
      if (!list.contains(target) && !opener.contains(target)) this.open(false);
    });
  }

  /** Fill the list; entries are [label, what to do]. */
  fill(entries) {
    this.list.replaceChildren(...entries.map(([label, deed]) => {
      const entry = make("button", { type: "button" }, label);
      entry.addEventListener("click", () => {
        this.open(false);
        this.opener.focus();
        deed();
      });
      return make("li", {}, entry);
    }));
  }

  open(open) {
    this.list.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
  }

  #key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      this.open(false);
      this.opener.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.list.hidden) return;
    event.preventDefault();
    const entries = [...this.list.querySelectorAll("button")];
    const at = entries.indexOf(document.activeElement);
    entries.at((at + step + (at < 0 && step < 0 ? 1 : 0)) % entries.length)?.focus();
  }
}
