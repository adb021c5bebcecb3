// The people's side of the local Bot API server: one function a question.

/** Something that went wrong, as a sentence for people. */
export class Fault extends Error {
  constructor(sentence, status = 0, foreign = "") {
    super(sentence);
    this.status = status;
    this.foreign = foreign; // the server's own words, in English
  }
}

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(`/sim/${path}`, { cache: "no-store", ...options });
  } catch {
    throw new Fault("De demo antwoordt niet. Draait ‘make demo’ nog?");
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new Fault(sentenceFor(response.status), response.status, answer?.error ?? "");
}

function sentenceFor(status) {
  if (status === 404) return "Dat is er niet meer.";
  if (status === 409) return "Dat kan nu niet.";
  return `Dat is niet gelukt (fout ${status}).`;
}

export const users = async () => (await ask("users")).users;
export const addUser = (person) => ask("users", person);
export const programme = () => ask("programme");
export const clock = async () => (await ask("clock")).now;
export const moveClock = async (move) => (await ask("clock", move));
export const messages = async (id) => (await ask(`users/${id}/messages`)).messages;
export const profile = (id) => ask(`users/${id}/profile`);
export const type = (id, text) => ask(`users/${id}/text`, { text });
export const press = (id, message, data) => ask(`users/${id}/press`, { message_id: message, data });
/** Send a made-up "photo", "voice" or "sticker"; "block" and "unblock" too. */
export const send = (id, what) => ask(`users/${id}/${what}`, {});

/**
 * Follow what happens, for as long as the page lives; the browser reconnects by itself.
 * `opened` is called at every new connection: what happened before it was missed.
 */
export function follow({ opened, changed, moved }) {
  const stream = new EventSource("/sim/events");
  stream.addEventListener("open", opened);
  stream.addEventListener("message", ({ data }) => {
    const news = JSON.parse(data);
    if ("user" in news) changed(news.user);
    if ("clock" in news) moved(news.clock);
  });
}
