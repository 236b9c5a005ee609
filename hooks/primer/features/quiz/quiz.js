/** Lets a quiz be answered in its page. The server has sent every question, answer and word (questions.html). */

import { fragmentOf } from "../../site/theme/assets/fragment.js";
import { Answers } from "./answers.js";
import { asksForOrder, firstOpen, placeOf, viewOf } from "./progress.js";
import { Memory } from "./quiz-memory.js";
import { QuizView, focusOn } from "./quiz-view.js";
import { typeOf, whenRegistered } from "./registry.js";
import { lead, status, statusOf } from "./verdicts.js";

const INSIDE = ["focusin", "submit", "input", "click", "keydown", "mousedown"];
const OUTSIDE = ["storage", "pagehide", "pageshow", "afterprint", "hashchange"];

class CourseQuiz extends QuizView {
  /**
   * The button that the first press of a double click was on.
   * @type {Element | null}
   */
  #pressed = null;

  /** Begins once the scripts are here that it needs; until then, nothing in the forms is touched. */
  async connectedCallback() {
    const isAlone = "standalone" in this.dataset;
    this.search = isAlone ? location.search : "";
    const asks = asksForOrder(this.search) || "shuffles" in this.dataset || this.querySelector("[data-draw]");
    const [order] = await Promise.all([
      asks ? import("./arrange.js").catch(() => null) : undefined,
      whenRegistered(this.forms.map(({ dataset }) => dataset.type)),
    ]);
    if (new Memory(this.dataset.quiz).isBegun) await this.canJudge();
    this.order = order?.arrange;
    this.#begin(isAlone ? viewOf(this.search) : "all", order?.examOf(this.search));
    if (order === null) this.notice("not_arranged");
  }

  /**
   * @param {string} view
   * @param {string} [exam] its name
   */
  #begin(view, exam) {
    const root = /** @type {HTMLElement} */ (this.closest(".quiz"));
    const answers = new Answers(this, view === "class" || "sensitive" in this.dataset, exam);
    this.root = root;
    this.words = JSON.parse(this.dataset.words);
    this.answers = answers;
    const linked = this.#linked(location);
    const held = this.querySelector("form :focus"); // somebody may be answering already
    this.arrange(answers.kept.seed, linked);
    this.toggleAttribute("data-exam", answers.isExam);
    const early = answers.restore();
    // In an article it is folded, and somebody who comes back to it goes on.
    const folded = this.closest("details");
    if (folded && answers.steps.some(({ isOpen }) => !isOpen)) folded.open = true;
    for (const part of this.querySelectorAll(".quiz__tools, .quiz__end, [type=submit]"))
      part.hidden = /** @type {HTMLButtonElement} */ (part).disabled = false;
    this.beginView(view, this.search, (list) => this.late("map", list));
    const first = held?.closest("form") ?? linked ?? early;
    const at = placeOf(answers.steps, { linked: first?.dataset.question, kept: answers.place });
    this.show(typeof at === "number" ? answers.forms[at] : at);
    linked?.scrollIntoView();
    if (linked && this.at && !held) {
      const begin = () => linked.querySelector(".quiz__heading").focus({ preventScroll: true });
      // Chromium takes the focus away where an address leads to a part of a page, until that is loaded.
      if (document.readyState === "complete") begin();
      else addEventListener("load", begin, { once: true });
    }
    held?.focus();
    held?.scrollIntoView({ block: "nearest" });
    if (answers.kept.finished && answers.isOfThis) this.late("restore");
    if (view === "class") this.late("class");
    for (const type of INSIDE) root.addEventListener(type, this);
    for (const type of OUTSIDE) addEventListener(type, this);
    this.dataset.ready = "";
  }

  /** @param {Heard} event */
  handleEvent(event) {
    const form = formOf(event);
    if (form) statusOf(form).removeAttribute("aria-live"); // it may speak again, and listens before it is filled
    this.#on[event.type]?.(event);
    this.settle();
  }

  /** @type {Listeners} */
  #on = {
    submit: (event) => {
      event.preventDefault();
      this.#check(formOf(event));
    },
    input: (event) => {
      const { target } = event;
      const form = formOf(event);
      if (form) {
        const said = typeOf(form).input?.(form, target);
        this.answers.changed(form);
        if (said) status(form, this.say(...said));
      } else if (target.matches("[data-action=remember]")) this.answers.remember(target.matches(":checked"));
    },
    keydown: (event) => {
      // A key that is held would press the button that has come in the place of the one before.
      if (event.repeat && event.key === "Enter" && event.target.closest("button, a")) event.preventDefault();
    },
    mousedown: (event) => this.#isLate(event),
    click: (event) => {
      if (this.#isLate(event)) return;
      const target = event.target.closest("button, a, summary");
      if (!target) return;
      if (target.matches("[type=submit]")) {
        event.preventDefault(); // in a frame that may send no forms, there is no event "submit"
        this.#check(formOf(event));
      } else this.#press(event, target);
    },
    storage: () => this.answers.heed(),
    afterprint: () => delete this.dataset.print,
    pagehide: () => {
      this.answers.isAway = true;
      if ("sensitive" in this.dataset) this.startAgain();
    },
    pageshow: ({ persisted }) => {
      const comeBack = () => this.answers.comeBack() && this.startAgain();
      // WebKit says that a page is back before it empties the fields of forms, and takes its time on a busy machine (ms).
      if (persisted) for (const wait of [0, 100, 500, 2000]) setTimeout(comeBack, wait);
    },
    hashchange: () => {
      const linked = this.#linked(location);
      if (linked && this.at && this.answers.forms.includes(linked)) this.go(linked);
    },
  };

  /**
   * Stops the second press of a double click that was meant for what stood there before, and tells whether it did.
   * @param {Heard<UIEvent>} event
   */
  #isLate(event) {
    const pressed = event.target.closest("button, a, summary");
    const hasMoved = this.#pressed && pressed !== this.#pressed;
    // Some buttons stay in their place when they have led to another question.
    const isLate = hasMoved || pressed?.matches(".quiz__skip, [data-action=previous]");
    if (event.detail > 1 && isLate) event.preventDefault();
    else this.#pressed = pressed;
    return event.defaultPrevented;
  }

  /**
   * Follows a press on a button or a link.
   * @param {Heard} event
   * @param {HTMLElement} target
   */
  #press(event, target) {
    const { action } = target.dataset;
    const form = formOf(event);
    const said = form && typeOf(form).click(form, target);
    const linked = target.closest(".quiz__list") ? this.#linked(/** @type {HTMLAnchorElement} */ (target)) : undefined;
    if (said || linked || action === "start") {
      event.preventDefault();
    }
    if (form && said) {
      this.answers.changed(form);
      if (said.length) status(form, this.say(...said));
      else if (!typeOf(form).missingAnswer(form)) this.#check(form);
    } else if (linked) {
      this.go(linked);
    } else if (form && target.matches(".quiz__answer > summary")) {
      // Said apart from `open`, because every <details> is open on paper.
      target.parentElement?.toggleAttribute("data-revealed", !target.matches("[open] > *"));
      this.answers.keep(form, { shown: true });
    } else if (this.#actions[action]) this.#actions[action](form);
    else if (action) this.late(action);
  }

  /** @type {Record<string, (form: HTMLFormElement | null | undefined) => void>} */
  #actions = {
    retry: (form) => {
      if (!form) return;
      this.answers.retry(form);
      focusOn(form);
    },
    start: () => {
      const { forms, isFinished, steps } = this.answers;
      if (isFinished) this.late("finish");
      else this.go(forms[this.at ? firstOpen(steps) : 0]);
    },
    previous: () => this.step(-1),
    next: () => this.step(1),
    forget: () => {
      this.startAgain();
      this.answers.forget();
    },
  };

  /** @param {HTMLFormElement | null | undefined} form */
  async #check(form) {
    if (!form) return;
    const { answers } = this;
    if (typeOf(form).fetch && !(await this.canJudge([form]))) {
      this.fail();
      return;
    }
    const missing = typeOf(form).missingAnswer(form);
    answers.ungrade(form);
    if (missing) {
      const [word, values, target] = missing;
      status(form, this.say(word, values));
      target.focus();
    } else if (answers.isExam && !answers.isFinished) {
      status(form, this.say("kept"));
      answers.keep(form, { done: true });
    } else answers.grade(form);
    lead(form);
    this.settle();
    this.fetchEnd();
  }

  /**
   * The form of a question to which an address leads.
   * @param {{ hash?: string }} address
   */
  #linked = (address) => this.forms.find((form) => form.id === fragmentOf(address));
}

/** @param {Heard} event */
const formOf = ({ target }) => target.closest?.("form");

customElements.define("course-quiz", CourseQuiz);
