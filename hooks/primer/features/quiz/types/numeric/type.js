import { lateType, partsOf } from "../../parts.js";
import { registerType } from "../../registry.js";

/** @param {HTMLElement} part */
const keyOf = ({ dataset: { answer, tolerance, read, mistakes } }) => ({
  answer: Number(answer),
  tolerance: Number(tolerance),
  ...JSON.parse(read),
  mistakes: JSON.parse(mistakes).map(Number),
});

/** @type {typeof import("./grade.js").unread} */
let unread;

const number = lateType(async () => {
  const loaded = await import("./grade.js");
  ({ unread } = loaded);
  return loaded;
}, keyOf);

registerType("numeric", {
  ...number,

  missingAnswer(form) {
    const field = form.querySelector("input.quiz__text");
    const said = unread?.(keyOf(partsOf(form)[0]), field.value);
    return number.missingAnswer(form) ?? (said ? [said, {}, field] : null);
  },
});
