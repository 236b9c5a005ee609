import { copy, make, textOf } from "../../elements.js";
import { registerType } from "../../registry.js";
import { betterChoice, grade } from "./grade.js";

/**
 * What was chosen on the way, by form.
 * @type {WeakMap<HTMLFormElement, string[]>}
 */
const paths = new WeakMap();

/** @param {HTMLFormElement} form */
const pathOf = (form) => paths.get(form) ?? [];

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
const stepsOf = (form) => [...form.querySelectorAll(".quiz__step")];

/** @param {HTMLFormElement} form */
const current = (form) => /** @type {HTMLElement} */ (stepsOf(form).find(({ hidden }) => !hidden));

/**
 * @param {ParentNode} within
 * @param {string} id
 */
const choiceIn = (within, id) => within.querySelector(`[data-choice="${id}"]`);

/**
 * What grade.js judges by.
 * @param {HTMLFormElement} form
 */
function keyOf(form) {
  const steps = stepsOf(form);
  const choices = (/** @type {HTMLElement} */ step) =>
    Object.fromEntries([...step.querySelectorAll("[data-choice]")].map(({ dataset }) => [dataset.choice, dataset.to]));
  return {
    first: steps[0].dataset.step,
    steps: Object.fromEntries(
      steps.map((step) => [step.dataset.step, { outcome: step.dataset.outcome, choices: choices(step) }]),
    ),
  };
}

/**
 * Makes the links to steps into buttons, and keeps the numbers that the steps have on paper.
 * @param {HTMLFormElement} form
 */
function prepare(form) {
  for (const link of form.querySelectorAll("a.quiz__choice")) {
    const button = make("button", { type: "button", className: "quiz__choice" });
    Object.assign(button.dataset, link.dataset);
    button.append(...link.childNodes);
    link.replaceWith(button);
  }
  for (const number of form.querySelectorAll(".quiz__step > .quiz__why")) {
    const onPaper = make("span", { className: "quiz__paper" });
    onPaper.append(...number.childNodes);
    number.append(onPaper, make("span", { className: "quiz__turn" }));
  }
}

/**
 * Goes as far into a story as a path leads.
 * @param {HTMLFormElement} form
 * @param {string[]} path
 */
function follow(form, path) {
  if (!paths.has(form)) prepare(form);
  paths.set(form, path);
  const steps = stepsOf(form);
  let [here] = steps;
  /** @type {HTMLElement[]} */
  let said = [];
  for (const id of path) {
    const { to } = choiceIn(here, id).dataset;
    said = [copy(form.querySelector(`[data-key="${here.dataset.step}"] [data-when="${id}"]`))];
    here = /** @type {HTMLElement} */ (steps.find(({ dataset: { step } }) => step === to));
  }
  for (const step of steps) step.hidden = step !== here;
  here.querySelector(".quiz__before").replaceChildren(...said);
  // "Part 2", in the words of the page: steps are counted on the way, because their own numbers would jump.
  const number = textOf(here.querySelector(".quiz__why .quiz__paper")).replace(/\d+/, String(path.length + 1));
  here.querySelector(".quiz__turn").textContent = number;
  const better = here.dataset.outcome && betterChoice(keyOf(form), path);
  const next = /** @type {HTMLElement | null} */ (here.querySelector(".quiz__next-time"));
  if (next) next.hidden = !better;
  if (next && better) next.querySelector("q").textContent = textOf(choiceIn(form, better));
  form.querySelector(".quiz__story > .quiz__actions").hidden = !said.length;
}

/** A story, one step at a time. The answer is what was chosen on the way. */
registerType("scenario", {
  read: (form) => (pathOf(form).length ? { path: pathOf(form) } : null),

  fill: (form, answer) => follow(form, [answer?.path ?? []].flat().map(String)),

  missingAnswer: (form) => (current(form).dataset.outcome ? null : ["not_ended", {}, current(form)]),

  grade: (form, answer) => grade(keyOf(form), answer),

  words: (form) =>
    pathOf(form)
      .map((id) => textOf(choiceIn(form, id)))
      .join(" | "),

  click(form, { dataset: { choice: id, action } }) {
    if (!id && action !== "back") return undefined;
    const path = pathOf(form);
    follow(form, id ? [...path, id] : path.slice(0, -1));
    current(form).scrollIntoView();
    current(form).focus({ preventScroll: true });
    return [];
  },

  start: current,

  shuffled: () => [],
});
