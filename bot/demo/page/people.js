// Who is in the demo, and what each of them scanned or was sent.

export const LANGUAGES = {
  nl: "Nederlands", en: "English", tr: "Türkçe", ar: "العربية", pl: "Polski", uk: "Українська",
};
export const ROLES = {
  pupil: "leerling", parent: "ouder", worker: "hulpverlener", coordinator: "coördinator",
  link: "iemand met een link", none: "iemand zonder link",
};
const MIRRORED = new Set(["ar", "fa", "he", "ur"]);
const MEMORY = "inloop-demo-people";

/** Numbers are fixed, so that two pages that open at once make the same four people. */
export const FIRST_FOUR = [
  { id: 1001, first_name: "Noor", language_code: "nl", role: "pupil", choice: "linde" },
  { id: 1002, first_name: "Olena", language_code: "en", role: "parent", choice: "linde" },
  { id: 1003, first_name: "Fatima", language_code: "nl", role: "worker", choice: "fatima" },
  { id: 1004, first_name: "Sanne", language_code: "nl", role: "coordinator", choice: "sanne" },
];

/** Whether a language is written from right to left. */
export const isMirrored = (language) => MIRRORED.has(language.split("-")[0]);

/** What somebody holds: a role and a choice in it. */
export function originOf({ id, first_name: name }) {
  const kept = recall()[id];
  if (kept && kept.name === name) return kept;
  const first = FIRST_FOUR.find((one) => one.id === id && one.first_name === name);
  return first ?? { role: "none", choice: "" };
}

/** Remember it in this browser, for all its pages. */
export function keepOrigin({ id, first_name: name }, { role, choice }) {
  localStorage.setItem(MEMORY, JSON.stringify({ ...recall(), [id]: { name, role, choice } }));
}

/** A server that knows nobody has begun again; so do we. */
export function forgetOrigins() {
  localStorage.removeItem(MEMORY);
}

function recall() {
  try {
    return JSON.parse(localStorage.getItem(MEMORY)) ?? {};
  } catch {
    return {};
  }
}

/** What a role can choose from: entries with id, name and payload. */
export function choices(programme, role) {
  const lists = {
    pupil: programme?.schools, parent: programme?.schools,
    worker: programme?.workers, coordinator: programme?.coordinators,
  };
  return lists[role] ?? [];
}

function chosen(programme, { role, choice }) {
  const list = choices(programme, role);
  const named = ({ name }) => name.toLowerCase().split(" ")[0] === choice;
  return list.find(({ id }) => id === choice) ?? list.find(named) ?? list[0];
}

/** "QR-code van De Linde" */
export function scanned(programme, origin) {
  if (origin.role === "link") return "een link die is doorgestuurd";
  const entry = chosen(programme, origin);
  if (!entry) return "zonder QR-code of link";
  const school = origin.role === "pupil" || origin.role === "parent";
  return school ? `QR-code van ${entry.name}` : `uitnodiging voor ${entry.name}`;
}

/** What START sends. */
export function startText(programme, origin) {
  const payload = origin.role === "link" ? origin.choice : chosen(programme, origin)?.payload;
  return payload ? `/start ${payload}` : "/start";
}

/** The payload in a link to the bot, or in the code alone; null when there is none. */
export function payloadIn(text) {
  const code = text.trim();
  const inLink = /[?&]start=([\w-]{1,64})(?:[&#]|$)/.exec(code);
  if (inLink) return inLink[1];
  return /^[\w-]{1,64}$/.test(code) ? code : null;
}
