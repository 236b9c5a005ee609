/** Says an answer in words, as the controls of its parts hold it. */

import { textOf } from "./elements.js";

const CHOSEN = 'input:checked, select:not(.quiz__place) > option:checked:not([value=""])';
const TYPED = "input:not(.quiz__input), textarea";

/**
 * An answer as its type says it, or else what was chosen or typed by part; empty where there is none.
 * @param {HTMLFormElement} form
 * @param {import("./interfaces.d.ts").QuestionType} type
 * @returns {string}
 */
export const wordsFor = (form, type) => type.words?.(form) ?? wordsIn(form);

/** @param {HTMLFormElement} form */
function wordsIn(form) {
  const parts = [...form.querySelectorAll(".quiz__part")];
  const answers = parts.flatMap((part) => {
    const chosen = [...part.querySelectorAll(CHOSEN)].map((choice) => textOf(wordsOf(choice)));
    const typed = [...part.querySelectorAll(TYPED)].map(({ value }) => value.trim()).filter(Boolean);
    const said = (chosen.length ? chosen : typed).join("; ");
    const label = parts.length > 1 ? part.querySelector(".quiz__item") : null;
    return said ? [(label ? `${textOf(label)}: ` : "") + said] : [];
  });
  return answers.join(" | ");
}

/**
 * What holds the words of a choice: without the letter in front of an option.
 * @param {HTMLInputElement | HTMLOptionElement} choice
 */
function wordsOf(choice) {
  const label = "labels" in choice ? choice.labels?.[0] : null;
  return label?.querySelector(":scope > span:last-of-type") ?? label ?? choice;
}
