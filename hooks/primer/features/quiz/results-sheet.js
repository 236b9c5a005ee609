/** Makes the results of a quiz into a sheet to print or to save. */

import { wordsFor } from "./answer-words.js";
import { make, textOf } from "./elements.js";
import { countsIn } from "./results.js";
import { scoreOf } from "./summary.js";

/**
 * @typedef {import("./interfaces.d.ts").Question} Question
 * @typedef {import("./quiz-view.js").QuizView} View
 */

/**
 * What the sheet shows and the file holds.
 * @param {View} quiz
 * @param {Question[]} questions
 */
function results(quiz, questions) {
  const { isExam, attempt } = quiz.answers;
  const { title, quiz: id, version } = quiz.dataset;
  return {
    title,
    quiz: id,
    version,
    address: location.href.split("#")[0],
    date: new Date().toISOString(),
    name: quiz.querySelector("input[id$=--name]").value.trim(),
    about: quiz.querySelector(".quiz__sheet > p").textContent,
    ...scoreOf(questions),
    ...(isExam ? { attempt } : {}),
    questions: questions.map(({ form, type, words, state = "open", credit = 0, first = null, weight = 1 }) => ({
      id: form.dataset.question,
      type: form.dataset.type,
      prompt: [...form.querySelectorAll(".quiz__scene, .quiz__prompt")].map(textOf).join(" "),
      answer: (words ?? wordsFor(form, type)) || null,
      state,
      credit,
      weight,
      first_try: first === "shown" ? null : first,
      answer_seen_first: first === "shown",
    })),
  };
}

/**
 * Fills the sheet that the page prints.
 * @param {View} quiz
 * @param {Question[]} questions
 */
export function fillSheet(quiz, questions) {
  const { say } = quiz;
  const { date, title: _title, about: _about, questions: given, ...others } = results(quiz, questions);
  const { attempt = 1 } = others;
  const again = attempt > 1 ? say("attempt", { number: attempt }) : "";
  /** @type {Record<string, unknown>} */
  const facts = {
    ...others,
    score: [countsIn(questions, say), say("points", others), again].filter(Boolean).join(" "),
    date: new Date(date).toLocaleString(document.documentElement.lang),
  };
  const sheet = quiz.querySelector(".quiz__sheet");
  for (const cell of sheet.querySelectorAll("dd")) cell.textContent = String(facts[cell.dataset.fact]);
  sheet.querySelector("ol").replaceChildren(
    ...given.map(({ prompt, answer, state, answer_seen_first: seen }) => {
      const item = make("li", { textContent: prompt });
      const how = say(`state_${state}`) + (seen ? `, ${say("seen_first")}` : "");
      item.append(make("p", { textContent: `${say("sheet_answer")}: ${answer ?? "–"} (${how})` }));
      return item;
    }),
  );
}

/**
 * Hands the results to the reader as a file.
 * @param {View} quiz
 * @param {Question[]} questions
 */
export function save(quiz, questions) {
  const given = results(quiz, questions);
  const href = URL.createObjectURL(new Blob([JSON.stringify(given, null, 2)], { type: "application/json" }));
  make("a", { href, download: `${given.quiz}-${given.date.slice(0, 10)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000); // Safari fetches the file after this task, and fails if it is gone
}
