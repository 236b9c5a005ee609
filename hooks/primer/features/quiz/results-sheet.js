/** The results of a quiz to print or to save; fetched when a reader asks for them. */

import { make, textOf } from "./elements.js";
import { countsIn } from "./results.js";
import { scoreOf } from "./summary.js";

/** What a question says before its controls, as one line. */
const promptOf = ({ form }) => [...form.querySelectorAll(".quiz__scene, .quiz__prompt")].map(textOf).join(" ");

/** What the sheet shows and the file holds. `questions` is what results.js shows. */
function results(quiz, questions) {
  const { title, quiz: id, version } = quiz.dataset;
  return {
    title,
    quiz: id,
    version,
    address: location.href.split("#")[0],
    date: new Date().toISOString(),
    name: quiz.querySelector(".quiz__results .quiz__text").value.trim(),
    about: quiz.querySelector(".quiz__sheet > p").textContent,
    ...scoreOf(questions),
    questions: questions.map((question) => {
      const {
        form: { dataset },
        form,
        type,
        words,
        state = "open",
        credit = 0,
        first,
        weight = 1,
      } = question;
      return {
        id: dataset.question,
        type: dataset.type,
        prompt: promptOf(question),
        answer: (words ?? type.words(form)) || null,
        state,
        credit,
        weight,
        answer_seen_first: first === "shown",
      };
    }),
  };
}

/**
 * Fills the sheet that the page prints.
 * @param {HTMLElement} quiz
 * @param {object[]} questions
 * @param {(word: string, values?: object) => string} say
 */
export function fillSheet(quiz, questions, say) {
  const { date, ...given } = results(quiz, questions);
  const facts = {
    ...given,
    score: `${countsIn(questions, say)} ${say("points", given)}`,
    date: new Date(date).toLocaleString(document.documentElement.lang),
  };
  const sheet = quiz.querySelector(".quiz__sheet");
  for (const cell of sheet.querySelectorAll("dd")) cell.textContent = facts[cell.dataset.fact];
  sheet.querySelector("ol").replaceChildren(
    ...given.questions.map(({ prompt, answer, state, answer_seen_first: seen }) => {
      const item = make("li", { textContent: prompt });
      const how = say(`state_${state}`) + (seen ? `, ${say("seen_first")}` : "");
      item.append(make("p", { textContent: `${say("sheet_answer")}: ${answer ?? "–"} (${how})` }));
      return item;
    }),
  );
}

/**
 * Hands the results to the reader as a file.
 * @param {HTMLElement} quiz
 * @param {object[]} questions
 */
export function save(quiz, questions) {
  const given = results(quiz, questions);
  const href = URL.createObjectURL(new Blob([JSON.stringify(given, null, 2)], { type: "application/json" }));
  make("a", { href, download: `${given.quiz}-${given.date.slice(0, 10)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000); // Safari fetches the file after this task, and fails if it is gone
}
