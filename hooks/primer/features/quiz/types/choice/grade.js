import { stateOf, valuesFor } from "../../grading.js";

/** Grades one answer of several by {options, right}: right options chosen, less wrong ones, of all right ones. */
export function grade({ options, right }, answer) {
  const chosen = options.filter((id) => valuesFor(answer, "answer").includes(id));
  const isRight = (id) => right.includes(id);
  const total = right.length;
  const found = chosen.filter(isRight).length;
  const extra = chosen.length - found;
  const credit = Math.max(0, found - extra) / total;
  const state = stateOf(credit || Math.min(found, 0.5));
  const say = found && extra ? (extra > 1 ? "partly_many" : "partly_one") : state;
  const marks = chosen.map((option) => ({ part: "answer", mark: isRight(option) ? "right" : "wrong", when: [option], option }));
  return { credit, state, marks, say, values: { found, total, extra }, explain: false };
}
