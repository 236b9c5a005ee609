import { textOf } from "../../elements.js";
import { optionsOf, partsType, rightPicks } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

const sentences = partsType(grade, rightPicks);

/** Sentences to mark, each a part of its own, of which most stay empty. */
registerType("highlight", {
  ...sentences,
  missingAnswer: (form) => (sentences.read(form) ? null : ["nothing_chosen", {}, sentences.start(form)]),
  words: (form) =>
    optionsOf(form)
      .filter(({ checked }) => checked)
      .map(({ labels }) => (labels ? textOf(labels[0]) : ""))
      .join(" | "),
});
