/** Judges the answers of a quiz, those of an earlier visit too. */

import { Records } from "./records.js";
import { typeOf } from "./registry.js";
import { clear, reset, showGrade, status, statusOf } from "./verdicts.js";

/** @typedef {import("./interfaces.d.ts").Kept} Kept */

export class Answers extends Records {
  /**
   * Judges an answer; `tell` says and keeps how it was.
   * @param {HTMLFormElement} form
   */
  judge(form) {
    const type = typeOf(form);
    const answer = type.read(form);
    const graded = type.grade(form, answer);
    const { first, shown } = this.recordOf(form);
    this.grades.set(form, graded);
    this.note(form, { done: true, first: first ?? (shown ? "shown" : graded.state), last: graded.state }, answer);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {boolean} [quietly] whether nobody works on it now, so that its status line is not read out
   */
  tell(form, quietly) {
    const graded = this.grades.get(form);
    if (quietly) statusOf(form).setAttribute("aria-live", "off");
    if (graded) showGrade(form, graded, this.quiz.say);
    this.store(form);
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
    if (this.grades.has(form) || this.recordOf(form).done) this.ungrade(form);
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
    this.retry(form);
    this.records.set(form, {});
    this.memory.drop(form.dataset.question);
  }

  /**
   * Puts back what the tab or the device remembers; what no longer fits is left out, and said.
   * An exam does not begin with the answers of practice, nor practice with those of an exam.
   * Returns the last question that was answered before the scripts were here, if one was.
   */
  restore() {
    let number = 0;
    const early = new Set();
    for (const form of this.forms) {
      const type = typeOf(form);
      const answer = type.read(form); // answered before the scripts were here
      this.records.set(form, {});
      type.fill(form, answer);
      const kept = answer && this.memory.read(form.dataset.question)?.answer;
      if (answer && JSON.stringify(answer) !== JSON.stringify(kept)) early.add(form);
    }
    const forms = new Map(this.quiz.forms.map((form) => [form.dataset.question, form]));
    for (const name of this.memory.questions()) {
      const form = forms.get(name);
      const saved = this.memory.read(name);
      if (!form || saved?.version !== form.dataset.version) {
        if (saved?.answer) number += 1;
        this.memory.drop(name);
      } else if (this.records.has(form) && !early.has(form) && this.isExam === Boolean(saved.exam)) {
        this.#putBack(form, saved);
      }
    }
    for (const form of early) this.keep(form, { done: false });
    for (const form of this.forms) if (form.querySelector(".quiz__answer[open]")) this.keep(form, { shown: true }); // opened before, too
    if (number) this.quiz.notice("changed", { number });
    this.tick(this.memory.remembers);
    return [...early].at(-1);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Kept} saved
   */
  #putBack(form, { done, ...saved }) {
    const type = typeOf(form);
    try {
      type.fill(form, saved.answer);
      this.records.set(form, this.isExam ? { done, ...saved } : saved); // in practice, "done" comes with the grade
      if (type.fetch) return; // it could not be fetched
      if (done && type.missingAnswer(form)) this.retry(form);
      else if (done && !this.isExam) this.grade(form, true);
      else if (done && !saved.final) {
        statusOf(form).setAttribute("aria-live", "off");
        status(form, this.quiz.say("kept"));
      }
    } catch {
      this.retry(form);
    }
  }

  /**
   * The browser shows a page again that it had put away, and may have emptied its fields, or know of less than there is.
   * Returns whether what the page knew was forgotten since.
   */
  comeBack() {
    this.isAway = false;
    if (this.isForgotten()) {
      for (const name of ["", ...this.memory.questions()]) this.memory.drop(name);
      this.tick(this.memory.remembers);
      this.isFinished = false;
      this.attempt = 1;
      return true;
    }
    for (const form of this.forms) {
      const isJudged = this.grades.has(form);
      typeOf(form).fill(form, this.recordOf(form).answer ?? null);
      if (isJudged) this.grade(form, true);
    }
    return false;
  }
}
