/** Shows one screen of a quiz at a time: its start, a question, or its end. */

import { searchFor } from "./progress.js";

export class Screens {
  #root;
  #quiz;
  #say;
  /** What is shown: "start", "end", or the form of a question; null where all is on one page. */
  at = null;

  /**
   * `root` holds the quiz with what stands before its questions.
   * @param {HTMLElement} root
   * @param {HTMLElement} quiz
   * @param {(word: string, values?: object) => string} say
   */
  constructor(root, quiz, say) {
    this.#root = root;
    this.#quiz = quiz;
    this.#say = say;
  }

  /**
   * Begins with a view: one question at a time, or all.
   * @param {"one" | "all"} view
   * @param {string} search the parameters of the address
   */
  begin(view, search) {
    this.#root.dataset.view = view;
    for (const link of this.#root.querySelectorAll("[data-switch]")) {
      link.href = searchFor(search, link.dataset.switch);
      link.target = "_self"; // in this frame, and as a page of its own, or Back would change the address alone
    }
  }

  /** Leaves everything as it was sent. */
  end() {
    delete this.#root.dataset.view;
    delete this.#root.dataset.screen;
  }

  get #isOn() {
    return this.#root.dataset.view === "one";
  }

  /**
   * Shows a screen. `forms` are those that can be gone through; `number` and `total` count all that are asked.
   * @param {"start" | "end" | HTMLFormElement} at
   * @param {{forms: HTMLFormElement[], number: number, total: number}} where
   */
  show(at, { forms, number, total }) {
    if (!this.#isOn) return;
    this.at = at;
    const isQuestion = typeof at !== "string";
    this.#root.dataset.screen = isQuestion ? "question" : at;
    for (const form of this.#quiz.querySelectorAll("[data-here]")) form.removeAttribute("data-here");
    const map = this.#find(".quiz__map");
    map.open = false;
    if (!isQuestion) return;
    at.dataset.here = "";
    const where = this.#say("where", { number, total });
    map.querySelector("summary").textContent = where;
    const progress = this.#find(".quiz__progress");
    Object.assign(progress, { max: total, value: number });
    progress.setAttribute("aria-label", this.#say("question_of", { number, total }));
    const isLast = forms.at(-1) === at;
    at.querySelector(".quiz__next").textContent = this.#say(isLast ? "to_results" : "next");
  }

  /** Goes to a screen that a reader asked for: its beginning is seen, and its heading has the focus. */
  lead() {
    if (!this.#isOn) return;
    const isQuestion = this.#root.dataset.screen === "question";
    (isQuestion ? this.#find(".quiz__head") : this.#root).scrollIntoView();
    const heading = isQuestion ? this.at.querySelector(".quiz__heading") : this.#root.querySelector(".quiz__start");
    heading.focus({ preventScroll: true });
  }

  /**
   * Says at the start where to go on.
   * @param {string} word
   * @param {object} [values]
   */
  offer(word, values) {
    const link = this.#root.querySelector("[data-action=start]");
    if (link) link.textContent = this.#say(word, values);
  }

  /**
   * Follows the list of questions: `fill` makes its items when it is opened.
   * @param {(list: HTMLElement) => void} fill
   */
  onMap(fill) {
    this.#find(".quiz__map")?.addEventListener(
      "toggle",
      ({ target }) => target.open && fill(target.querySelector("ol")),
    );
  }

  #find = (selector) => this.#quiz.querySelector(selector);
}
