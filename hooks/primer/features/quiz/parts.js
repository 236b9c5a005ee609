/** Reads and fills forms whose answer is in the controls of one part or several. */

import { textOf } from "./elements.js";

export const partsOf = (form) => [...form.querySelectorAll(".quiz__part")];
const controlsOf = (part) => [...part.querySelectorAll("input, select:not(.quiz__place), textarea")];
const isOption = (control) => control.matches(".quiz__input");
const valuesOf = (part) =>
  controlsOf(part)
    .filter((control) => (isOption(control) ? control.checked : control.value.trim()))
    .map(({ value }) => value.trim());

/** What holds the words of a choice: without the letter in front of an option. */
function wordsOf(choice) {
  const label = choice.labels?.[0];
  return label?.querySelector(":scope > span:last-of-type") ?? label ?? choice;
}

/** What is right of the things to pick in a part. */
export const rightPicks = (part) => ({ right: [...part.querySelectorAll("[data-correct]")].map(({ value }) => value) });

/** What texts in a part are judged by. */
export const textKey = ({ dataset }) => ({
  accepted: JSON.parse(dataset.accepted),
  mistakes: JSON.parse(dataset.mistakes),
});

/** A type whose parts are graded by {parts: [{id, …}]}, of which `keyOf` reads the rest from each part. */
export const partsType = (grade, keyOf = rightPicks) => ({
  read(form) {
    const answers = partsOf(form)
      .map((part) => [part.dataset.part, valuesOf(part)])
      .filter(([, values]) => values.length);
    return answers.length ? Object.fromEntries(answers) : null;
  },

  fill(form, answer) {
    for (const part of partsOf(form)) {
      const values = answer?.[part.dataset.part] ?? [];
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
    if (empty.length < total) return ["incomplete", { done: total - empty.length, total }, control];
    return [control.matches(".quiz__text") ? "nothing_typed" : "nothing_chosen", {}, control];
  },

  grade(form) {
    return grade({ parts: partsOf(form).map((part) => ({ id: part.dataset.part, ...keyOf(part) })) }, this.read(form));
  },

  words: (form) =>
    partsOf(form)
      .map((part, _, { length }) => {
        const chosen = [...part.querySelectorAll("input:checked, option:checked")].map((choice) =>
          textOf(wordsOf(choice)),
        );
        const label = length > 1 && part.querySelector(".quiz__item");
        return (label ? `${textOf(label)}: ` : "") + (chosen.length ? chosen : valuesOf(part)).join("; ");
      })
      .join(" | "),

  click() {},

  start: (form) => controlsOf(form)[0],

  shuffled: () => [],
});

/** Parts in rows, which may stand in any order. */
export const rowsType = (grade) => ({
  ...partsType(grade),
  shuffled: (form) => partsOf(form).map((element) => ({ id: element.dataset.part, element })),
});

export const optionsOf = (form) => [...form.querySelectorAll(".quiz__input")];

/** One part, with options of which one is right, or several. */
export const optionsType = (grade) => ({
  ...partsType(),

  grade(form) {
    return grade({ options: optionsOf(form).map(({ value }) => value), ...rightPicks(form) }, this.read(form));
  },
});
