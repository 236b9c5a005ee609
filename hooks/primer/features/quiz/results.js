/**
 * Shows what a reader sees at the end of a quiz; fetched once something is answered.
 * `questions` holds {form, type, number, state, credit, first}.
 */

import { make, textOf } from "./elements.js";
import { isDone } from "./quiz-memory.js";
import { markOf } from "./progress.js";
import { countsOf, headlineOf, isWeak, nextOf, partOf, reaches, unmet } from "./summary.js";

/**
 * The short name of a question.
 * @param {{form: HTMLFormElement}} question
 * @returns {string}
 */
export const labelOf = ({ form }) => textOf(form.querySelector(".quiz__name"));

/**
 * How many were right, partly right and so on, in words.
 * @param {import("./summary.js").Judged[]} questions
 * @param {(word: string, values?: object) => string} say
 * @returns {string}
 */
export function countsIn(questions, say) {
  const { total, ...counts } = countsOf(questions);
  const parts = ["right", "partly", "wrong", "open"].filter((name) => counts[name] || name === "right");
  return total
    ? say("counts", { total, parts: parts.map((name) => say(`counts_${name}`, { number: counts[name] })).join(", ") })
    : "";
}

/**
 * Whether a question is to be looked at again.
 * @param {import("./summary.js").Judged} question
 * @returns {boolean}
 */
export const isAgain = (question) => isWeak(question);

/**
 * Fills the part of the page that says how it went.
 * @param {HTMLElement} quiz
 * @param {object[]} questions
 * @param {(word: string, values?: object) => string} say
 */
export function showResults(quiz, questions, say) {
  const results = quiz.querySelector(".quiz__results");
  const find = (selector) => results.querySelector(selector);
  const { right, total, first } = countsOf(questions);
  results.hidden = false;
  find(".quiz__score").textContent = say(headlineOf(questions));
  find("[data-line=counts]").textContent = countsIn(questions, say);
  find("[data-line=first]").textContent = first && first < right ? say("first", { number: first }) : "";
  find("[data-line=exam]").hidden = !("exam" in quiz.dataset);
  const mark = quiz.dataset.passMark;
  if (mark && total)
    find("[data-line=pass]").textContent = say(reaches(questions, Number(mark)) ? "passed" : "not_passed", { mark });

  for (const item of results.querySelectorAll("[data-objective]")) {
    const part = partOf(questions.filter(({ objective }) => objective === item.dataset.objective));
    item.hidden = !part;
    item.dataset.went = part;
    if (part) item.querySelector("strong").textContent = say(`objective_${part}`);
  }
  const missed = unmet(questions);
  const reads = [...results.querySelectorAll("[data-for]")];
  for (const read of reads) read.hidden = !read.dataset.for.split(" ").some((id) => missed.has(id));
  if (reads.length) find("[data-part=reads]").hidden = reads.every(({ hidden }) => hidden);

  const nexts = [...results.querySelectorAll("[data-next]")];
  const next = nextOf(
    nexts.map(({ dataset }) => dataset.next),
    isDone,
  );
  for (const link of nexts) link.hidden = link.dataset.next !== next;

  const weak = questions.filter(isWeak);
  find("[data-part=again]").hidden = !weak.length;
  listOf(find("[data-part=again] ol"), weak);
}

/**
 * Fills the list of all questions with how each went, where that is not `secret` yet.
 * @param {HTMLElement} list
 * @param {object[]} questions
 * @param {HTMLFormElement | string | null} at what is shown now
 * @param {boolean} secret
 * @param {(word: string, values?: object) => string} say
 */
export function fillMap(list, questions, at, secret, say) {
  listOf(list, questions, ({ state, answer }) => {
    const mark = markOf({ state: secret ? undefined : state, isOpen: !answer && !state });
    return [make("span", { className: "quiz__went", textContent: say(`state_${mark}`) })];
  });
  list.querySelector(`[href="#${at?.id}"]`)?.setAttribute("aria-current", "step");
}

/**
 * Fills a numbered list with links to questions; the numbers are those of the questions. `more` returns what follows one.
 * @param {HTMLElement} list
 * @param {object[]} questions
 * @param {(question: object) => Node[]} [more]
 */
export function listOf(list, questions, more = () => []) {
  list.replaceChildren(
    ...questions.map((question) => {
      const item = make("li", { value: question.number });
      item.append(make("a", { href: `#${question.form.id}`, textContent: labelOf(question) }), ...more(question));
      return item;
    }),
  );
}
