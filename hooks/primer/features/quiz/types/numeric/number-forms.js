/** Reads what is written in digits alone as a number: whole, decimal, a fraction or a ratio. */

/**
 * All that a text may mean that is written in digits and signs: "1,5", "1 1/2" and "1&1/2", "2×1000", "1:5".
 *
 * A ratio and a fraction are shares, so they are also counted `per` hundred where a share of a hundred is asked for.
 * @param {string} text
 * @param {number} [per]
 * @returns {number[]}
 */
export function valuesOf(text, per = 1) {
  const [, left, sign, right] = /^(.+?) ?([:×]) ?(.+)$/.exec(text) ?? [];
  if (sign) {
    const pairs = valuesOf(left).flatMap((one) => valuesOf(right).map((other) => [one, other]));
    if (sign === "×") return pairs.map(([one, other]) => one * other);
    return pairs.filter(([part, all]) => part >= 0 && part <= all && all).map(([part, all]) => (per * part) / all);
  }
  const [, minus, digits] = /^([-+]?)(.+)$/.exec(text) ?? ["", "", ""];
  const values = fractionsOf(digits, per) ?? positiveValuesOf(digits);
  return minus === "-" ? values.map((value) => -value) : values;
}

/**
 * What a fraction may mean; null where a text is none.
 * @param {string} digits
 * @param {number} per
 */
function fractionsOf(digits, per) {
  const [, whole, over, under] = /^(?:(.*\d) ?[ &-] ?)?(\d+)\/(\d+)$/.exec(digits) ?? [];
  if (!Number(under)) return null;
  const share = Number(over) / Number(under);
  if (whole) return positiveValuesOf(whole).map((value) => value + share);
  return per === 1 ? [share] : [share, per * share];
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
