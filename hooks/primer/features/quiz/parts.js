/** Reads and fills forms whose answer is in the controls of one part or several. */

import { valuesFor } from "./grading.js";

/**
 * @typedef {import("./grading.js").Answer} Answer
 * @typedef {import("./grading.js").Grade} Grade
 * @typedef {import("./interfaces.d.ts").QuestionType} QuestionType
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export const partsOf = (form) => [...form.querySelectorAll(".quiz__part")];

/**
 * @param {HTMLElement} part
 * @returns {Control[]}
 */
const controlsOf = (part) => [...part.querySelectorAll("input, select:not(.quiz__place), textarea")];

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
const isOption = (control) => control.matches(".quiz__input");

/** @param {HTMLElement} part */
const valuesOf = (part) =>
  controlsOf(part)
    .filter((control) => (isOption(control) ? control.checked : control.value.trim()))
    .map(({ value }) => value.trim());

/**
 * What is right of the things to pick in a part.
 * @param {HTMLElement} part
 */
export const rightPicks = (part) => ({
  right: [...part.querySelectorAll("input[data-correct], option[data-correct]")].map(({ value }) => value),
});

/**
 * What texts in a part are judged by.
 * @param {HTMLElement} part
 * @returns {{ accepted: string[], mistakes: string[] }}
 */
export const textKey = ({ dataset }) => ({
  accepted: JSON.parse(dataset.accepted),
  mistakes: JSON.parse(dataset.mistakes),
});

/**
 * What types have in common whose answer is in the controls of parts.
 * @type {Omit<QuestionType, "grade">}
 */
const inParts = {
  read(form) {
    const answers = partsOf(form).flatMap((part) => {
      const values = valuesOf(part);
      return values.length ? [[part.dataset.part, values]] : [];
    });
    return answers.length ? Object.fromEntries(answers) : null;
  },

  fill(form, answer) {
    for (const part of partsOf(form)) {
      const values = valuesFor(answer, part.dataset.part);
      for (const control of controlsOf(part)) {
        if (isOption(control)) control.checked = values.includes(control.value);
        else control.value = values[0] ?? "";
      }
    }
  },

  missingAnswer(form) {
    const all = partsOf(form);
    const total = all.length;
    const empty = all.filter((part) => !valuesOf(part).length);
    if (!empty.length) return null;
    const [control] = controlsOf(empty[0]);
    if (empty.length < total) return ["incomplete", { total, done: total - empty.length }, control];
    return [control.matches(".quiz__text") ? "nothing_typed" : "nothing_chosen", {}, control];
  },

  click() {},

  start: (form) => controlsOf(form)[0],

  shuffled: () => [],
};

/**
 * A type whose parts are graded by {parts: [{id, …}]}, of which `keyOf` reads the rest from each part.
 * @template Key
 * @param {(key: { parts: (Key & { id: string })[] }, answer: Answer) => Grade} grade
 * @param {(part: HTMLElement) => Key} keyOf
 * @returns {QuestionType}
 */
export const partsType = (grade, keyOf) => ({
  ...inParts,
  grade: (form, answer) =>
    grade({ parts: partsOf(form).map((part) => ({ id: part.dataset.part, ...keyOf(part) })) }, answer),
});

/**
 * The same, where what grades is fetched once it is needed.
 * @template Key
 * @param {() => Promise<{ grade: (key: { parts: (Key & { id: string })[] }, answer: Answer) => Grade }>} load
 * @param {(part: HTMLElement) => Key} keyOf
 * @returns {QuestionType}
 */
export const lateType = (load, keyOf) => ({
  ...inParts,
  async fetch() {
    const { grade } = await load();
    this.grade = partsType(grade, keyOf).grade;
    delete this.fetch;
  },
  grade: () => {
    throw new Error("fetch what grades first");
  },
});

/**
 * Parts in rows, which may stand in any order.
 * @param {(key: { parts: { id: string, right: string[] }[] }, answer: Answer) => Grade} grade
 * @returns {QuestionType}
 */
export const rowsType = (grade) => ({
  ...partsType(grade, rightPicks),
  shuffled: (form) => partsOf(form).map((element) => ({ id: element.dataset.part, element })),
});

/** @param {HTMLFormElement} form */
export const optionsOf = (form) => [...form.querySelectorAll("input.quiz__input")];

/**
 * One part, with options of which one is right, or several.
 * @param {(key: { options: string[], right: string[] }, answer: Answer) => Grade} grade
 * @returns {QuestionType}
 */
export const optionsType = (grade) => ({
  ...inParts,
  grade: (form, answer) => grade({ options: optionsOf(form).map(({ value }) => value), ...rightPicks(form) }, answer),
});
