/** Leads a reader through a quiz: from its start over its questions to its end, and back to the start. */

import { firstOpen } from "./progress.js";
import { Memory } from "./quiz-memory.js";
import { typeOf } from "./registry.js";
import { Screens } from "./screens.js";

/** @typedef {import("./interfaces.d.ts").At} At */

export class QuizView extends Screens {
  /** @type {import("./answers.js").Answers} */
  answers;
  /**
   * What leads to the end, once it is here.
   * @type {typeof import("./end.js") | undefined}
   */
  #end;
  #hasFailed = false;
  isDone = (/** @type {string} */ quiz) => new Memory(quiz).isDone;
  typeOf = typeOf;
  /**
   * What puts questions in order, where that is not as they were sent.
   * @type {typeof import("./arrange.js").arrange | undefined}
   */
  order;
  /** The parameters of the address, on the quiz's own page. */
  search = "";

  /**
   * Shows a screen, where one is shown at a time.
   * @param {At} at
   */
  show(at) {
    const { forms, isFinished, steps } = this.answers;
    this.turnTo(at, this.#shown, forms);
    if (at !== "start") return;
    if (isFinished) this.offer("to_results");
    else if (steps.every(({ isOpen }) => isOpen)) this.offer("start");
    else this.offer("go_on", { number: firstOpen(steps) + 1 });
  }

  /**
   * Goes where a reader asked to go.
   * @param {At} at
   */
  go(at) {
    if (typeof at !== "string") at.hidden = false; // it may be left out while some are looked at again
    if (this.at) {
      if (location.hash) location.replace("#"); // it has led to its question; a reload stays where a reader is
      this.show(at);
      this.lead();
      this.keepPlace();
    } else if (typeof at !== "string") {
      at.scrollIntoView();
      focusOn(at);
    }
  }

  /**
   * Goes to another question, or to the start or the end.
   * @param {number} by
   */
  step(by) {
    const shown = this.#shown;
    const next = shown[shown.findIndex((form) => form === this.at) + by];
    if (next) this.go(next);
    else if (by < 0) this.go("start");
    else this.late("finish");
  }

  /** Those of the questions that can be gone through now. */
  get #shown() {
    return this.answers.forms.filter(({ hidden }) => !hidden);
  }

  /** Empties everything; a reader is at the start again. */
  startAgain() {
    const { answers } = this;
    if (answers.isExam && answers.isFinished) answers.attempt += 1;
    answers.isFinished = false;
    delete this.dataset.finished;
    this.toggleAttribute("data-exam", answers.isExam);
    const before = answers.forms;
    if (answers.isDrawnAnew) this.arrange(undefined);
    for (const form of answers.forms) form.hidden = false;
    for (const form of new Set([...before, ...answers.forms])) answers.drop(form);
    for (const part of this.querySelectorAll(".quiz__results, .quiz__missing, .quiz__to-results")) part.hidden = true;
    this.querySelector("input[id$=--name]").value = "";
    this.at &&= "start";
    this.show("start");
    this.keepPlace();
  }

  /**
   * Asks what the address and the author ask for.
   * @param {string | number | undefined} seed the seed of before
   * @param {HTMLFormElement} [linked] what is asked in any case
   */
  arrange(seed, linked) {
    const arranged = this.order?.(this, this.search, seed ?? Math.random(), linked?.dataset.question, typeOf);
    Object.assign(this.answers, arranged ?? { forms: this.forms, seed });
  }

  /** Keeps and shows what follows from answers, once for all that have changed. */
  settle() {
    if (!this.answers.isStale) return;
    this.keepPlace();
    if (this.answers.isFinished) this.late("show");
    this.dispatchEvent(new Event("quiz-change")); // for who asks with `late("report")`, to tell a course
  }

  keepPlace() {
    const { at } = this;
    this.answers.keepPlace(typeof at === "string" ? at : at?.dataset.question);
  }

  /**
   * Does something that has to do with the end. Where that cannot be fetched, a reader is told, and can ask again.
   * @param {string} action
   * @param {HTMLElement} [target]
   */
  async late(action, target) {
    if (!this.#end) await this.fetchEnd();
    if (this.#end) {
      if (this.#hasFailed) this.notice();
      this.#hasFailed = false;
      this.#end.actionsOf(this)[action]?.(target);
    } else this.fail();
    this.settle();
  }

  /** Has what leads to the end here for when it is asked for; if that fails, the next call tries again. */
  async fetchEnd() {
    const [end, canJudge] = await Promise.all([
      this.#end ?? import("./end.js").catch(() => undefined),
      this.canJudge(),
    ]);
    this.#end = canJudge ? end : undefined;
  }

  /** Has here what judges answers; returns whether it could be fetched. */
  canJudge(forms = this.forms) {
    return Promise.all(forms.map((form) => typeOf(form).fetch?.())).then(
      () => true,
      () => false,
    );
  }

  /** Says that something could not be fetched. */
  fail() {
    this.#hasFailed = true;
    this.notice("not_loaded");
    this.querySelector(".quiz__notice").scrollIntoView({ block: "nearest" });
  }

  get forms() {
    return [...this.querySelectorAll("form")];
  }
}

/** @param {HTMLFormElement} form */
export const focusOn = (form) => typeOf(form).start(form).focus();
