/** Holds what was answered in a quiz, and what was made of that. */

import { Memory, lastForgotten } from "./quiz-memory.js";
import { typeOf } from "./registry.js";
import { clear, reset, showGrade, statusOf } from "./verdicts.js";

/**
 * @typedef {import("./interfaces.d.ts").Kept} Kept
 * @typedef {import("./interfaces.d.ts").Place} Place
 * @typedef {import("./interfaces.d.ts").Quiz} Quiz
 * @typedef {import("./grading.js").Grade} Grade
 */

export class Answers {
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
  #quiz;
  #memory;
  /** What was last forgotten when this began. */
  #forgotten = lastForgotten();

  /**
   * `isSecret` says that nothing is kept.
   * @param {Quiz} quiz
   * @param {boolean} isSecret
   */
  constructor(quiz, isSecret) {
    this.#quiz = quiz;
    this.#memory = new Memory(quiz.dataset.quiz, isSecret);
  }

  /**
   * What was kept of the whole quiz.
   * @returns {Place}
   */
  get kept() {
    return this.#memory.whole ?? {};
  }

  /**
   * Where in the quiz the tab was.
   * @returns {string | undefined}
   */
  get place() {
    return this.#memory.inTab?.at;
  }

  /** Which questions have an answer. */
  get steps() {
    return this.forms.map((form) => ({
      id: form.dataset.question,
      isOpen: !this.recordOf(form).answer && !this.grades.has(form),
    }));
  }

  /**
   * Judges an answer; `tell` says and keeps how it was.
   * @param {HTMLFormElement} form
   */
  judge(form) {
    const graded = typeOf(form).grade(form);
    const { first, shown } = this.recordOf(form);
    this.grades.set(form, graded);
    this.#note(form, { done: true, first: first ?? (shown ? "shown" : graded.state), last: graded.state });
  }

  /**
   * @param {HTMLFormElement} form
   * @param {boolean} [quietly] whether nobody works on it now, so that its status line is not read out
   */
  tell(form, quietly) {
    const graded = this.grades.get(form);
    if (quietly) statusOf(form).setAttribute("aria-live", "off");
    if (graded) showGrade(form, graded, this.#quiz.say);
    this.#store(form);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {boolean} [quietly]
   */
  grade(form, quietly) {
    this.judge(form);
    this.tell(form, quietly);
  }

  /**
   * Forgets what was made of an answer.
   * @param {HTMLFormElement} form
   */
  ungrade(form) {
    this.grades.delete(form);
    clear(form);
  }

  /**
   * The answer is another one now, so nothing is said of it until it is checked again.
   * @param {HTMLFormElement} form
   */
  changed(form) {
    if (this.grades.has(form)) this.ungrade(form);
    this.keep(form, { done: false });
  }

  /**
   * Empties one question; how it went at the first try is kept.
   * @param {HTMLFormElement} form
   */
  retry(form) {
    this.grades.delete(form);
    reset(form);
    typeOf(form).fill(form, null);
    this.keep(form, { done: false });
  }

  /**
   * Forgets one question.
   * @param {HTMLFormElement} form
   */
  drop(form) {
    this.records.set(form, {});
    this.retry(form);
    this.#memory.drop(form.dataset.question);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} changes
   */
  keep(form, changes) {
    this.#note(form, changes);
    this.#store(form);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} changes
   */
  #note(form, changes) {
    const { version } = form.dataset;
    const answer = typeOf(form).read(form);
    this.records.set(form, { ...this.recordOf(form), ...changes, answer, version, exam: this.isExam });
    this.isStale = true;
  }

  /** @param {HTMLFormElement} form */
  #store(form) {
    const isKept = this.#memory.write(form.dataset.question, this.recordOf(form), typeOf(form).private);
    if (!isKept) this.#cannotKeep();
  }

  /**
   * Keeps where a reader is, once something is answered.
   * @param {string | undefined} at nothing where all is on one page: the place of the other view stays
   */
  keepPlace(at) {
    this.isStale = false;
    const place = { ...this.#memory.inTab, ...this.#whole };
    if (at) place.at = at;
    if (this.isFinished || this.steps.some(({ isOpen }) => !isOpen)) this.#memory.write("", place);
    else this.#memory.forgetPlace();
  }

  /** @returns {Place} */
  get #whole() {
    return { seed: this.seed, finished: this.isFinished, exam: this.isExam };
  }

  /**
   * Puts back what the tab or the device remembers; what no longer fits is left out, and said.
   * An exam does not begin with the answers of practice, nor practice with those of an exam.
   */
  restore() {
    let number = 0;
    const early = new Set();
    for (const form of this.forms) {
      const type = typeOf(form);
      const answer = type.read(form); // answered before the scripts were here
      this.records.set(form, {});
      type.fill(form, answer);
      const kept = answer && this.#memory.read(form.dataset.question)?.answer;
      if (answer && JSON.stringify(answer) !== JSON.stringify(kept)) early.add(form);
    }
    const forms = new Map([...this.#quiz.querySelectorAll("form")].map((form) => [form.dataset.question, form]));
    for (const name of this.#memory.questions()) {
      const form = forms.get(name);
      const saved = this.#memory.read(name);
      if (!form || saved?.version !== form.dataset.version) {
        if (saved?.answer) number += 1;
        this.#memory.drop(name);
      } else if (this.records.has(form) && !early.has(form) && this.isExam === Boolean(saved.exam)) {
        this.#putBack(form, saved);
      }
    }
    for (const form of early) this.keep(form, { done: false });
    if (number) this.#quiz.notice(number === 1 ? "changed_one" : "changed_many", { number });
    this.#tick(this.#memory.remembers);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} saved
   */
  #putBack(form, { done, ...saved }) {
    const type = typeOf(form);
    try {
      type.fill(form, saved.answer);
      this.records.set(form, saved); // "done" comes with the grade
      if (done && type.missingAnswer(form)) this.retry(form);
      else if (done && !this.isExam) this.grade(form, true);
    } catch {
      this.retry(form);
    }
  }

  /**
   * The browser shows a page again that it had put away, and may have emptied its fields, or know of less than there is.
   * Returns whether what the page knew was forgotten since.
   */
  comeBack() {
    if (lastForgotten() !== this.#forgotten) {
      this.#forgotten = lastForgotten();
      for (const name of ["", ...this.#memory.questions()]) this.#memory.drop(name);
      this.#tick(this.#memory.remembers);
      return true;
    }
    for (const form of this.forms) {
      const isJudged = this.grades.has(form);
      typeOf(form).fill(form, this.recordOf(form).answer ?? null);
      if (isJudged) this.grade(form, true);
    }
    return false;
  }

  /** @param {boolean} wanted whether answers are to be on the device */
  remember(wanted) {
    if (!wanted) {
      this.#memory.stopRemembering();
      this.#quiz.notice();
    } else if (this.#memory.remember(this.#whole)) {
      this.#quiz.notice("remembered");
      for (const form of this.forms) this.keep(form, {});
    } else this.#cannotKeep();
  }

  #cannotKeep() {
    this.#memory.stopRemembering();
    this.#tick(false);
    this.#quiz.notice("not_kept");
  }

  forget() {
    this.#memory.forget();
    this.#forgotten = lastForgotten();
    this.#tick(false);
    this.#quiz.notice("forgotten");
  }

  /**
   * Another tab began to remember, or made this device forget; what is on screen stays.
   * @param {StorageEvent} event
   */
  heed(event) {
    const remembers = this.#memory.remembersAfter(event);
    if (remembers !== undefined && this.#tick(remembers) && !remembers) this.#quiz.notice("forgotten_elsewhere");
  }

  /**
   * Sets the box of what is remembered; returns whether it had been ticked.
   * @param {boolean} checked
   */
  #tick(checked) {
    const box = this.#quiz.querySelector("input[data-action=remember]");
    const before = box?.checked;
    if (box) box.checked = checked;
    return before;
  }

  /** @param {HTMLFormElement} form */
  recordOf = (form) => this.records.get(form) ?? {};
}
