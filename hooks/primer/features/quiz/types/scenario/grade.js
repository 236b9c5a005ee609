import { stateOf } from "../../grading.js";

/**
 * A story, as it is judged: a step leads on by its choices, or ends in an outcome.
 * @typedef {{ outcome?: string, choices: Record<string, string> }} Step
 * @typedef {{ first: string, steps: Record<string, Step> }} Story
 * @typedef {import("../../grading.js").Answer} Answer
 * @typedef {import("../../grading.js").Grade} Grade
 */

/** @type {Record<string, number>} */
const WORTH = { good: 1, mixed: 0.5, poor: 0 };

/**
 * @template Value
 * @param {Record<string, Value> | undefined} object
 * @param {unknown} name
 * @returns {Value | undefined}
 */
const own = (object, name) => (object && Object.hasOwn(object, String(name)) ? object[String(name)] : undefined);

/**
 * Grades a way through a story by where it ends. The key is {first, steps}: `steps` holds {outcome, choices} by id,
 * and `choices` the step that each choice leads to. A way that stops before an ending, or that there is not, is worth
 * nothing.
 * @param {Story} key
 * @param {Answer} answer
 * @returns {Grade}
 */
export function grade({ first, steps }, answer) {
  /** @type {string | undefined} */
  let last = first;
  for (const choice of [answer?.path ?? []].flat()) last = own(own(steps, last)?.choices, choice);
  const outcome = own(steps, last)?.outcome;
  const credit = WORTH[outcome ?? ""] ?? 0;
  return {
    credit,
    state: stateOf(credit),
    marks: [],
    say: outcome ? `ended_${outcome}` : "not_ended",
    values: {},
    explain: true,
  };
}

/**
 * The last choice beside a way that could still have led to a better ending, or undefined: what to try next time.
 * @param {Story} key
 * @param {string[]} path
 * @returns {string | undefined} the id of a choice
 */
export function betterChoice({ first, steps }, path) {
  const best = new Map(); // a story has no loops, so each step is looked at once
  /** @type {(id: string) => number} */
  const bestFrom = (id) => {
    if (!best.has(id)) {
      const { outcome, choices } = steps[id];
      best.set(id, Math.max(WORTH[outcome ?? ""] ?? -1, ...Object.values(choices).map(bestFrom)));
    }
    return best.get(id);
  };
  const way = [first];
  for (const choice of path) way.unshift(steps[way[0]].choices[choice]);
  const reached = bestFrom(way[0]);
  for (const id of way.slice(1)) {
    const [choice, to] = Object.entries(steps[id].choices).sort(
      ([, one], [, other]) => bestFrom(other) - bestFrom(one),
    )[0];
    if (bestFrom(to) > reached) return choice;
  }
  return undefined;
}
