/** Compares what was typed with words that are accepted, or that are mistakes to expect. */

import { withPlainDigits, withoutUnseen } from "./typed.js";

/**
 * Judges words; a spelling that is nearly right is near, and spaces decide only where they make a mistake of it.
 * @param {{accepted: string[], mistakes: string[]}} key
 * @param {string} given
 * @returns {{mark: "right" | "near" | "wrong", when: string[]}}
 */
export function judgeText({ accepted, mistakes }, given) {
  const right = accepted.map(normalised);
  const text = normalised(given);
  if (right.includes(text)) return { mark: "right", when: ["right"] };
  const mistake = mistakes.map(normalised).indexOf(text);
  if (mistake < 0 && right.some((one) => together(one) === together(text))) return { mark: "right", when: ["right"] };
  if (mistake < 0 && right.some((one) => isSlip(one, text))) return { mark: "near", when: [] };
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/**
 * Whether one text is the other with a slip of the keyboard. Other digits are another number, and where words begin in
 * another way they often say something else: moral and amoral, competent and incompetent, effect and affect.
 * @param {string} one
 * @param {string} other
 */
const isSlip = (one, other) =>
  String(one.match(KEPT)) === String(other.match(KEPT)) &&
  isNear(one, other, one.length > 8 ? 2 : one.length > 4 ? 1 : 0);

/** What no slip changes: digits, and the first letters of words. */
const KEPT = /\d|(?<![\p{L}\p{M}])\p{L}\p{M}*/gu;

/**
 * A text normalised for comparison: without case, accents, white space, punctuation and what is not seen; letters that
 * most keyboards lack are as people write them without, "œ" as "oe". As in question.py.
 * @param {string} text
 * @returns {string}
 */
export function normalised(text) {
  const letters = withoutUnseen(text.replace(APOSTROPHES, "").normalize("NFKD"))
    .replace(ACCENTS, "")
    .replace(APOSTROPHES, "");
  return withPlainDigits(letters.toUpperCase().toLowerCase())
    .replace(/[ßæœøłđðþىیةک]/g, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/**
 * Letters as people write them whose keyboard lacks them, or who take less care. In Arabic these are the letters that
 * search engines take as one too: in Egypt, a word ends in ه and ى for ة and ي; and Persian keyboards have their own ي and
 * ك. Hiragana and katakana stay apart: keyboards for Japanese offer both, so whoever writes one has chosen it.
 * @type {Record<string, string>}
 */
const PLAIN = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
};

/** All that keyboards write for one: straight, curly, grave, acute, prime, modifier letters, and those of other scripts. */
const APOSTROPHES =
  /['`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u0374\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07]/g;

/**
 * Marks that may be left out, and what stretches a word in Arabic. Those of other scripts, such as the vowels of
 * Devanagari and Thai, make another word; so do those that make another Cyrillic letter, as й, ў, ї, ѓ and ќ are.
 */
const ACCENTS =
  /(?!(?<=[иуИУ])\u0306|(?<=[іІ])\u0308|(?<=[гкГК])\u0301)[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** @type {(text: string) => string} */
const together = (text) => text.replaceAll(" ", "");

/**
 * Whether so many letters, put in, left out, replaced or swapped with their neighbour, make one word of the other.
 * @param {string} one
 * @param {string} other
 * @param {number} letters
 * @returns {boolean}
 */
export function isNear(one, other, letters) {
  if (one === other) return true;
  if (!letters) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  /** @type {(left: number, right: number) => boolean} */
  const without = (left, right) => isNear(one.slice(same + left), other.slice(same + right), letters - 1);
  const swapped = one[same] === other[same + 1] && one[same + 1] === other[same];
  return without(1, 0) || without(0, 1) || without(1, 1) || (swapped && without(2, 2));
}
