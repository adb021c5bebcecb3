// One person's phone: a head, the chat, and what the person can do.

import * as api from "/page/api.js";
import { make, Menu, pause, showFault } from "/page/dom.js";
import { inStep } from "/page/instep.js";
import { Log } from "/page/log.js";
import { isMirrored, LANGUAGES, originOf, ROLES, scanned, startText } from "/page/people.js";

const TOAST_STAYS = 6000;
const SENDING = [["📷 Foto sturen", "photo"], ["🎤 Spraakbericht sturen", "voice"], ["👍 Sticker sturen", "sticker"]];

export class Phone {
  #busy = false;
  #count = 0;
  #username = "";
  #fading = 0;

  /**
   * `world` offers: programme() (as last seen), freshProgramme(), news(phone), view(url, alt),
   * scan(phone), usersChanged().
   */
  constructor(person, world) {
    this.world = world;
    this.person = person;
    const copy = document.getElementById("phone").content.cloneNode(true);
    this.element = copy.firstElementChild;
    this.log = new Log(this.#part(".log"), person.first_name, {
      press: (message, data) => this.act(() => api.press(person.id, message, data)),
      copy: (text) => this.#copy(text),
      command: (text) => this.say(text),
      deepLink: (url) => this.#deepLink(url),
      view: world.view,
    });
    this.#label();
    this.#wire();
    this.update(person);
  }

  #part(selector) {
    return this.element.querySelector(selector);
  }

  #label() {
    const { id, first_name: name, language_code: language } = this.person;
    const title = this.#part("h2");
    title.textContent = name;
    title.id = `person-${id}`;
    this.element.setAttribute("role", "region");
    this.element.setAttribute("aria-labelledby", title.id);
    this.element.dir = isMirrored(language) ? "rtl" : "ltr";
    this.#part(".avatar").textContent = [...name][0].toUpperCase();
    this.#part(".log").lang = language;
    this.#part(".about").lang = language;
    this.#part(".log").setAttribute("aria-label", `Chat van ${name}`);
    this.#part("textarea").setAttribute("aria-label", `Bericht van ${name}`);
    this.#part(".send").setAttribute("aria-label", "Versturen");
    this.#part(".plus").setAttribute("aria-label", "Foto, spraak of sticker");
    this.#part(".dots").setAttribute("aria-label", `Meer voor ${name}`);
    const scannedLine = this.#part(".start p");
    scannedLine.id = `scanned-${id}`;
    this.#part(".start button").setAttribute("aria-describedby", scannedLine.id);
  }

  #wire() {
    const { id } = this.person;
    const box = this.#part("textarea");
    this.#part(".start button").addEventListener("click", () => this.start());
    this.#part(".blocked button").addEventListener("click", () => this.#block(false));
    this.#part(".composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#sendTyped(box);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#sendTyped(box);
    });
    this.plus = new Menu(this.#part(".plus"), this.#part(".menu.up"));
    this.dots = new Menu(this.#part(".dots"), this.#part(".head .menu"));
    this.sending = SENDING.map(([label, what]) => [label, () => this.act(() => api.send(id, what))]);
    this.plus.fill(this.sending);
  }

  /** What the list of people says of this one now. */
  update(person) {
    this.person = person;
    const { role } = originOf(person);
    const language = LANGUAGES[person.language_code] ?? person.language_code;
    this.element.dataset.role = role;
    this.#part(".who p").replaceChildren(
      `${ROLES[role]} · `, make("span", { lang: person.language_code }, language),
    );
    this.dots.fill([
      ["QR-code of link openen…", () => this.world.scan(this)],
      person.blocked
        ? ["Bot deblokkeren", () => this.#block(false)]
        : ["Bot blokkeren", () => this.#block(true)],
    ]);
    this.#showFoot();
  }

  #showFoot() {
    const { blocked } = this.person;
    const empty = this.#count === 0;
    const place = this.#part(".start p");
    place.textContent = scanned(this.world.programme(), originOf(this.person));
    this.#part(".welcome").hidden = !empty;
    this.#part(".blocked").hidden = !blocked;
    this.#part(".start").hidden = blocked || !empty;
    this.#part(".composer").hidden = blocked || empty;
  }

  /** Fetch the chat. */
  refresh = inStep(async () => {
    try {
      this.#show(await api.messages(this.person.id));
    } catch (fault) {
      this.complain(fault);
    }
  });

  #show(messages) {
    const hadFocus = this.#part(".start").contains(document.activeElement);
    this.#count = messages.length;
    const news = this.log.show(messages);
    this.#pauseAll();
    this.#showFoot();
    if (hadFocus && this.#part(".start").hidden) this.#part(".log").focus();
    if (news) this.world.news(this);
  }

  /** What the bot tells of itself; its commands; its user name, to know links to it. */
  async introduce() {
    try {
      const { username, commands, description } = await api.profile(this.person.id);
      this.#username = username;
      this.#part(".about").textContent = description;
      this.plus.fill([
        ...this.sending,
        ...commands.map(({ command, description }) => [
          `/${command} · ${description}`, () => this.say(`/${command}`),
        ]),
      ]);
    } catch {
      // A server without profiles: there is less to choose from.
    }
  }

  /** Do one thing at a time with the bot; tells whether it went well. */
  async act(deed) {
    if (this.#busy) return false;
    this.#setBusy(true);
    this.complain(null);
    this.#toast([]);
    try {
      const { toasts = [], idle = true } = await deed();
      this.#toast(toasts);
      if (!idle) this.#toast([{ text: "De bot is nog bezig." }]);
      return true;
    } catch (fault) {
      this.complain(fault);
      return false;
    } finally {
      await this.refresh();
      this.#setBusy(false);
    }
  }

  start() {
    return this.act(async () => {
      const text = startText(await this.world.freshProgramme(), originOf(this.person));
      return api.type(this.person.id, text);
    });
  }

  say(text) {
    return this.act(() => api.type(this.person.id, text));
  }

  async #sendTyped(box) {
    const text = box.value;
    if (!text.trim() || this.#busy) return;
    box.value = "";
    if (!await this.say(text) && !box.value) box.value = text;
  }

  async #block(blocked) {
    await this.act(() => api.send(this.person.id, blocked ? "block" : "unblock"));
    await this.world.usersChanged();
    this.#part(".dots").focus();
  }

  /** A link to this bot is opened here, as Telegram does. */
  #deepLink(url) {
    const payload = url.searchParams.get("start");
    const mine = url.hostname === "t.me" && url.pathname === `/${this.#username}`;
    if (!mine || !payload) return false;
    this.say(`/start ${payload}`);
    return true;
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#toast([{ text: "Gekopieerd." }]);
    } catch {
      this.#toast([{ text: `Kopiëren mag hier niet. Dit is de tekst: ${text}` }]);
    }
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#part(".busy").hidden = !busy;
    this.#part(".log").setAttribute("aria-busy", String(busy));
    this.#pauseAll();
  }

  #pauseAll() {
    const all = ".key, .command, .send, .start button, .blocked button";
    for (const control of this.element.querySelectorAll(all)) pause(control, this.#busy);
  }

  #toast(toasts) {
    const place = this.#part(".toast");
    const words = toasts.filter(({ show_alert: alert }) => !alert).map(({ text }) => text);
    clearTimeout(this.#fading);
    place.textContent = words.join("\n");
    if (words.length) this.#fading = setTimeout(() => { place.textContent = ""; }, TOAST_STAYS);
    const alerts = toasts.filter(({ show_alert: alert }) => alert).map(({ text }) => text);
    if (!alerts.length) return;
    this.#part(".alert p").textContent = alerts.join("\n");
    this.#part(".alert").showModal();
  }

  /** Show what went wrong, in a sentence; null takes it away. */
  complain(fault) {
    showFault(this.#part(".notes .fault"), fault);
  }
}
