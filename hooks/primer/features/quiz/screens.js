/** Shows one screen of a quiz at a time: its start, a question, or its end. */

import { searchFor } from "./progress.js";

/**
 * @typedef {import("./interfaces.d.ts").At} At
 * @typedef {import("./interfaces.d.ts").Say} Say
 * @typedef {import("./interfaces.d.ts").Values} Values
 */

/**
 * Keeps as much room at the end of the screen, where the buttons of a question lie over what is scrolled to. Not a rule
 * with `html:has(…)`, for which a browser looks through all of a long page at each change.
 * @param {string} room
 */
export function keepClear(room) {
  document.documentElement.style.scrollPaddingBlockEnd = room;
}

export class Screens extends HTMLElement {
  /**
   * The whole of the quiz, with what stands before its questions.
   * @type {HTMLElement}
   */
  root;
  /**
   * What is shown; null where all is on one page.
   * @type {At | null}
   */
  at = null;
  /**
   * The strings that scripts say.
   * @type {Record<string, string>}
   */
  words;

  /**
   * Begins with a view. `fillMap` makes the list of questions when it is opened.
   * @param {string} view
   * @param {string} search the parameters of the address
   * @param {(list: HTMLElement) => void} fillMap
   */
  beginView(view, search, fillMap) {
    this.root.dataset.view = view === "all" ? view : "one";
    for (const link of this.root.querySelectorAll("a[data-switch]")) {
      link.href = searchFor(search, link.dataset.switch);
      link.target = "_self"; // in this frame, and as a page of its own, or Back would change the address alone
    }
    const map = this.#map;
    map?.addEventListener("toggle", () => map.open && fillMap(map.querySelector("ol")));
  }

  /** @returns {HTMLDetailsElement | null} */
  get #map() {
    return this.querySelector("details.quiz__map");
  }

  /**
   * Shows a screen, where one is shown at a time.
   * @param {At} at
   * @param {HTMLFormElement[]} shown the questions that can be gone through
   * @param {HTMLFormElement[]} all those that are asked
   */
  turnTo(at, shown, all) {
    const { root } = this;
    const map = this.#map;
    if (root.dataset.view !== "one" || !map) return;
    this.at = at;
    for (const form of all) form.removeAttribute("data-here");
    map.open = false;
    root.dataset.screen = typeof at === "string" ? at : "question";
    keepClear(typeof at === "string" ? "" : "6.25rem");
    if (typeof at === "string") return;
    at.dataset.here = "";
    const [number, total] = [all.indexOf(at) + 1, all.length];
    map.querySelector("summary").textContent = this.say("where", { number, total });
    const ariaLabel = this.say("question_of", { number, total });
    Object.assign(this.querySelector("progress"), { max: total, value: number, ariaLabel });
    at.querySelector(".quiz__next").textContent = this.say(shown.at(-1) === at ? "to_results" : "next");
  }

  /** Shows the beginning of the screen, for a reader who asked for it: its heading has the focus. */
  lead() {
    const { at, root } = this;
    const [top, heading] =
      at && typeof at !== "string"
        ? [root.querySelector(".quiz__head"), at.querySelector(".quiz__heading")]
        : [root, root.querySelector(".quiz__start")];
    top.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  /**
   * Says at the start where to go on.
   * @param {string} word
   * @param {Values} [values]
   */
  offer(word, values) {
    const link = this.root.querySelector("[data-action=start]");
    if (link) link.textContent = this.say(word, values);
  }

  /**
   * Says something about the quiz as a whole, or nothing any more.
   * @param {string} [word]
   * @param {Values} [values]
   */
  notice(word, values) {
    this.querySelector(".quiz__notice").textContent = word ? this.say(word, values) : "";
  }

  /**
   * What is said of a number of things stands there in each form of the plural; the first of `values` is that number.
   * @type {Say}
   */
  say = (word, values = {}) => {
    const { words } = this;
    const form = () => new Intl.PluralRules(document.documentElement.lang).select(Number(Object.values(values)[0]));
    return (words[word] ?? words[`${word}_${form()}`] ?? words[`${word}_other`]).replace(/\{(\w+)\}/g, (_, name) =>
      String(values[name]),
    );
  };
}
