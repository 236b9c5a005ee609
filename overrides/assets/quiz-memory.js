/**
 * What the browser keeps of a quiz: in the tab, and on the device where the reader asked for that.
 *
 * Each question has a key of its own, so that two tabs never overwrite each other's answers to different questions.
 * A browser may refuse to keep anything, be full, or hold something damaged; then nothing is kept and nothing breaks.
 */
export class Memory {
  #key;
  #open;

  /** `sensitive` quizzes are kept nowhere at all. */
  constructor(quiz, sensitive) {
    this.#key = `quiz:${quiz}`;
    this.#open = !sensitive;
  }

  /** Whether the reader wants answers on the device. */
  get remembers() {
    return this.#open && attempt(() => localStorage.getItem(this.#key)) === "remembered";
  }

  /** What was kept of a question, or of the whole quiz without a name; undefined when that is nothing. */
  read(question = "") {
    if (!this.#open) return undefined;
    const places = [() => sessionStorage, () => localStorage];
    return places.map((place) => attempt(() => JSON.parse(place().getItem(`${this.#key}:${question}`)))).find(Boolean);
  }

  /** Keeps a question; what is `secret` on the device alone, where the reader asked. Returns whether that was done as asked. */
  write(question, record, secret = false) {
    if (!this.#open) return true;
    const text = JSON.stringify(record);
    if (!secret) attempt(() => sessionStorage.setItem(`${this.#key}:${question}`, text));
    return !this.remembers || attempt(() => localStorage.setItem(`${this.#key}:${question}`, text) ?? true) === true;
  }

  /** Begins to remember on the device; returns whether the browser allows it. */
  remember() {
    return attempt(() => localStorage.setItem(this.#key, "remembered") ?? true) === true;
  }

  /** Forgets what is on the device; the tab keeps its answers. */
  stopRemembering() {
    this.#clear(() => localStorage);
  }

  /** Forgets everything. */
  forget() {
    this.#clear(() => localStorage);
    this.#clear(() => sessionStorage);
  }

  /** The names of the questions of which something is kept. */
  questions() {
    if (!this.#open) return [];
    const names = [() => sessionStorage, () => localStorage].flatMap((place) => this.#keys(place));
    return [...new Set(names.map((name) => name.slice(this.#key.length + 1)).filter(Boolean))];
  }

  /** Forgets one question. */
  drop(question) {
    for (const place of [() => sessionStorage, () => localStorage]) attempt(() => place().removeItem(`${this.#key}:${question}`));
  }

  /** What another tab did to this quiz's memory, from an event: "remembered", "forgotten" or null. */
  told({ key, newValue }) {
    if (key !== null && key !== this.#key) return null;
    return newValue ? "remembered" : "forgotten";
  }

  #keys(place) {
    const mine = (name) => name === this.#key || name.startsWith(`${this.#key}:`);
    return attempt(() => Object.keys(place()).filter(mine)) ?? [];
  }

  #clear(place) {
    for (const name of this.#keys(place)) attempt(() => place().removeItem(name));
  }
}

/** What the action returns, or null where the browser refuses. */
export function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
