/** What a reader sees, prints or saves at the end of a quiz. */

import { copy, types } from "./quiz-types.js";

/** The points of questions: those that were answered, of those that can be scored. */
export function scoreOf(questions) {
  const scored = questions.filter(({ state, form }) => state !== "done" && !types[form.dataset.type].private);
  const points = scored.reduce((sum, { credit }) => sum + (credit ?? 0), 0);
  return { score: Math.round(points * 100) / 100, max: scored.length };
}

/** Fills the part of the page that says how it went. `questions` holds {form, state, credit, first, answer}. */
export function showResults(quiz, questions, say) {
  const results = quiz.querySelector(".quiz__results");
  const { score, max } = scoreOf(questions);
  const count = (state) => questions.filter((question) => question.state === state).length;
  results.hidden = false;
  results.querySelector(".quiz__score").textContent = max ? say("score", { score, max }) : say("score_none");
  const first = questions.filter((question) => question.first === "right").length;
  const counts = { right: count("right"), partly: count("partly") + count("near"), wrong: count("wrong"), open: count(undefined) };
  results.querySelector("[data-line=counts]").textContent = `${say("counts", counts)} ${say("first", { number: first })}`;
  const pass = results.querySelector("[data-line=pass]");
  const mark = Number(quiz.dataset.passMark);
  pass.hidden = !mark || !max;
  pass.textContent = pass.hidden ? "" : say(100 * score >= mark * max ? "passed" : "not_passed", { mark });
  showObjectives(results, questions, say);

  const again = questions.filter(({ state }) => state && state !== "right" && state !== "done");
  results.querySelector("[data-part=again]").hidden = !again.length;
  listOf(results.querySelector("[data-part=again] ol"), again);
}

function showObjectives(results, questions, say) {
  for (const item of results.querySelectorAll("[data-objective]")) {
    const mine = questions.filter(({ form }) => form.dataset.objective === item.dataset.objective);
    const { score, max } = scoreOf(mine);
    item.hidden = !max;
    item.querySelector("strong").textContent = say("objective_score", { score, max });
    const reads = item.querySelector(".quiz__reads");
    if (reads) reads.hidden = score === max;
  }
}

/** Fills a numbered list with links to questions; the numbers are those of the questions. */
export function listOf(list, questions) {
  list.replaceChildren(...questions.map(({ form, number }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    item.value = number;
    link.href = `#${form.id}`;
    link.textContent = form.querySelector(".quiz__prompt").textContent;
    item.append(link);
    return item;
  }));
}

/** The results as data: what the sheet shows and the file holds. */
export function record(quiz, questions, name) {
  const { score, max } = scoreOf(questions);
  return {
    title: quiz.dataset.title,
    quiz: quiz.dataset.quiz,
    version: quiz.dataset.version,
    address: location.href.split("#")[0],
    date: new Date().toISOString(),
    name,
    score,
    max,
    questions: questions.map(({ form, state, credit, first, answer }) => ({
      id: form.dataset.question,
      type: form.dataset.type,
      prompt: form.querySelector(".quiz__prompt").textContent.trim(),
      answer: answer ? types[form.dataset.type].words(form, answer) : null,
      state: state ?? "open",
      credit: state ? credit : 0,
      answer_seen_first: first === "shown",
    })),
  };
}

/** Fills the sheet that is printed. */
export function fillSheet(sheet, results, say) {
  const facts = {
    sheet_name: results.name,
    sheet_score: say("score", results),
    sheet_date: new Date(results.date).toLocaleString(document.documentElement.lang),
    sheet_quiz: results.address,
    sheet_version: results.version,
  };
  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  sheet.querySelector("dl").replaceChildren(...Object.entries(facts).filter(([, text]) => text).flatMap(
    ([name, text]) => [element("dt", say(name)), element("dd", text)],
  ));
  sheet.querySelector("ol").replaceChildren(...results.questions.map((question) => {
    const item = element("li", question.prompt);
    const state = say(`state_${question.state}`) + (question.answer_seen_first ? `, ${say("seen_first")}` : "");
    item.append(element("p", `${say("sheet_answer")}: ${question.answer ?? "–"} (${state})`));
    return item;
  }));
}

/** Hands the results to the reader as a file. */
export function save(results) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(results, null, 2)], { type: "application/json" }));
  link.download = `${results.quiz}-${results.date.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export { copy };
