/** Decides what a quiz shows next where it shows one question at a time. */

/**
 * What is known of a question on the way.
 * @typedef {object} Step
 * @property {string} id
 * @property {boolean} isOpen whether it has no answer yet
 */

/** The name of the parameter that says how much is shown at once. */
const VIEW = "view";

/**
 * How much of a quiz is shown at once: one question on its own page, where the address asks for nothing else.
 * @param {string} search the parameters of an address
 * @param {boolean} standalone whether the page is the quiz's own
 * @returns {"one" | "all"}
 */
export function viewOf(search, standalone) {
  return standalone && asked(search) !== "all" ? "one" : "all";
}

/**
 * Whether a class looks on, on the quiz's own page.
 * @param {string} search the parameters of an address
 * @param {boolean} standalone whether the page is the quiz's own
 */
export const isForClass = (search, standalone) => standalone && asked(search) === "class";

/** @param {string} search */
const asked = (search) => new URLSearchParams(search).get(VIEW)?.trim().toLowerCase();

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
  if (view !== "one") others.push(`${VIEW}=${view}`);
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

/**
 * What a question of a list looks like there: how it was judged, or only that it has an answer.
 * @param {{state?: string, isOpen: boolean}} question
 * @returns {string}
 */
export const markOf = ({ state, isOpen }) => state ?? (isOpen ? "open" : "given");
