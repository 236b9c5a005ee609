/** Writes answers as SCORM 1.2 takes them: as interactions, and as what a platform keeps until a learner comes back. */

import { LONGEST } from "./scorm-questions.js";

/**
 * An answer by part.
 * @typedef {Record<string, string[]>} Answer
 *
 * What the browser keeps of a quiz: texts by name.
 * @typedef {[name: string, value: unknown][]} Kept
 */

/** What a platform keeps is no longer. */
export const ROOM = 4096;

/**
 * An answer as `student_response` has it. What has no letters is told in the learner's `words`.
 * @param {import("./scorm-questions.js").Reported} reported
 * @param {Answer} answer
 * @param {string} words
 * @returns {string}
 */
export function responseOf({ type, items, choices }, answer, words) {
  const given = Object.entries(answer).map(([part, values]) => ({ part, values: [values].flat() }));
  switch (type) {
    case "true-false":
    case "choice":
      return listed(given.flatMap(({ values }) => values.map((value) => items[value])));
    case "matching":
      return listed(given.map(({ part, values: [value] }) => items[part] && `${items[part]}.${choices[value] ?? ""}`));
    case "sequencing":
      return given
        .toSorted((one, other) => Number(one.values[0]) - Number(other.values[0]))
        .map(({ part }) => items[part])
        .filter(Boolean)
        .join(",");
    default:
      return words.replace(/\s+/g, " ").slice(0, LONGEST);
  }
}

/** @param {(string | undefined)[]} letters */
const listed = (letters) => letters.filter(Boolean).sort().join(",").slice(0, LONGEST);

/**
 * How good an answer was, as `result` has it: a share of what it is worth is a number there.
 * @param {{ state?: string, credit?: number | null }} judged
 * @returns {string}
 */
export function resultOf({ state, credit }) {
  if (state === "right") return "correct";
  if (state === "wrong") return "wrong";
  return credit == null ? "neutral" : credit.toFixed(2);
}

/**
 * The points in per cent of all that can be reached, each question by its weight; null where nothing can.
 * @param {{ credit?: number | null, isScored?: boolean, weight?: number }[]} questions
 * @returns {number | null}
 */
export function percentOf(questions) {
  const scored = questions.filter(({ isScored }) => isScored);
  const all = scored.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const points = scored.reduce((sum, { weight = 1, credit }) => sum + weight * (credit ?? 0), 0);
  return all ? Math.round((10_000 * points) / all) / 100 : null;
}

/**
 * What a platform keeps of a quiz in this version, in the room that there is. Texts in `known` are written as their
 * place there. Where even that is too long, the longest are left out, and those questions begin empty.
 * @param {string} version
 * @param {Kept} kept
 * @param {string[]} known
 * @returns {string}
 */
export function packed(version, kept, known) {
  const places = new Map(known.map((id, index) => [id, index]));
  const coded = kept
    .map((pair) => code(pair, places))
    .toSorted((one, other) => JSON.stringify(one).length - JSON.stringify(other).length);
  for (let number = coded.length; number > 0; number -= 1) {
    const text = JSON.stringify([version, ...coded.slice(0, number)]);
    if (text.length <= ROOM) return text;
  }
  return "";
}

/**
 * What `packed` has written; nothing where it is damaged, or was written for another version of the quiz.
 * @param {string} text
 * @param {string} version
 * @param {string[]} known
 * @returns {Kept}
 */
export function unpacked(text, version, known) {
  try {
    const [of, ...coded] = JSON.parse(text);
    return of === version ? coded.map((/** @type {unknown} */ pair) => decode(pair, known)) : [];
  } catch {
    return []; // platforms cut what is too long for them
  }
}

/**
 * Numbers stand for known texts, so a number is written as an object.
 * @param {unknown} value
 * @param {Map<string, number>} places
 * @returns {unknown}
 */
function code(value, places) {
  if (typeof value === "string") return places.get(value) ?? value;
  if (typeof value === "number") return { n: value };
  if (Array.isArray(value)) return value.map((one) => code(one, places));
  if (value && typeof value === "object")
    return { o: Object.entries(value).map(([name, one]) => [places.get(name) ?? name, code(one, places)]) };
  return value;
}

/**
 * @param {unknown} value
 * @param {string[]} known
 * @returns {unknown}
 */
function decode(value, known) {
  if (typeof value === "number") return known[value];
  if (Array.isArray(value)) return value.map((one) => decode(one, known));
  if (value && typeof value === "object") {
    const { n: number, o: pairs } = /** @type {{ n?: number, o?: unknown[] }} */ (value);
    return pairs
      ? Object.fromEntries(pairs.map((pair) => /** @type {[string, unknown]} */ (decode(pair, known))))
      : number;
  }
  return value;
}
