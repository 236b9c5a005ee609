import { stateOf } from "../../grading.js";

const WORTH = { good: 1, mixed: 0.5, poor: 0 };

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

/**
 * Grades a way through a story by where it ends. The key is {first, steps}: `steps` holds {outcome, choices} by id,
 * and `choices` the step that each choice leads to. A way that stops before an ending, or that there is not, is worth
 * nothing.
 */
export function grade({ first, steps }, answer) {
  const path = [answer?.path ?? []].flat();
  const last = path.reduce((id, choice) => own(own(steps, id)?.choices, choice), first);
  const outcome = own(steps, last)?.outcome;
  const credit = WORTH[outcome] ?? 0;
  return { credit, state: stateOf(credit), marks: [], say: outcome ? `ended_${outcome}` : "not_ended", values: {}, explain: true };
}
