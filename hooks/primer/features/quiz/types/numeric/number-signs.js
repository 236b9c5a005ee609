/** Writes a number that was typed in plain signs, one for each thing. */

import { withPlainDigits, withoutUnseen } from "../../typed.js";

/**
 * A text with one sign for each thing, without what stands around a number and means nothing.
 * @param {string} text
 * @returns {string}
 */
export function plain(text) {
  const signs = text
    .replace(/[\u00bc-\u00be\u2150-\u215f\u2189]/g, (fraction) => ` ${fraction}`) // 1½ would become 11/2
    .replaceAll("\u00b4", "'")
    .replaceAll("\u00ba", "\u00b0") // what Spanish keyboards have for a degree
    .normalize("NFKC")
    .replace(/[\p{Pd}\u02d7\u2043\u207b\u2212\u2796]/gu, "-")
    .replace(/[\u2018-\u201b\u2032\u02b9\u02bb\u02bc`]/g, "'")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/[\u2236\ua789]/g, ":")
    .replaceAll("\u066a", "%")
    .replace(/[\u00b7\u066b]/g, ".")
    .replace(/[\u060c\u066c\u3001]/g, ",")
    .replace(/[\u0964\u3002]/g, ".")
    .replace(/["*\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f()[\]]/g, " ");
  return withPlainDigits(withoutUnseen(signs))
    .replace(/\s+/g, " ")
    .replace(/^[ '=~:#\u2248]+|[ '.,:;!?+~]+$/g, "")
    .replace(/(?<=\d) ?([.,/:]) ?(?=\d)/g, "$1")
    .replace(/^([-+]) /, "$1")
    .replace(/^([^-]*\d) ?-$/, "-$1"); // as Arabic has it
}

/**
 * A plain text with signs for the words that stand for one.
 * @param {string} text
 * @param {[word: string, sign: string][]} signs longer words before those that begin them
 */
export function withSigns(text, signs) {
  let signed = text;
  for (const [word, sign] of signs) signed = signed.replace(pattern(word), sign);
  return plain(signed.replace(/(\d) ?×/g, "$1×").replace(/(?<!\d)×/g, ""));
}

/**
 * A plain text with ":" for the words between the two numbers of a share.
 * @param {string} text
 * @param {string[]} shares spellings of a share of a hundred, such as "in 100" and "out of 100"
 */
export function withRatio(text, shares) {
  let signed = text;
  const words = shares.filter((share) => /\p{L}.* 100$/u.test(share)).map((share) => share.slice(0, -4));
  for (const word of words.toSorted((one, other) => other.length - one.length))
    signed = signed.replace(new RegExp(`(\\d) ?${pattern(word).source} ?(?=\\d)`, "giu"), "$1:");
  return signed;
}

/**
 * Finds a word or several, whatever stands between them.
 * @param {string} word
 */
const pattern = (word) =>
  new RegExp(
    `(?:(?<=\\d)-)?(?<![\\p{L}\\p{M}])${word.match(/[\p{L}\p{M}]+/gu)?.join("[ .'-]*")}(?![\\p{L}\\p{M}])\\.?`,
    "giu",
  );
