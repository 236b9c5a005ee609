import { partsOf, partsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";
import { readNumbers } from "./number-answers.js";

/** @param {HTMLElement} part */
const keyOf = ({ dataset: { answer, tolerance, units, mistakes } }) => ({
  answer: Number(answer),
  tolerance: Number(tolerance),
  units: JSON.parse(units),
  mistakes: JSON.parse(mistakes).map(Number),
});

const number = partsType(grade, keyOf);

registerType("numeric", {
  ...number,

  missingAnswer(form) {
    const field = form.querySelector("input.quiz__text");
    return (
      number.missingAnswer(form) ??
      (readNumbers(field.value, keyOf(partsOf(form)[0]).units).length ? null : ["not_a_number", {}, field])
    );
  },
});
