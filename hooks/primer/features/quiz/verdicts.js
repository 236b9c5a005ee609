/** Shows in the form of a question what was made of its answer. */

import { copy, make, textOf } from "./elements.js";
import { keepClear } from "./screens.js";

/**
 * @typedef {import("./grading.js").Grade} Grade
 * @typedef {import("./grading.js").Mark} Mark
 * @typedef {import("./interfaces.d.ts").Say} Say
 */

/** The control of a part that holds its answer; an item that is moved has none to see. */
const ANSWERED = "input:checked, .quiz__text, .quiz__select";

/** @param {HTMLFormElement} form */
export const statusOf = (form) => form.querySelector(".quiz__status");

/**
 * Says something; what only has to be `heard` can be read elsewhere.
 * @param {HTMLFormElement} form
 * @param {string} text
 * @param {string} [heard]
 */
export function status(form, text, heard) {
  const [line, more] = statusOf(form).children;
  line.textContent = text;
  more.textContent = heard ? `\u00a0${heard}` : ""; // any other space is lost at the beginning of a box
}

/**
 * Shows how good an answer was; the right answer itself stays folded away.
 * @param {HTMLFormElement} form
 * @param {Grade} grade
 * @param {Say} say
 */
export function showGrade(form, { state, say: word, values, marks, explain }, say) {
  clear(form);
  const verdicts = marks.map((mark) => ({ ...mark, verdict: showMark(form, mark, say) }));
  form.dataset.state = state;
  form.toggleAttribute("data-told", marks.length === 1 && "option" in marks[0] && marks[0].mark === state);
  const weak = verdicts.filter(({ mark }) => mark !== "right");
  const heard = (weak.length ? weak : verdicts).map(({ option, verdict }) => {
    const named = verdict.closest(".quiz__option, .quiz__part")?.querySelector("label, .quiz__item");
    const parts = [named, ...verdict.children].slice(marks[1] ? 0 : option ? 2 : 1);
    return parts.map(textIn).filter(Boolean).join(". ");
  });
  status(form, say(word, values), heard.join(" "));
  retryOf(form).hidden = false;
  const shown = form.querySelectorAll(`.quiz__model${explain || state === "right" ? ", .quiz__explanation" : ""}`);
  form.querySelector(".quiz__outcome").append(...[...shown].map(copy));
}

/**
 * Puts a word and the feedback beside what was answered.
 * @param {HTMLFormElement} form
 * @param {Mark} mark
 * @param {Say} say
 */
function showMark(form, { part, mark, when, option }, say) {
  /** @type {(name: string, value: string, within?: HTMLElement) => HTMLElement | null} */
  const find = (name, value, within = form) => within.querySelector(`[data-${name}~="${value}"]`);
  const control = option ? form.querySelector(`.quiz__input[value="${option}"]`) : null;
  const whole = /** @type {HTMLElement} */ (find("part", part));
  const place = control?.closest(".quiz__option") ?? find("beside", part) ?? whole;
  const textContent = (place.dataset.label ?? "") + (place.dataset[mark] ?? say(`mark_${mark}`));
  const key = find("key", part) ?? form;
  const said = when.map((name) => find("when", name, key)).find(Boolean);
  const verdict = make("div", { id: `${form.id}--${option ?? part}--verdict`, className: "quiz__verdict" });
  verdict.dataset.mark = mark;
  verdict.append(make("strong", { className: "quiz__mark", textContent }), ...(said ? [copy(said)] : []));
  const described = control ?? whole.querySelector(ANSWERED);
  if (described) describe(described, verdict.id, true);
  place.append(verdict);
  return verdict;
}

/**
 * Takes away all that was said to an answer.
 * @param {HTMLFormElement} form
 */
export function clear(form) {
  delete form.dataset.state;
  delete form.dataset.told;
  status(form, "");
  form.querySelector(".quiz__outcome").replaceChildren();
  for (const verdict of verdictsIn(form)) {
    const described = form.querySelector(`[aria-describedby~="${verdict.id}"]`);
    if (described) describe(described, verdict.id, false);
    verdict.remove();
  }
}

/**
 * Makes a form as it was sent, but for its fields.
 * @param {HTMLFormElement} form
 */
export function reset(form) {
  clear(form);
  retryOf(form).hidden = true;
  for (const details of form.querySelectorAll("details")) details.open = false;
  form.querySelector(".quiz__answer").removeAttribute("data-revealed");
}

/**
 * Brings what was said to an answer into view, last the line about the whole of it: where there is no room for all, that
 * is what has to be seen. Goes on with the button that has come.
 * @param {HTMLFormElement} form
 */
export function lead(form) {
  if ("here" in form.dataset) {
    const bar = form.querySelector(".quiz__do");
    const isTall = bar.offsetHeight * 3 > innerHeight; // with large letters, it would hide what is said
    bar.style.position = isTall ? "static" : "";
    keepClear(isTall ? "" : `${bar.offsetHeight}px`);
  }
  const parts = [...verdictsIn(form)].reverse();
  if (!("told" in form.dataset)) parts.push(statusOf(form));
  for (const part of parts)
    for (const one of [part.closest(".quiz__option, .quiz__row"), part]) one?.scrollIntoView({ block: "nearest" });
  const next = form.querySelector(".quiz__next");
  const { activeElement } = document;
  if (next?.checkVisibility() && form.contains(activeElement) && !activeElement?.checkVisibility())
    next.focus({ preventScroll: true });
}

/** @param {HTMLFormElement} form */
const verdictsIn = (form) => form.querySelectorAll(".quiz__verdict[id]");

/** @param {HTMLFormElement} form */
const retryOf = (form) => form.querySelector("[data-action=retry]");

/** @param {Element | null | undefined} element */
const textIn = (element) => (element ? textOf(element).replace(/\s+/g, " ") : "");

/**
 * @param {Element} control
 * @param {string} id of something that describes it now, or no longer
 * @param {boolean} describes
 */
function describe(control, id, describes) {
  const others = control.getAttribute("aria-describedby")?.replace(id, "") ?? "";
  control.setAttribute("aria-describedby", (describes ? `${others} ${id}` : others).trim());
}
