/** Keeps what was answered in a quiz, in the tab or on the device. */

import { Memory, lastForgotten } from "./quiz-memory.js";
import { typeOf } from "./registry.js";

/**
 * @typedef {import("./interfaces.d.ts").Kept} Kept
 * @typedef {import("./interfaces.d.ts").Place} Place
 * @typedef {import("./interfaces.d.ts").Quiz} Quiz
 * @typedef {import("./grading.js").Grade} Grade
 */

export class Records {
  /**
   * The questions that are asked, in order.
   * @type {HTMLFormElement[]}
   */
  forms = [];
  /** @type {Map<HTMLFormElement, Kept>} */
  records = new Map();
  /**
   * What was made of answers, where those were judged.
   * @type {Map<HTMLFormElement, Grade>}
   */
  grades = new Map();
  isExam = false;
  /** Whether each beginning asks something else, or in another order. */
  isDrawnAnew = false;
  isFinished = false;
  /** Whether answers have changed since what follows from them was kept and shown. */
  isStale = false;
  /** @type {string | number | undefined} */
  seed;
  quiz;
  memory;
  /** How often an exam was begun, as far as this browser keeps that. */
  attempt;
  /** Whether a reader knows that nothing is kept, who would hear it at each letter. */
  #isTold = false;
  /** What was last forgotten when this looked. */
  #forgotten = lastForgotten();
  /** Whether the browser has put the page away; one that comes back may hear late of what was forgotten meanwhile. */
  isAway = false;

  /**
   * `isSecret` says that nothing is kept.
   * @param {Quiz} quiz
   * @param {boolean} isSecret
   * @param {string} [exam] its name
   */
  constructor(quiz, isSecret, exam) {
    this.quiz = quiz;
    this.memory = new Memory(quiz.dataset.quiz, isSecret, exam);
    this.attempt = this.kept.attempt ?? 1;
  }

  /**
   * What was kept of the whole quiz.
   * @returns {Place}
   */
  get kept() {
    return this.memory.whole ?? {};
  }

  /**
   * Whether what was kept is of this: of the same questions, and of practice or of an exam. An end is the end of what
   * was asked then.
   */
  get isOfThis() {
    return String(this.kept.asked) === String(this.whole.asked);
  }

  /**
   * Where in the quiz the tab was.
   * @returns {string | undefined}
   */
  get place() {
    return this.isOfThis ? this.memory.inTab?.at : undefined;
  }

  /** Which questions have an answer. */
  get steps() {
    return this.forms.map((form) => ({
      id: form.dataset.question,
      isOpen: !this.recordOf(form).answer && !this.grades.has(form),
    }));
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} changes
   */
  keep(form, changes) {
    this.note(form, changes);
    this.store(form);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} changes
   */
  note(form, changes, answer = typeOf(form).read(form)) {
    const { version } = form.dataset;
    this.records.set(form, { ...this.recordOf(form), ...changes, answer, version, exam: this.isExam });
    this.isStale = true;
  }

  /** @param {HTMLFormElement} form */
  store(form) {
    const final = this.isExam && this.memory.final(form.dataset.question); // another tab may have ended it
    if (final) this.records.set(form, { ...this.recordOf(form), final });
    const isKept = this.memory.write(form.dataset.question, this.recordOf(form), typeOf(form).private);
    if (!isKept && !this.#isTold) this.cannotKeep();
  }

  /**
   * Keeps where a reader is, once they have begun.
   * @param {string | undefined} at nothing where all is on one page: the place of the other view stays
   */
  keepPlace(at) {
    this.isStale = false;
    const place = { ...this.memory.inTab, ...this.whole, done: this.kept.done };
    if (at) place.at = at;
    const isBegun = this.attempt > 1 || this.steps.some(({ isOpen }) => !isOpen) || (place.at ?? "start") !== "start";
    if (place.done || this.isFinished || isBegun) this.memory.write("", place);
    else this.memory.forgetPlace();
  }

  /** @returns {Place} */
  get whole() {
    const ids = this.forms.map(({ dataset }) => dataset.question).sort();
    const asked = [this.isExam, ...(ids.length < this.quiz.forms.length ? ids : [])];
    return { asked, seed: this.seed, finished: this.isFinished, attempt: this.attempt };
  }

  /** @param {boolean} wanted whether answers are to be on the device */
  remember(wanted) {
    if (!wanted) {
      this.memory.stopRemembering();
      this.quiz.notice();
    } else if (this.memory.remember(this.whole)) {
      this.quiz.notice("remembered");
      this.#isTold = false;
      for (const form of this.forms) this.keep(form, {});
    } else this.cannotKeep();
  }

  cannotKeep() {
    const { remembers } = this.memory;
    this.#isTold = true;
    this.tick(remembers);
    this.quiz.notice(remembers ? "no_room" : "not_kept"); // what was remembered before stays
  }

  /** Whether something was forgotten since this looked last. */
  isForgotten() {
    const before = this.#forgotten;
    this.#forgotten = lastForgotten();
    return before !== this.#forgotten;
  }

  forget() {
    this.memory.forget();
    this.attempt = 1;
    this.isForgotten();
    this.tick(false);
    this.quiz.notice("forgotten");
  }

  /** Another tab may have begun to remember, or made this device forget; what this tab has stays, when it comes back too. */
  heed() {
    if (!this.isAway) this.isForgotten();
    const { remembers } = this.memory;
    if (this.tick(remembers) && !remembers) this.quiz.notice("forgotten_elsewhere");
  }

  /**
   * Sets the box of what is remembered; returns whether it had been ticked.
   * @param {boolean} checked
   */
  tick(checked) {
    const box = this.quiz.querySelector("input[data-action=remember]");
    const before = box?.checked;
    if (box) box.checked = checked;
    return before;
  }

  /** @param {HTMLFormElement} form */
  recordOf = (form) => this.records.get(form) ?? {};
}
