/** Puts what can be practised in order: first what went wrong. */

/**
 * How a question went, as far as this browser keeps that.
 * @typedef {{ done?: boolean, first?: string, last?: string }} Kept
 *
 * The ids of the questions of an objective: those to look at again, those not tried yet, and the others.
 * @typedef {{ again: string[], open: string[], right: string[] }} Sorted
 */

const WEAK = ["wrong", "partly", "near", "shown"];

/**
 * Sorts questions by how they went.
 * @param {string[]} ids
 * @param {(id: string) => Kept | undefined} kept
 * @returns {Sorted}
 */
export function sorted(ids, kept) {
  const found = {
    again: /** @type {string[]} */ ([]),
    open: /** @type {string[]} */ ([]),
    right: /** @type {string[]} */ ([]),
  };
  for (const id of ids) {
    const record = kept(id);
    const went = record?.last ?? record?.first;
    if (!went) found.open.push(id);
    else if (WEAK.includes(went)) found.again.push(id);
    else found.right.push(id);
  }
  return found;
}

/**
 * The questions to ask: those that went wrong, and with them those not tried yet; all of them where there are none.
 * @param {Sorted} sorted
 */
export function toAsk({ again, open, right }) {
  return again.length || open.length ? [...again, ...open] : right;
}

/**
 * Compares what is practised: more that went wrong comes first, then what is begun and has most left to try. What
 * nobody has begun stays where it is.
 * @param {Sorted} one
 * @param {Sorted} other
 */
export function compare(one, other) {
  const begun = Number(isBegun(other)) - Number(isBegun(one));
  const left = isBegun(one) ? other.open.length - one.open.length : 0;
  return other.again.length - one.again.length || begun || left;
}

/** @param {Sorted} sorted */
export const isBegun = ({ again, right }) => again.length + right.length > 0;
