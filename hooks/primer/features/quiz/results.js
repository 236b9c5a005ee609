/** Shows what a reader sees at the end of a quiz. */

import { make, textOf } from "./elements.js";
import { askedByItself, countsOf, headlineOf, isWeak, markOf, nextOf, partOf, reaches, unmet } from "./summary.js";

/**
 * @typedef {import("./interfaces.d.ts").Question} Question
 * @typedef {import("./interfaces.d.ts").Say} Say
 * @typedef {import("./quiz-view.js").QuizView} View
 */

/**
 * How many were right, partly right and so on, in words.
 * @param {Question[]} questions
 * @param {Say} say
 * @returns {string}
 */
export function countsIn(questions, say) {
  const counts = countsOf(questions);
  const { total } = counts;
  const names = /** @type {const} */ (["right", "partly", "wrong", "open"]);
  const parts = names.filter((name) => counts[name] || name === "right");
  const said = parts.map((name) => say(`counts_${name}`, { number: counts[name] }));
  // Not by Intl.ListFormat, which takes a phone longer to make than all that is added up.
  return total
    ? say("counts", {
        total,
        parts: said[1] ? say(`list_${said.length}`, Object.fromEntries(said.entries())) : said[0],
      })
    : "";
}

/**
 * Fills the part of the page that says how it went.
 * @param {View} quiz
 * @param {Question[]} questions
 */
export function showResults(quiz, questions) {
  const { say } = quiz;
  const results = quiz.querySelector(".quiz__results");
  const find = (/** @type {string} */ selector) => results.querySelector(selector);
  const { right, total, first } = countsOf(questions);
  results.hidden = false;
  find(".quiz__score").textContent = say(headlineOf(questions));
  find("[data-line=counts]").textContent = countsIn(questions, say);
  const { isExam, attempt } = quiz.answers;
  const lines = [
    first < right ? say("first", { number: first }) : "",
    isExam && attempt > 1 ? say("attempt", { number: attempt }) : "",
  ];
  find("[data-line=first]").textContent = lines.join(" ").trim();
  find("[data-line=exam]").hidden = !isExam;
  const mark = quiz.dataset.passMark;
  if (mark && total && asksAll(quiz))
    find("[data-line=pass]").textContent = say(reaches(questions, Number(mark)) ? "passed" : "not_passed", { mark });

  for (const item of results.querySelectorAll("[data-objective]")) {
    const part = partOf(questions.filter(({ objective }) => objective === item.dataset.objective));
    item.hidden = !part;
    item.dataset.went = part ?? "";
    if (part) item.querySelector("strong").textContent = say(`objective_${part}`);
  }
  const objectives = results.querySelector("[data-part=objectives]");
  if (objectives) objectives.hidden = !objectives.querySelector("li:not([hidden])");
  const missed = unmet(questions);
  const reads = [...results.querySelectorAll("[data-for]")];
  for (const read of reads) read.hidden = !read.dataset.for.split(" ").some((id) => missed.has(id));
  if (reads.length) find("[data-part=reads]").hidden = reads.every(({ hidden }) => hidden);

  const nexts = [...results.querySelectorAll("[data-next]")];
  const ids = nexts.map(({ dataset }) => dataset.next);
  const next = nextOf(ids, quiz.isDone);
  for (const link of nexts) link.hidden = link.dataset.next !== next;

  const weak = questions.filter(isWeak);
  find("[data-part=again]").hidden = !weak.length;
  listOf(find("[data-part=again] ol"), weak);
}

/**
 * Whether as much is asked as the quiz asks by itself; its pass mark is of that.
 * @param {View} quiz
 */
export function asksAll(quiz) {
  const pools = [...quiz.querySelectorAll("[data-draw]")].map(({ dataset }) => [
    dataset.objective,
    Number(dataset.draw),
  ]);
  const objectives = quiz.forms.map(({ dataset }) => dataset.objective);
  return quiz.answers.forms.length >= askedByItself(objectives, Object.fromEntries(pools));
}

/**
 * Fills the list of all questions with how each went, where that is no secret yet.
 * @param {HTMLElement} list
 * @param {Question[]} questions
 * @param {View} quiz
 */
export function fillMap(list, questions, { answers: { isExam, isFinished }, at, say }) {
  const isSecret = isExam && !isFinished;
  listOf(list, questions, ({ state, answer }) => {
    const mark = markOf({ state: isSecret ? undefined : state, isOpen: !answer && !state });
    return [make("span", { className: "quiz__went", textContent: say(`state_${mark}`) })];
  });
  if (at && typeof at !== "string") list.querySelector(`[href="#${at.id}"]`).setAttribute("aria-current", "step");
}

/**
 * Fills a numbered list with links to questions; the numbers are those of the questions. `more` returns what follows one.
 * @param {HTMLElement} list
 * @param {Question[]} questions
 * @param {(question: Question) => Node[]} [more]
 */
export function listOf(list, questions, more = () => []) {
  list.replaceChildren(
    ...questions.map((question) => {
      const { form, number } = question;
      const item = make("li", { value: number });
      const textContent = textOf(form.querySelector(".quiz__name"));
      item.append(make("a", { href: `#${form.id}`, textContent }), ...more(question));
      return item;
    }),
  );
}
