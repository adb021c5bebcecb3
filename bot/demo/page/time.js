// Moments on the programme's own clock, whatever zone this computer is in.

let zone = "Europe/Amsterdam";
let formatter = formatterFor(zone);

/** Use another IANA zone from now on. */
export function useZone(name) {
  formatter = formatterFor(name);
  zone = name;
}

function formatterFor(timeZone) {
  return new Intl.DateTimeFormat("nl-NL", {
    timeZone, hourCycle: "h23", weekday: "long", day: "numeric", month: "long",
    year: "numeric", hour: "2-digit", minute: "2-digit",
  });
}

function parts(moment) {
  return Object.fromEntries(formatter.formatToParts(moment).map(({ type, value }) => [type, value]));
}

/** "woensdag 25 november" */
export function day(moment) {
  const { weekday, day: number, month } = parts(moment);
  return `${weekday} ${number} ${month}`;
}

/** "9:30" */
export function hour(moment) {
  const { hour: hours, minute } = parts(moment);
  return `${Number(hours)}:${minute}`;
}

/** "woensdag 25 november 2026, 9:30" */
export function full(moment) {
  return `${day(moment)} ${parts(moment).year}, ${hour(moment)}`;
}

/** What a wall clock in the zone shows, as if it were UTC, in milliseconds. */
function wall(moment) {
  const local = moment.toLocaleString("sv-SE", { timeZone: zone });
  return Date.parse(`${local.replace(" ", "T")}Z`);
}

/** "2026-11-25T09:30", as a datetime-local field wants it. */
export function fieldValue(moment) {
  return new Date(wall(moment)).toISOString().slice(0, 16);
}

/** The moment at which the zone's clock shows a field's value; a skipped hour counts on. */
export function fromField(value) {
  return fromWall(Date.parse(`${value}Z`));
}

function fromWall(wanted) {
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) guess += wanted - wall(new Date(guess));
  return new Date(guess);
}

/**
 * The first moment after `now` at which the zone's clock shows a time.
 * `weekday` counts from 0, Sunday; undefined for any day.
 */
export function next(now, hours, minutes, weekday) {
  const midnight = new Date(wall(now)).setUTCHours(0, 0, 0, 0);
  for (let days = 0; ; days += 1) {
    const wanted = new Date(midnight);
    wanted.setUTCDate(wanted.getUTCDate() + days);
    wanted.setUTCHours(hours, minutes);
    const moment = fromWall(wanted.getTime());
    if (moment > now && (weekday === undefined || wanted.getUTCDay() === weekday)) return moment;
  }
}
