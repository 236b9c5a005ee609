/** Judges answers of one part or several, each by itself. */

/**
 * How good an answer to one part is, and under what its feedback is filed, the best first.
 * @typedef {{ mark: "right" | "near" | "wrong", when: string[], say?: string }} Verdict
 *
 * A verdict with the part that it is on, and the option, where it is on one.
 * @typedef {Verdict & { part: string, option?: string }} Mark
 *
 * An answer by part, as it was kept: anything may stand in a damaged one.
 * @typedef {Record<string, unknown> | null | undefined} Answer
 *
 * What a script of a type returns; registry.js says what each is.
 * @typedef {{ credit: number | null, state: string, marks: Mark[], say: string, values: Record<string, number>, explain: boolean }} Grade
 */

const WORTH = { right: 1, near: 0.5, wrong: 0 };

/**
 * How good an answer is that is worth so much.
 * @param {number} credit
 */
export const stateOf = (credit) => (credit === 1 ? "right" : credit ? "partly" : "wrong");

/**
 * What an answer holds for a part, as texts; nothing where it holds none, or something damaged.
 * @param {Answer} answer
 * @param {string} part
 */
export function valuesFor(answer, part) {
  const values = answer && Object.hasOwn(answer, part) ? [answer[part]].flat() : [];
  return values.map((value) => String(value ?? "").trim()).filter(Boolean);
}

/**
 * Grades parts that are worth the same; `judge(part, given)` says {mark, when}, and `say` where it has more to say.
 * @template Key
 * @param {{ parts: (Key & { id: string })[] }} key
 * @param {Answer} answer
 * @param {(part: Key, given: string) => Verdict} judge
 * @returns {Grade}
 */
export function gradeParts({ parts }, answer, judge) {
  const marks = parts.flatMap((part) =>
    valuesFor(answer, part.id)
      .slice(0, 1)
      .map((given) => ({ part: part.id, ...judge(part, given) })),
  );
  const total = parts.length;
  const credit = marks.reduce((sum, { mark }) => sum + WORTH[mark], 0) / total;
  const found = marks.filter(({ mark }) => mark === "right").length;
  const state = total === 1 && marks.length ? marks[0].mark : stateOf(credit);
  return { credit, state, marks, say: marks[0]?.say ?? state, values: { found, total }, explain: false };
}

/**
 * Judges what was picked by the ids of what is `right`.
 * @param {{ right: string[] }} key
 * @param {string} given
 * @returns {Verdict}
 */
export function judgePick({ right }, given) {
  const mark = right.includes(given) ? "right" : "wrong";
  return { mark, when: [given, mark] };
}

/**
 * Grades {parts: [{id, right}]}, of each of which one thing is picked.
 * @param {{ parts: { id: string, right: string[] }[] }} key
 * @param {Answer} answer
 */
export const gradePicks = (key, answer) => gradeParts(key, answer, judgePick);

/**
 * Grades options by {options, right}: right ones chosen, less wrong ones, of all right ones. `mixed` names what is
 * said where wrong ones were chosen beside right ones.
 * @param {{ options: string[], right: string[] }} key
 * @param {Answer} answer
 * @param {string} mixed
 * @returns {Grade}
 */
export function gradeOptions({ options, right }, answer, mixed = "partly") {
  const chosen = options.filter((id) => valuesFor(answer, "answer").includes(id));
  /** @param {string} id */
  const isRight = (id) => right.includes(id);
  const total = right.length;
  const found = chosen.filter(isRight).length;
  const extra = chosen.length - found;
  const credit = Math.max(0, found - extra) / total;
  const state = stateOf(credit || Math.min(found, 0.5));
  const say = found && extra ? mixed : state;
  /** @type {Mark[]} */
  const marks = chosen.map((option) => ({
    part: "answer",
    mark: isRight(option) ? "right" : "wrong",
    when: [option],
    option,
  }));
  return { credit, state, marks, say, values: { extra, found, total }, explain: false };
}
