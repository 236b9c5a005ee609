import { partsType, rightPicks } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

const optionsOf = (form) => [...form.querySelectorAll(".quiz__input")];

/** One part, with options of which one is right, or several. */
export const options = {
  ...partsType(),

  grade(form) {
    return grade({ options: optionsOf(form).map(({ value }) => value), ...rightPicks(form) }, this.read(form));
  },
};

registerType("choice", {
  ...options,
  shuffled: (form) => optionsOf(form).map((input) => ({ id: input.value, element: input.closest(".quiz__option") })),
});
