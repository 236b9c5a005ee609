/** Compares a number that was typed, with or without its unit, with the right one. */

import { valuesOf } from "./number-forms.js";
import { plain, withRatio, withSigns } from "./number-signs.js";

/**
 * One way to read what was typed: a number, and what stands beside it that is no known unit.
 * @typedef {{value: number, unit: string}} Reading
 *
 * What a text is read by: the spellings of the `unit`, those of a share of a hundred, and what words stand for.
 * @typedef {{units?: string[], shares?: string[], signs?: [word: string, sign: string][]}} Known
 */

const LONGEST = 200; // of what can be a number and its unit

/**
 * Judges a number: 1.000 may be one or a thousand, so it is right if one way to read it is.
 * @param {Known & {answer: number, tolerance: number, mistakes: number[]}} key
 * @param {string} given
 * @returns {{mark: "right" | "wrong", when: string[], say?: string}}
 */
export function judgeNumber({ answer, tolerance, mistakes, ...known }, given) {
  const readings = readNumbers(given, known);
  const right = readings.filter(({ value }) => isWithin(value, answer, tolerance));
  if (right.length) {
    const isUnit = !known.units?.length || right.some(({ unit }) => !unit);
    return isUnit ? { mark: "right", when: ["right"] } : { mark: "wrong", when: [], say: "unit" };
  }
  const mistake = mistakes.findIndex((other) => readings.some(({ value }) => isWithin(value, other, 0)));
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/**
 * Whether two numbers are the same, but for the tolerance. As in type.py.
 * @param {number} value
 * @param {number} other
 * @param {number} tolerance
 * @returns {boolean}
 */
export const isWithin = (value, other, tolerance) => Math.abs(value - other) <= tolerance + 1e-9 * Math.abs(other);

/**
 * What to say of a text that is no number: that it holds several, which may be a range, or none.
 * @param {Known} known
 * @param {string} text
 * @returns {"one_number" | "not_a_number" | null} null where it can be read
 */
export function unread(known, text) {
  if (readNumbers(text, known).length) return null;
  return /\p{Nd}\P{Nd}+\p{Nd}/u.test(text) ? "one_number" : "not_a_number";
}

/**
 * All ways to read a text as a number, the usual one of English first; none where it holds no number, or more.
 *
 * Known units go first, so that they may hold digits; what is left may be a number with other words beside it. Where the
 * unit is a share of a hundred, 1 in 5 is 20, and anything may be counted; where there is no unit, 50% is also a half.
 * @param {string} text
 * @param {Known} [known]
 * @returns {Reading[]}
 */
export function readNumbers(text, known = {}) {
  if (text.length > LONGEST || POWER.test(text)) return [];
  const [, one, other] = TWICE.exec(text) ?? [];
  if (other) {
    const others = readNumbers(other, known);
    return readNumbers(one, known).filter(({ value }) => others.some((same) => isWithin(value, same.value, 0)));
  }
  const { units = [], shares = [], signs = [] } = known;
  const isShare = units.some((unit) => shares.includes(unit));
  const typed = plain(text);
  const signed = withSigns(typed, signs);
  const few = signs.filter(([, sign]) => !sign.startsWith("×")); // a thousand may be a unit
  /** @type {[way: string, signs: Known["signs"]][]} */
  const ways = [
    [withSigns(typed, few), few],
    [signed, signs],
    [withRatio(signed, shares), signs],
  ];
  /** @type {string[]} */
  let left = [];
  for (const [way, words = []] of ways) {
    const names = units.map((unit) => withSigns(plain(unit), words));
    left = withoutUnits(way, names);
    const bare = left.flatMap((part) => valuesOf(part, isShare ? 100 : 1));
    if (bare.length) return [...new Set(bare)].map((value) => ({ value, unit: "" }));
  }
  const [, before, number, behind] = left.map((part) => OTHER_UNIT.exec(part)).find(Boolean) ?? [];
  const values = number === undefined ? [] : valuesOf(number, isShare ? 100 : 1);
  const unit = `${before}${behind}`;
  const isCounted = isShare && /^[\p{L}\p{M} ,.:-]*$/u.test(unit);
  const parts = units.length ? [] : withoutUnits(signed, shares.map(plain)).slice(1);
  return [
    ...values.map((value) => ({ value, unit: isCounted ? "" : unit })),
    ...parts.flatMap((part) => valuesOf(part)).map((value) => ({ value: value / 100, unit: "" })),
  ];
}

/** A digit with a small one beside it: 10² is a hundred, and 102 would be read. */
const POWER = /\p{Nd}[\u00b2\u00b3\u00b9\u2070-\u208e]/u;

/** A number that is said twice, as in "20% (1 in 5)" and "1/5 = 20%". */
const TWICE = /^([^(=]*\p{Nd}[^(=]*)[(=]([^(=]*\p{Nd}[^(=]*)$/u;

/**
 * A number between words, or behind a sign of money. A digit belongs to a word where it touches its letters, as in CO2.
 */
const OTHER_UNIT = /^(|[^\d]*[\p{L}\p{M}\p{Sc}#:;,.=]) ?([-+]?[\d .,'/:×&]*\d)[ .,]*((?:[^\d]|(?<=\p{L})\d)*)$/u;

/**
 * A text, and what is left of it without units at its end or in front of it: two of them, as in "20 people in 100".
 * @param {string} text
 * @param {string[]} units
 * @returns {string[]}
 */
function withoutUnits(text, units) {
  const sought = units.map(short).filter(Boolean);
  const parts = new Set([text]);
  for (const _ of [1, 2]) for (const part of [...parts]) for (const left of withoutOne(part, sought)) parts.add(left);
  return [...parts].filter(Boolean);
}

/**
 * What is left of a text without one of the units, for each that it has.
 * @param {string} text
 * @param {string[]} sought
 * @returns {string[]}
 */
function withoutOne(text, sought) {
  const letters = [...text];
  const shorts = letters.map(short);
  return letters.flatMap((letter, place) => {
    if (/\d\d/.test((letters[place - 1] ?? "") + letter)) return [];
    const left = [];
    if (sought.includes(shorts.slice(place).join(""))) left.push(plain(letters.slice(0, place).join("")));
    if (sought.includes(shorts.slice(0, place).join(""))) left.push(plain(letters.slice(place).join("")));
    return left;
  });
}

/**
 * A unit without case, accents, points, hyphens and white space.
 * @param {string} unit
 * @returns {string}
 */
const short = (unit) =>
  unit
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[\u0300-\u036f.\s-]/g, "");
