// The bar with the demo's clock.

import * as api from "/page/api.js";
import { Fault } from "/page/api.js";
import { pause } from "/page/dom.js";
import { day, fieldValue, fromField, full, hour, next } from "/page/time.js";

export class Clock {
  #walking = false;

  /** `complain(fault or null)` shows what went wrong. */
  constructor(complain) {
    this.complain = complain;
    this.now = null;
    this.bar = document.querySelector(".clock");
    this.field = document.getElementById("moment-at");
    this.moment = document.getElementById("moment");
    this.said = document.getElementById("walk");
    for (const button of this.bar.querySelectorAll(".moves > button")) {
      button.addEventListener("click", () => this.#walk(this.#moveOf(button)));
    }
    this.moment.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.moment.open = false;
      this.moment.querySelector("summary").focus();
      this.#walk({ now: fromField(this.field.value).toISOString() });
    });
    // Before it opens: a "toggle" comes later, and would undo what was typed meanwhile.
    this.moment.querySelector("summary").addEventListener("click", () => {
      if (!this.moment.open) this.field.value = fieldValue(this.now);
    });
    this.moment.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.moment.open) return;
      this.moment.open = false;
      this.moment.querySelector("summary").focus();
    });
  }

  /** Show a moment; an earlier one than is shown comes from a server that began again. */
  show(iso) {
    this.now = new Date(iso);
    const shown = document.getElementById("now");
    shown.dateTime = iso;
    shown.textContent = full(this.now);
    for (const button of this.bar.querySelectorAll("[data-hour]")) {
      const target = this.#target(button);
      button.title = `naar ${day(target)}, ${hour(target)}`;
    }
  }

  #target({ dataset: { hour: hours, minute, weekday } }) {
    return next(this.now, Number(hours), Number(minute), weekday && Number(weekday));
  }

  #moveOf(button) {
    if (button.dataset.advance) return { advance: button.dataset.advance };
    return { now: this.#target(button).toISOString() };
  }

  async #walk(move) {
    if (this.#walking || !this.now) return;
    this.complain(null);
    if (move.now && new Date(move.now) < this.now) {
      this.complain(new Fault("De klok kan alleen vooruit."));
      return;
    }
    this.#setWalking(true);
    try {
      const { now, idle = true } = await api.moveClock(move);
      this.show(now);
      const rest = idle ? "" : " De bot is nog bezig.";
      this.said.classList.toggle("late", !idle);
      this.said.textContent = `Het is nu ${full(this.now)}.${rest}`;
    } catch (fault) {
      this.said.textContent = "";
      this.complain(fault);
    } finally {
      this.#setWalking(false);
    }
  }

  #setWalking(walking) {
    this.#walking = walking;
    this.bar.classList.toggle("walking", walking);
    if (walking) this.said.textContent = "De klok loopt…";
    for (const button of this.bar.querySelectorAll("button")) pause(button, walking);
  }
}
