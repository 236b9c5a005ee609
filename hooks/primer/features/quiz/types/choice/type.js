import { optionsOf, optionsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType("choice", {
  ...optionsType(grade),
  shuffled: (form) =>
    optionsOf(form)
      .map((input) => ({ id: input.value, element: /** @type {HTMLElement} */ (input.closest(".quiz__option")) }))
      .filter(({ element }) => !("last" in element.dataset)),
});
