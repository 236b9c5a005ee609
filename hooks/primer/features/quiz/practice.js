/** Puts the topics of all quizzes in the order in which they want practice, by what this browser keeps of answers. */

import { compare, sorted, toAsk } from "./practice-order.js";
import { Memory } from "./quiz-memory.js";

/** @typedef {import("./practice-order.js").Sorted} Sorted */

class QuizPractice extends HTMLElement {
  connectedCallback() {
    this.#arrange();
    addEventListener("pageshow", this);
  }

  handleEvent() {
    this.#arrange();
  }

  #arrange() {
    const words = JSON.parse(this.dataset.words ?? "");
    /** @type {[HTMLElement, Sorted][]} */
    const quizzes = [];
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-quiz]"))) {
      const memory = new Memory(section.dataset.quiz, false);
      /** @type {[HTMLElement, Sorted][]} */
      const topics = [];
      for (const item of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-questions]"))) {
        const went = sorted((item.dataset.questions ?? "").split(" "), (id) => memory.read(id));
        topics.push([item, went]);
        say(item, went, words);
      }
      topics.sort(([, one], [, other]) => compare(one, other));
      for (const [item] of topics) item.parentElement?.append(item);
      quizzes.push([section, total(topics.map(([, went]) => went))]);
    }
    quizzes.sort(([, one], [, other]) => compare(one, other));
    for (const [section] of quizzes) this.append(section);
  }
}

/**
 * Says how a topic went, and leads to the questions that want practice.
 * @param {HTMLElement} item
 * @param {Sorted} went
 * @param {Record<string, string>} words
 */
function say(item, went, words) {
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  const { again, open, right } = went;
  link.href = `${item.dataset.url}?question=${toAsk(went).join(",")}`;
  const parts = [];
  /** @type {(word: string, number: number) => string} */
  const counted = (word, number) => {
    const form = new Intl.PluralRules(document.documentElement.lang).select(number);
    return (words[`${word}_${form}`] ?? words[`${word}_other`]).replace("{number}", String(number));
  };
  if (again.length) parts.push(counted("practice_again", again.length));
  if (open.length && (again.length || right.length)) parts.push(counted("practice_open", open.length));
  if (!again.length && !open.length) parts.push(words.practice_right);
  const state = /** @type {HTMLElement} */ (item.querySelector(".quizzes__state"));
  state.textContent = parts.join(" · ");
  state.hidden = !parts.length;
}

/**
 * @param {Sorted[]} all
 * @returns {Sorted}
 */
function total(all) {
  return {
    again: all.flatMap(({ again }) => again),
    open: all.flatMap(({ open }) => open),
    right: all.flatMap(({ right }) => right),
  };
}

customElements.define("quiz-practice", QuizPractice);
