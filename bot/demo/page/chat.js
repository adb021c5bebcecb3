// The page: people side by side, the clock above them, kept in step with the server.

import * as api from "/page/api.js";
import { Clock } from "/page/clock.js";
import { make, showFault } from "/page/dom.js";
import { inStep } from "/page/instep.js";
import {
  FIRST_FOUR, forgetOrigins, keepOrigin, startText,
} from "/page/people.js";
import { PersonDialog } from "/page/persondialog.js";
import { Phone } from "/page/phone.js";
import { useZone } from "/page/time.js";

const phones = new Map(); // id -> Phone
const tabs = new Map(); // id -> its button
const board = document.getElementById("phones");
const tabBar = document.getElementById("tabs");
const complain = (fault) => showFault(document.getElementById("fault"), fault);
const clock = new Clock(complain);
const dialog = new PersonDialog();
let programme = null;

const world = {
  programme: () => programme,
  freshProgramme,
  news: (phone) => tabs.get(phone.person.id)?.classList.toggle("news", !inView.has(phone.element)),
  view: showPhoto,
  scan: openLink,
  usersChanged: () => listPeople(),
};

const inView = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inView.add(target);
    else inView.delete(target);
    const tab = tabs.get(Number(target.dataset.id));
    tab?.setAttribute("aria-current", String(isIntersecting));
    if (isIntersecting) tab?.classList.remove("news");
  }
}, { root: board, threshold: 0.6 });

new ResizeObserver(showTabs).observe(board);

/** The programme with invitations nobody has used; null from a server without one. */
async function freshProgramme() {
  try {
    const answer = await api.programme();
    if (!answer.zone) return programme;
    programme = answer;
    useZone(answer.zone);
  } catch (fault) {
    if (fault.status !== 404) throw fault;
  }
  return programme;
}

/** Show everybody the server knows; nobody means a new server, which gets the first four. */
const listPeople = inStep(async () => {
  let people = await api.users();
  if (!people.length) {
    forgetOrigins();
    for (const { id, first_name, language_code } of FIRST_FOUR) {
      await api.addUser({ id, first_name, language_code });
    }
    people = await api.users();
  }
  people.forEach(showPerson);
  const present = new Set(people.map(({ id }) => id));
  for (const id of phones.keys()) if (!present.has(id)) removePhone(id);
  showTabs();
});

function showPerson(person) {
  const known = phones.get(person.id);
  const { first_name: name, language_code: language } = known?.person ?? {};
  if (known && name === person.first_name && language === person.language_code) {
    known.update(person);
    return;
  }
  removePhone(person.id);
  const phone = new Phone(person, world);
  phone.element.dataset.id = person.id;
  phones.set(person.id, phone);
  board.append(phone.element);
  watcher.observe(phone.element);
  addTab(phone);
  phone.refresh();
  phone.introduce();
}

function removePhone(id) {
  phones.get(id)?.element.remove();
  tabs.get(id)?.remove();
  phones.delete(id);
  tabs.delete(id);
}

function addTab(phone) {
  const tab = make("button", { type: "button" }, phone.person.first_name);
  tab.append(make("span", { class: "unseen when-news" }, " (nieuw bericht)"));
  tab.addEventListener("click", () => goTo(phone));
  tabs.set(phone.person.id, tab);
  tabBar.append(tab);
}

function goTo(phone) {
  phone.element.scrollIntoView({ inline: "center", block: "nearest" });
  phone.element.querySelector(".log").focus({ preventScroll: true });
}

/** Names to jump to, when not everybody fits. */
function showTabs() {
  tabBar.hidden = board.scrollWidth <= board.clientWidth;
}

function showPhoto(url, alt) {
  const viewer = document.getElementById("viewer");
  const image = viewer.querySelector("img");
  image.src = url;
  image.alt = alt;
  viewer.showModal();
}

function openLink(phone) {
  dialog.open(programme, phone.person, async (origin) => {
    const text = startText(await freshProgramme(), origin);
    phone.say(text);
  });
}

async function addPerson({ first_name, language_code, role, choice }) {
  const person = await api.addUser({ first_name, language_code });
  keepOrigin(person, { role, choice });
  await listPeople();
  goTo(phones.get(person.id));
}

/** Fetch everything anew: at the start, after a broken connection, when the page is looked at. */
async function refreshAll() {
  try {
    const now = await api.clock();
    if (!programme) await freshProgramme();
    clock.show(now);
    await listPeople();
    await Promise.all([...phones.values()].map((phone) => phone.refresh()));
    complain(null);
  } catch (fault) {
    complain(fault);
  }
}

async function personChanged(id) {
  try {
    await listPeople();
    await phones.get(id)?.refresh();
  } catch (fault) {
    complain(fault);
  }
}

document.getElementById("add").addEventListener("click", () => dialog.open(programme, null, addPerson));
window.addEventListener("focus", refreshAll);
document.addEventListener("visibilitychange", () => document.hidden || refreshAll());

await refreshAll();
api.follow({ opened: refreshAll, changed: personChanged, moved: (iso) => clock.show(iso) });
