/** Compares a number that was typed, with or without its unit, with the right one. */

import { withPlainDigits, withoutUnseen } from "../../typed.js";

/**
 * One way to read what was typed: a number, and what stands beside it that is no known unit.
 * @typedef {{value: number, unit: string}} Reading
 */

const LONGEST = 200; // of what can be a number and its unit

/**
 * Judges a number: 1.000 may be one or a thousand, so it is right if one way to read it is.
 * @param {{answer: number, tolerance: number, units: string[], mistakes: number[]}} key
 * @param {string} given
 * @returns {{mark: "right" | "wrong", when: string[], say?: string}}
 */
export function judgeNumber({ answer, tolerance, units, mistakes }, given) {
  const readings = readNumbers(given, units);
  const right = readings.filter(({ value }) => isWithin(value, answer, tolerance));
  if (right.length) {
    const isUnit = !units.length || right.some(({ unit }) => !unit);
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
 * All ways to read a text as a number, the usual one of English first; none where it holds no number, or more.
 *
 * Known units go first, so that they may hold digits; what is left may be a number with other words behind it.
 * 50% is also a half, where no known unit says how it is meant.
 * @param {string} text
 * @param {string[]} [units]
 * @returns {Reading[]}
 */
export function readNumbers(text, units = []) {
  if (text.length > LONGEST || POWER.test(text)) return [];
  const typed = plain(text);
  let parts = [typed];
  for (const _ of [1, 2])
    parts = [...new Set(parts.flatMap((part) => [part, ...units.map((unit) => without(part, unit))]))];
  const bare = [...new Set(parts.flatMap(valuesOf))].map((value) => ({ value, unit: "" }));
  if (bare.length) return bare;
  const [, sign, number, unit] = OTHER_UNIT.exec(typed) ?? [];
  const values = number === undefined ? [] : valuesOf(number);
  const shares = unit === "%" ? values.map((value) => ({ value: value / 100, unit: "" })) : [];
  return [...values.map((value) => ({ value, unit: unit || sign })), ...shares];
}

/** A digit with a small one beside it: 10² is a hundred, and 102 would be read. */
const POWER = /\p{Nd}[\u00b2\u00b3\u00b9\u2070-\u208e]/u;

/** A number between a sign of money and words. A digit belongs to a word where it touches its letters, as in CO2. */
const OTHER_UNIT = /^(\p{Sc}?) ?([-+]?[\d .,'/]*\d)[ .,]*((?:[^\d]|(?<=\p{L})\d)*)$/u;

/**
 * A text with one sign for each thing, without what stands around a number and means nothing.
 * @param {string} text
 * @returns {string}
 */
function plain(text) {
  const signs = text
    .replace(/[\u00bc-\u00be\u2150-\u215f\u2189]/g, (fraction) => ` ${fraction}`) // 1½ would become 11/2
    .replaceAll("\u00b4", "'")
    .replaceAll("\u00ba", "\u00b0") // what Spanish keyboards have for a degree
    .normalize("NFKC")
    .replace(/[\p{Pd}\u02d7\u207b\u2212\u2796]/gu, "-")
    .replace(/[\u2018-\u201b\u2032\u02b9\u02bb\u02bc`]/g, "'")
    .replace(/[\u2044\u2215]/g, "/")
    .replaceAll("\u066a", "%")
    .replace(/[\u00b7\u066b]/g, ".")
    .replace(/[\u060c\u066c\u3001]/g, ",")
    .replace(/[\u0964\u3002]/g, ".")
    .replace(/["\u201c-\u201f\u00ab\u00bb()[\]]/g, " ");
  return withPlainDigits(withoutUnseen(signs))
    .replace(/\s+/g, " ")
    .replace(/^[ '=~\u2248]+|[ '.,:;!?]+$/g, "")
    .replace(/ ?([.,/]) ?/g, "$1")
    .replace(/^([-+]) /, "$1");
}

/**
 * What is left of a text without a unit at its end, or in front of it; nothing where it has neither.
 * @param {string} text
 * @param {string} unit
 * @returns {string}
 */
function without(text, unit) {
  const sought = short(plain(unit));
  if (!sought) return "";
  const places = [...Array(text.length).keys()].filter(
    (place) => !/\d\d/.test(text.slice(Math.max(place - 1, 0), place + 1)),
  );
  const end = places.find((place) => short(text.slice(place)) === sought);
  const front = places.findLast((place) => short(text.slice(0, place)) === sought);
  return end !== undefined ? plain(text.slice(0, end)) : front !== undefined ? plain(text.slice(front)) : "";
}

/**
 * A unit without case, accents, points, hyphens and white space.
 * @param {string} unit
 * @returns {string}
 */
const short = (unit) =>
  unit
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f.\s-]/g, "");

/**
 * What a number may mean that is written in digits alone, as whole, decimal or a fraction.
 * @param {string} number
 * @returns {number[]}
 */
function valuesOf(number) {
  const [, sign, digits] = /^([-+]?)(.+)$/.exec(number) ?? ["", "", ""];
  const [, whole = "0", over, under] = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(digits) ?? [];
  const values = Number(under) ? [Number(whole) + Number(over) / Number(under)] : positiveValuesOf(digits);
  return sign === "-" ? values.map((value) => -value) : values;
}

/**
 * @param {string} digits
 * @returns {number[]}
 */
function positiveValuesOf(digits) {
  const values = FORMS.filter(([form]) => form.test(digits)).map(([, groups, point]) =>
    Number(digits.replace(groups, "").replace(point, ".")),
  );
  return [...new Set(values)];
}

/**
 * How numbers are written, what parts their groups, and what is in front of their decimals.
 * Groups have three digits, or two before the last three as in India: 1,00,000.
 * @type {[RegExp, RegExp, string][]}
 */
const FORMS = [
  [/^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/, /,/g, "."],
  [/^[1-9]\d?(,\d{2})*,\d{3}(\.\d*)?$/, /,/g, "."],
  [/^[1-9]\d{0,2}([ ']\d{3})+([.,]\d*)?$/, /[ ']/g, ","],
  [/^(\d+[.,]?\d*|[.,]\d+)$/, /^$/g, ","],
  [/^[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/, /\./g, ","],
  [/^\d+([.,]\d+)?e[-+]?\d{1,2}$/i, /^$/g, ","],
];
