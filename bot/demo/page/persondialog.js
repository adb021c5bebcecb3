// The form for one more person, or for one more link opened by somebody who is there.

import { make, showFault } from "/page/dom.js";
import { choices, LANGUAGES, payloadIn, ROLES } from "/page/people.js";

const LABELS = { pupil: "School", parent: "School", worker: "Hulpverlener", coordinator: "Coördinator" };

export class PersonDialog {
  #answer = null;

  constructor() {
    this.dialog = document.getElementById("person");
    this.form = this.dialog.querySelector("form");
    this.fault = this.dialog.querySelector(".fault");
    const { language, role, link } = this.form.elements;
    language.append(...Object.entries(LANGUAGES).map(([value, name]) => make("option", { value, lang: value }, name)));
    role.append(...Object.entries(ROLES).map(([value, name]) => make("option", { value }, name)));
    role.addEventListener("change", () => this.#showChoices());
    link.addEventListener("input", () => showFault(this.fault, null));
    this.form.querySelector("[value=cancel]").addEventListener("click", () => this.dialog.close());
    this.form.addEventListener("submit", (event) => this.#submit(event));
  }

  /**
   * Ask; `answer` gets {first_name, language_code, role, choice} and may throw a fault, which
   * keeps the form open. `person` is somebody who is there already, or null.
   */
  open(programme, person, answer) {
    this.programme = programme;
    this.person = person;
    this.#answer = answer;
    this.form.reset();
    showFault(this.fault, null);
    this.form.querySelector(".about-app").hidden = Boolean(person);
    this.form.elements.name.required = !person;
    this.dialog.querySelector("h2").textContent = person ? `${person.first_name} opent een link` : "Persoon erbij";
    this.form.querySelector("label[for=person-role]").textContent = person ? "Wat voor link?" : "Wie is het?";
    this.form.querySelector(".main").textContent = person ? "Openen" : "Toevoegen";
    this.#showChoices();
    this.dialog.showModal();
  }

  #showChoices() {
    const { role, choice, link } = this.form.elements;
    const entries = choices(this.programme, role.value);
    choice.replaceChildren(...entries.map(({ id, name, scope }) => make("option", { value: id }, scope ? `${name} (${scope})` : name)));
    this.#toggle("choice", choice, entries.length > 0);
    document.getElementById("person-choice-label").textContent = LABELS[role.value] ?? "";
    this.#toggle("link", link, role.value === "link");
    link.required = role.value === "link";
    showFault(this.fault, null);
  }

  #toggle(name, control, shown) {
    control.hidden = !shown;
    document.getElementById(`person-${name}-label`).hidden = !shown;
  }

  async #submit(event) {
    event.preventDefault();
    const { name, language, role, choice, link } = this.form.elements;
    const payload = payloadIn(link.value);
    if (role.value === "link" && !payload) {
      showFault(this.fault, new Error("In deze link staat geen code."));
      return;
    }
    const first_name = name.value.trim();
    if (!this.person && !first_name) {
      showFault(this.fault, new Error("Geef een naam."));
      return;
    }
    try {
      await this.#answer({
        first_name, language_code: language.value, role: role.value,
        choice: role.value === "link" ? payload : choice.value,
      });
      this.dialog.close();
    } catch (fault) {
      showFault(this.fault, fault);
    }
  }
}
