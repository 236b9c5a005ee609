/** Compares a number that was typed, with or without its unit, with the right one. */

const LONGEST = 200;   // of what can be a number and its unit

/** Judges by {answer, tolerance, units, mistakes}. */
export function judgeNumber({ answer, tolerance, units, mistakes }, given) {
  const { value, unit } = readNumber(given, units) ?? {};
  if (isWithin(value, answer, tolerance)) {
    return unit && units.length ? { mark: "wrong", when: [], say: "unit" } : { mark: "right", when: ["right"] };
  }
  const mistake = mistakes.findIndex((other) => isWithin(value, other, 0));
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/** Whether two numbers are the same, but for the tolerance. As in type.py. */
export const isWithin = (value, other, tolerance) => Math.abs(value - other) <= tolerance + 1e-9 * Math.abs(other);

/**
 * The number in a text, and what stands behind it that is none of `units`; null where there is no number.
 * 1,301 and 1 301 are a thousand, 0,5 is a half, 0,278 is less, and 1.301,5 is written as in much of Europe.
 */
export function readNumber(text, units = []) {
  const typed = text.normalize("NFKC").replace(/\p{Cf}/gu, "").replace(/\p{Nd}/gu, digit)
    .replace(/[\u2012\u2013\u2212]/g, "-").replaceAll("\u066b", ".").replaceAll("\u066c", "").trim();
  if (typed.length > LONGEST) return null;
  for (const unit of units) {
    const value = valueOf(without(typed, short(unit)));
    if (value !== null) return { value, unit: "" };
  }
  const [, number, unit] = /^([-+]?[\d\s.,'\u2019]*\d[.,]?)\s*(\D*)$/.exec(typed) ?? [];
  const value = valueOf(number ?? "");
  return value === null ? null : { value, unit };
}

/** What is left of a text without a unit at its end, or in front of it; nothing where it has neither. */
function without(text, unit) {
  const places = [...Array(text.length).keys()].filter((place) => !/\d\d/.test(text.slice(Math.max(place - 1, 0), place + 1)));
  const end = places.find((place) => short(text.slice(place)) === unit);
  const front = places.findLast((place) => short(text.slice(0, place)) === unit);
  return end !== undefined ? text.slice(0, end) : front !== undefined ? text.slice(front) : "";
}

function valueOf(number) {
  const plain = number.replace(/[\s'\u2019]/g, "").replace(/[.,]$/, "");
  if (/^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(",", ""));
  if (/^[-+]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  return /^[-+]?(\d+[.,]?\d*|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

/** A digit of any script as 0 to 9: they stand in rows of ten. */
function digit(sign) {
  let place = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt() - place - 1))) place += 1;
  return place % 10;
}

/** A unit without case, points and white space. */
const short = (unit) => unit.normalize("NFKC").toLowerCase().replace(/[.\s]/g, "");
