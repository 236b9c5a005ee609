/**
 * What a reader sees at the end of a quiz; fetched once something is answered.
 * `questions` holds {form, type, number, state, credit, first}.
 */

import { make } from "./elements.js";

export const promptOf = ({ form }) => form.querySelector(".quiz__prompt").textContent.trim();
/** The points of questions, of those that can be scored. */
export function scoreOf(questions) {
  const points = questions.reduce((sum, { credit }) => sum + (credit ?? 0), 0);
  return { score: Math.round(points * 100) / 100, max: questions.filter(({ type }) => !type.private).length };
}

/** Fills the part of the page that says how it went. */
export function showResults(quiz, questions, say) {
  const results = quiz.querySelector(".quiz__results");
  const find = (selector) => results.querySelector(selector);
  const count = (...states) => questions.filter(({ state }) => states.includes(state)).length;
  const { score, max } = scoreOf(questions);
  results.hidden = false;
  find(".quiz__score").textContent = say(max ? "score" : "score_none", { score, max });
  const counts = { right: count("right"), partly: count("partly", "near"), wrong: count("wrong"), open: count(undefined) };
  const number = questions.filter(({ first }) => first === "right").length;
  find("[data-line=counts]").textContent = `${say("counts", counts)} ${number ? say("first", { number }) : ""}`;
  const mark = quiz.dataset.passMark;
  if (mark && max) find("[data-line=pass]").textContent = say(100 * score >= mark * max ? "passed" : "not_passed", { mark });

  for (const item of results.querySelectorAll("[data-objective]")) {
    const points = scoreOf(questions.filter(({ form }) => form.dataset.objective === item.dataset.objective));
    item.hidden = !points.max;
    item.querySelector("strong").textContent = say("objective_score", points);
    for (const reads of item.querySelectorAll(".quiz__reads")) reads.hidden = points.score === points.max;
  }

  const weak = questions.filter(isWeak);
  find("[data-part=again]").hidden = !weak.length;
  listOf(find("[data-part=again] ol"), weak);
}

/** Whether an answer was judged, and was not right. */
export const isWeak = ({ state }) => ["partly", "near", "wrong"].includes(state);

/** Fills a numbered list with links to questions; the numbers are those of the questions. */
export function listOf(list, questions) {
  list.replaceChildren(...questions.map((question) => {
    const item = make("li", { value: question.number });
    item.append(make("a", { href: `#${question.form.id}`, textContent: promptOf(question) }));
    return item;
  }));
}
