/** Decides what a quiz shows next where it shows one question at a time. */

/**
 * What is known of a question on the way.
 * @typedef {object} Step
 * @property {string} id
 * @property {boolean} isOpen whether it has no answer yet
 */

/**
 * What an address asks to be shown at once: one question, `all`, or one for a `class`.
 * @param {string} search the parameters of the address
 */
export function viewOf(search) {
  return /[?&]view=(all|class)\b/i.exec(search)?.[1].toLowerCase() ?? "one";
}

/**
 * Whether an address asks for anything but a view, so that questions may be left out or stand in another order.
 * @param {string} search the parameters of the address
 */
export const asksForOrder = (search) => searchFor(search, "one").length > 1;

/**
 * The parameters of the same page in another view; all others stay as they were written.
 * @param {string} search the parameters of an address
 * @param {string} view
 * @returns {string}
 */
export function searchFor(search, view) {
  const others = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part && !/^view(=|$)/.test(part));
  if (view !== "one") others.push(`view=${view}`);
  return `?${others.join("&")}`;
}

/**
 * The question to begin with: the first without an answer, or the first of all.
 * @param {Step[]} steps
 * @returns {number}
 */
export function firstOpen(steps) {
  return Math.max(
    0,
    steps.findIndex(({ isOpen }) => isOpen),
  );
}

/**
 * Where a reader is at first. A linked question goes first, then the place that the tab kept, then the start.
 * @param {Step[]} steps
 * @param {{linked?: string, kept?: string}} known ids of questions, and `end` of the results
 * @returns {number | "start" | "end"}
 */
export function placeOf(steps, { linked, kept }) {
  const at = (/** @type {string | undefined} */ id) => steps.findIndex((step) => step.id === id);
  if (at(linked) >= 0) return at(linked);
  if (kept === "end") return "end";
  return at(kept) >= 0 ? at(kept) : "start";
}
