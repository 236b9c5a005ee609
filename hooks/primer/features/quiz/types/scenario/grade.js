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
 * @param {{first: string, steps: Record<string, {outcome?: string, choices: Record<string, string>}>}} key
 * @param {{path: string[]}} answer
 * @returns {string | undefined} the id of a choice
 */
export function betterChoice({ first, steps }, { path }) {
  const best = new Map(); // a story has no loops, so each step is looked at once
  const bestFrom = (id) => {
    if (!best.has(id)) {
      const { outcome, choices } = steps[id];
      best.set(id, Math.max(WORTH[outcome] ?? -1, ...Object.values(choices).map(bestFrom)));
    }
    return best.get(id);
  };
  const way = path.reduce((ids, choice) => [...ids, steps[ids.at(-1)].choices[choice]], [first]);
  const reached = bestFrom(way.at(-1));
  for (const id of way.slice(0, -1).reverse()) {
    const [choice, to] = Object.entries(steps[id].choices).sort(
      ([, one], [, other]) => bestFrom(other) - bestFrom(one),
    )[0];
    if (bestFrom(to) > reached) return choice;
  }
  return undefined;
}
