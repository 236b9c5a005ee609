/**
 * What the browser keeps of a quiz: in the tab, and on the device where the reader asked for that.
 *
 * Each question has a name of its own there, so that two tabs never overwrite each other's answers to different
 * questions; what is kept without a name is about the quiz, and stands on the device where answers are remembered.
 * A browser may refuse to keep anything, be full, or hold something damaged; then nothing is kept and nothing breaks.
 */
const { keptAs } = document.documentElement.dataset;
const QUIZZES = `${keptAs}quiz:`;
/** Changes whenever something was forgotten. A page that Back restores may still see the old storage of its tab. */
const FORGOTTEN = `${keptAs}forgotten`;

/**
 * @typedef {import("./interfaces.d.ts").Kept} Kept
 * @typedef {import("./interfaces.d.ts").Place} Place
 * @typedef {() => Storage} Shelf where something is kept; a browser may refuse to name it
 */

/** @type {Shelf} */
const tab = () => sessionStorage;
/** @type {Shelf} */
const device = () => localStorage;

/** The name of what is kept of a whole quiz, or of a whole exam. */
const WHOLE = /(^|:)$/;

export class Memory {
  #shelves;
  #quiz;
  #prefix;

  /**
   * `sensitive` quizzes are kept nowhere at all; what is kept of an `exam` stands apart from practice and other exams.
   * @param {string} quiz its id
   * @param {boolean} [sensitive]
   * @param {string} [exam] its name, with ":" at the end
   */
  constructor(quiz, sensitive, exam = "") {
    this.#shelves = sensitive ? [] : [tab, device];
    this.#quiz = `${QUIZZES}${quiz}:`;
    this.#prefix = this.#quiz + exam;
  }

  /** Whether the reader wants answers on the device. */
  get remembers() {
    return this.#shelves.some((shelf) => shelf === device && attempt(() => shelf().getItem(this.#prefix)));
  }

  /**
   * What was kept of the whole quiz; undefined when that is nothing.
   * @returns {Place | undefined}
   */
  get whole() {
    return this.#read("", this.#shelves);
  }

  /**
   * What the tab alone keeps of the whole quiz.
   * @returns {Place | undefined}
   */
  get inTab() {
    return this.#read("", this.#shelves.slice(0, 1));
  }

  /**
   * What was kept of a question; undefined when that is nothing.
   * @param {string} question
   * @returns {Kept | undefined}
   */
  read(question) {
    return this.#read(question, this.#shelves);
  }

  /**
   * How a question was when an exam ended, in this tab or first in another.
   * @param {string} question
   */
  final(question) {
    const found = this.#shelves.map((shelf) => this.#read(question, [shelf])?.final);
    return found.find(Boolean);
  }

  /**
   * @param {string} name
   * @param {Shelf[]} shelves
   */
  #read = (name, shelves) =>
    shelves.map((shelf) => attempt(() => JSON.parse(shelf().getItem(this.#prefix + name) ?? ""))).find(Boolean);

  /**
   * Keeps a question, or with an empty name the whole quiz; what is `secret` on the device alone, where the reader
   * asked. Returns whether that was done as asked.
   * @param {string} question
   * @param {Kept | Place} record
   * @param {boolean} [secret]
   */
  write(question, record, secret) {
    const isInTab = secret || !this.#shelves.length || this.#put(tab, question, record);
    return isInTab && (!this.remembers || this.#put(device, question, record));
  }

  /**
   * Begins to remember on the device; returns whether the browser allows it.
   * @param {Place} record
   */
  remember(record) {
    return this.#put(device, "", record);
  }

  /** Forgets what is on the device; the tab keeps its answers. */
  stopRemembering() {
    remove(this.#prefix, [device]);
  }

  /** Forgets everything about this quiz. */
  forget() {
    forget(this.#quiz);
  }

  /**
   * Forgets one question, or with an empty name the whole quiz; in all places, or in some.
   * @param {string} question
   */
  drop(question, shelves = this.#shelves) {
    for (const shelf of shelves) attempt(() => shelf().removeItem(this.#prefix + question));
  }

  /** Keeps nothing of the whole quiz in the tab. */
  forgetPlace() {
    this.drop("", [tab]);
  }

  /** The questions of which something is kept. */
  questions() {
    return this.#names().filter((name) => name && !name.includes(":"));
  }

  /** Whether something was answered, in an exam too. */
  get isBegun() {
    return this.#names().some((name) => !WHOLE.test(name));
  }

  /** Whether the quiz was done to its end, as far as this browser keeps that; an exam of it too. */
  get isDone() {
    return this.#names().some((name) => WHOLE.test(name) && this.read(name)?.done);
  }

  /** All that is kept, by name. */
  #names() {
    const names = this.#shelves.flatMap((shelf) => namesIn(shelf, this.#prefix));
    return [...new Set(names.map((name) => name.slice(this.#prefix.length)))];
  }

  /**
   * @param {Shelf} shelf
   * @param {string} name
   * @param {Kept | Place} record
   */
  #put(shelf, name, record) {
    return attempt(() => shelf().setItem(this.#prefix + name, JSON.stringify(record)) ?? true) ?? false;
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
 * What says that a quiz is remembered goes first: another tab hears of each thing that goes, and would write it again.
 * @param {string} prefix
 * @param {Shelf[]} shelves
 */
function remove(prefix, shelves) {
  for (const shelf of shelves)
    for (const name of namesIn(shelf, prefix).sort()) attempt(() => shelf().removeItem(name));
}

/**
 * @param {Shelf} shelf
 * @param {string} prefix
 */
const namesIn = (shelf, prefix) => attempt(() => Object.keys(shelf()).filter((name) => name.startsWith(prefix))) ?? [];

/**
 * What the action returns, or null where the browser refuses.
 * @template Result
 * @param {() => Result} action
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
