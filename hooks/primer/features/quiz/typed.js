/** Makes what keyboards of any script write into the same plain signs, before it is compared. */

const UNSEEN = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/**
 * A text without signs that nobody sees. As in question.py.
 * @param {string} text
 * @returns {string}
 */
export const withoutUnseen = (text) => text.replace(UNSEEN, "");

/**
 * A text with the digits of any script as 0 to 9. As in question.py.
 * @param {string} text
 * @returns {string}
 */
export const withPlainDigits = (text) => text.replace(/\p{Nd}/gu, digit);

/**
 * A digit as 0 to 9: each script has its ten in a row.
 * @param {string} sign
 * @returns {string}
 */
function digit(sign) {
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
