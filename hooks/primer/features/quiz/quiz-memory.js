/**
 * What the browser keeps of a quiz: in the tab, and on the device where the reader asked for that.
 *
 * Each question has a name of its own there, so that two tabs never overwrite each other's answers to different
 * questions; what is kept without a name is about the quiz, and stands on the device where answers are remembered.
 * A browser may refuse to keep anything, be full, or hold something damaged; then nothing is kept and nothing breaks.
 */
const QUIZZES = `${document.documentElement.dataset.keptAs}quiz:`;
/** Changes whenever something was forgotten. A page that Back restores may still see the old storage of its tab. */
const FORGOTTEN = `${document.documentElement.dataset.keptAs}forgotten`;
const tab = () => sessionStorage;
const device = () => localStorage;

export class Memory {
  #places;
  #prefix;

  /** `sensitive` quizzes are kept nowhere at all. */
  constructor(quiz, sensitive) {
    this.#places = sensitive ? [] : [tab, device];
    this.#prefix = `${QUIZZES}${quiz}:`;
  }

  /** Whether the reader wants answers on the device. */
  get remembers() {
    return this.#places.some((place) => place === device && attempt(() => place().getItem(this.#prefix)));
  }

  /** What was kept of a question, or of the whole quiz; undefined when that is nothing. */
  read(question = "") {
    return this.#places
      .map((place) => attempt(() => JSON.parse(place().getItem(this.#prefix + question))))
      .find(Boolean);
  }

  /** What the tab alone keeps of the whole quiz. */
  inTab() {
    return this.#places.length ? attempt(() => JSON.parse(tab().getItem(this.#prefix))) : null;
  }

  /** Keeps nothing of the whole quiz in the tab. */
  forgetPlace() {
    attempt(() => tab().removeItem(this.#prefix));
  }

  /** Keeps a question; what is `secret` on the device alone, where the reader asked. Returns whether that was done as asked. */
  write(question, record, secret) {
    for (const place of this.#places) if (place === tab && !secret) this.#put(place, question, record);
    return !this.remembers || this.#put(device, question, record);
  }

  /** Begins to remember on the device; returns whether the browser allows it. */
  remember(record) {
    return this.#put(device, "", record);
  }

  /** Forgets what is on the device; the tab keeps its answers. */
  stopRemembering() {
    remove(this.#prefix, [device]);
  }

  /** Forgets everything about this quiz. */
  forget() {
    forget(this.#prefix);
  }

  /** Forgets one question. */
  drop(question) {
    for (const place of this.#places) attempt(() => place().removeItem(this.#prefix + question));
  }

  /** The questions of which something is kept. */
  questions() {
    const names = this.#places.flatMap((place) => namesIn(place, this.#prefix));
    return [...new Set(names.map((name) => name.slice(this.#prefix.length)).filter(Boolean))];
  }

  /** What another tab did, from its event: true when answers are remembered now, false when not, undefined for anything else. */
  remembersAfter({ key, newValue }) {
    return key === null || key === this.#prefix ? Boolean(newValue) : undefined;
  }

  #put(place, question, record) {
    return attempt(() => place().setItem(this.#prefix + question, JSON.stringify(record)) ?? true);
  }
}

/** Forgets everything whose name begins like that: all that is kept of quizzes, where nothing else is said. */
export function forget(prefix = QUIZZES) {
  remove(prefix, [tab, device]);
  attempt(() => device().setItem(FORGOTTEN, Math.random().toString(36).slice(2)));
}

/**
 * What was last forgotten: another text after each time.
 * @returns {string | null}
 */
export const lastForgotten = () => attempt(() => device().getItem(FORGOTTEN));

/**
 * Whether a quiz was done to its end, as far as this browser keeps that.
 * @param {string} quiz its id
 * @returns {boolean}
 */
export const isDone = (quiz) => Boolean(new Memory(quiz).read()?.finished);

/**
 * Whether something of a quiz was answered, as far as this browser keeps that.
 * @param {string} quiz its id
 * @returns {boolean}
 */
export const isBegun = (quiz) => new Memory(quiz).questions().length > 0;

function remove(prefix, places) {
  for (const place of places) for (const name of namesIn(place, prefix)) attempt(() => place().removeItem(name));
}

const namesIn = (place, prefix) => attempt(() => Object.keys(place()).filter((name) => name.startsWith(prefix))) ?? [];

/** What the action returns, or null where the browser refuses. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
