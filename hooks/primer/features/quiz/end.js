/** Does what the buttons around a quiz ask for; fetched once an answer was checked, or one of them is pressed. */

import { refill } from "../../site/theme/assets/refill.js";
import { wordsFor } from "./answer-words.js";
import { asksAll, fillMap, listOf, showResults } from "./results.js";
import { fillSheet, save } from "./results-sheet.js";
import { isWeak } from "./summary.js";

/**
 * @typedef {import("./interfaces.d.ts").Question} Question
 * @typedef {import("./quiz-view.js").QuizView} View
 */

/** A quiz of more questions is long. */
const FEW = 30;
const MISSING = ".quiz__missing";
const RESULTS = ".quiz__results > [tabindex]";
/** The quizzes whose field for a name is put back when a browser has emptied it. */
const refilled = new WeakSet();

/**
 * What buttons of the end do, and what else the quiz asks for, by name.
 * @param {View} quiz
 * @returns {Record<string, (target?: HTMLElement) => void>}
 */
export const actionsOf = (quiz) => ({
  finish: () => finish(quiz),
  "to-results": () => finish(quiz),
  "finish-anyway": () => results(quiz),
  class: () => showToClass(quiz),
  restart: () => {
    quiz.startAgain();
    quiz.go(quiz.at ? "start" : quiz.answers.forms[0]);
  },
  restore: () => results(quiz, undefined, true),
  show: () => {
    showResults(quiz, questionsOf(quiz));
    keepEnd(quiz);
  },
  report: () => report(quiz),
  map: (list) => list && fillMap(list, questionsOf(quiz), quiz),
  review: () => {
    review(quiz, isWeak);
    const [first] = quiz.answers.forms.filter(({ hidden }) => !hidden);
    quiz.go(first);
  },
  "show-all": () => {
    review(quiz);
    lead(quiz, RESULTS);
  },
  "print-questions": () => onPaper(quiz, "questions"),
  "print-key": () => onPaper(quiz, "key"),
  "print-sheet": () => {
    gradeRest(quiz);
    fillSheet(quiz, questionsOf(quiz));
    onPaper(quiz, "sheet");
  },
  "save-sheet": () => {
    gradeRest(quiz);
    save(quiz, questionsOf(quiz));
  },
});

/** @param {View} quiz */
async function showToClass(quiz) {
  const loaded = await import("./class-view.js").catch(() => null);
  if (!loaded) quiz.fail();
  else new loaded.ClassView(quiz.root, quiz, quiz.say).begin();
}

/**
 * @param {View} quiz
 * @param {string} what
 */
function onPaper(quiz, what) {
  quiz.dataset.print = what;
  print();
}

/**
 * All that is asked, with all that is known of it.
 * @param {View} quiz
 */
function questionsOf({ answers, typeOf }) {
  return answers.forms.map((form, index) => {
    const kept = answers.recordOf(form);
    const type = typeOf(form);
    const judged = (answers.isExam && kept.final) || answers.grades.get(form);
    const { objective, weight } = form.dataset;
    /** @type {Question} */
    const question = { ...kept, ...judged, form, type, objective, number: index + 1, isScored: !type.private };
    return { ...question, weight: Number(weight ?? 1) };
  });
}

/**
 * What was not judged: what has no answer, and what only was not checked.
 * @param {View} quiz
 */
function unjudged({ answers, typeOf }) {
  const forms = answers.forms.filter((form) => !answers.grades.has(form));
  const open = new Set(forms.filter((form) => typeOf(form).missingAnswer(form)));
  return { open, rest: forms.filter((form) => !open.has(form)) };
}

/**
 * Judges what was answered and not checked. What is said beside those answers comes in a moment, a few at a time: nobody
 * looks there now, and a long quiz would make a reader wait.
 * @param {View} quiz
 */
function gradeRest(quiz, { rest } = unjudged(quiz)) {
  const { answers } = quiz;
  // In a quiz of hundreds of questions, browsers leave alone what is far away.
  const isLong = answers.forms.length > FEW;
  for (const form of rest) answers.judge(form);
  const tell = () => {
    for (const form of rest.splice(0, 10)) {
      if (isLong) Object.assign(form.style, { contentVisibility: "auto", containIntrinsicSize: "auto 25rem" });
      if (answers.grades.has(form)) answers.tell(form, true);
    }
    if (rest.length) setTimeout(tell);
  };
  setTimeout(tell);
}

/**
 * Lists what has no answer, or else shows how it went.
 * @param {View} quiz
 */
function finish(quiz) {
  review(quiz);
  const left = unjudged(quiz);
  const { size: number } = left.open;
  if (!number || quiz.answers.isFinished) {
    results(quiz, left);
    return;
  }
  const missing = quiz.querySelector(MISSING);
  missing.hidden = false;
  missing.querySelector("p").textContent = quiz.say("missing", { number });
  listOf(
    missing.querySelector("ol"),
    questionsOf(quiz).filter(({ form }) => left.open.has(form)),
  );
  lead(quiz, MISSING);
}

/**
 * Shows how it went; `quietly` where nobody asked for it now.
 * @param {View} quiz
 * @param {ReturnType<typeof unjudged>} [left]
 * @param {boolean} [quietly]
 */
function results(quiz, left, quietly) {
  const { answers } = quiz;
  quiz.querySelector(MISSING).hidden = true;
  gradeRest(quiz, left);
  if (answers.isExam) freeze(quiz);
  answers.isFinished = true;
  quiz.dataset.finished = "";
  quiz.removeAttribute("data-exam");
  if (!refilled.has(quiz)) refill(quiz.querySelector("input[id$=--name]"));
  refilled.add(quiz);
  const back = quiz.querySelector("[data-action=to-results]");
  if (back) back.hidden = false;
  if (!quietly) quiz.show("end");
  keepEnd(quiz);
  showResults(quiz, questionsOf(quiz));
  quiz.dispatchEvent(new Event("quiz-change"));
  if (!quietly) lead(quiz, RESULTS);
}

/**
 * Keeps where a reader is, and that the quiz is done once everything that it asks by itself, and that can be scored, has
 * an answer.
 * @param {View} quiz
 */
function keepEnd(quiz) {
  const { memory } = quiz.answers;
  const isOpen = (/** @type {Question} */ { state, isScored }) => isScored && !state;
  quiz.keepPlace();
  if (asksAll(quiz) && !questionsOf(quiz).some(isOpen)) memory.write("", { ...memory.inTab, done: true });
}

/**
 * Tells all that is known, for who passes it on to a course.
 * @param {View} quiz
 */
function report(quiz) {
  const questions = questionsOf(quiz).map((one) => ({ ...one, words: one.words ?? wordsFor(one.form, one.type) }));
  const detail = { questions, isFinished: quiz.answers.isFinished };
  quiz.dispatchEvent(new CustomEvent("quiz-report", { detail }));
}

/**
 * What an exam is worth is kept as it was when it ended first: what is tried after that, or in another tab, is practice.
 * @param {View} quiz
 */
function freeze(quiz) {
  const { answers } = quiz;
  const { grades, records } = answers;
  for (const { form, type } of questionsOf(quiz)) {
    const { state, credit = 0 } = grades.get(form) ?? {};
    const { first = null } = answers.recordOf(form);
    const final = { state, credit, words: state ? wordsFor(form, type) : "", first };
    records.set(form, { final, ...records.get(form) });
    answers.keep(form, {});
  }
}

/**
 * Shows only some questions, or all.
 * @param {View} quiz
 * @param {(question: Question) => boolean} [isShown]
 */
function review(quiz, isShown) {
  for (const form of quiz.answers.forms) form.hidden = false;
  if (isShown) for (const question of questionsOf(quiz)) question.form.hidden = !isShown(question);
  quiz.querySelector("[data-action=review]").hidden = Boolean(isShown);
  quiz.querySelector("[data-action=show-all]").hidden = !isShown;
}

/**
 * Moves the focus to what has just appeared, and shows what follows it too.
 * @param {View} quiz
 * @param {string} selector
 */
function lead(quiz, selector) {
  quiz.show("end");
  const part = quiz.querySelector(selector);
  part.scrollIntoView();
  part.focus({ preventScroll: true });
}
