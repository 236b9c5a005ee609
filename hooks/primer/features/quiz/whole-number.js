/** Reads how many questions are asked for, in an address or in a field. */

/**
 * The whole number from 1 that a text is, or null.
 * @param {string | null} text
 */
export function wholeNumber(text) {
  return /^\s*0*[1-9]\d*\s*$/.test(text ?? "") ? Number(text) : null;
}
