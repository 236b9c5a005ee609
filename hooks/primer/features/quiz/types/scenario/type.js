import { copy, make, textOf } from "../../elements.js";
import { registerType } from "../../registry.js";
import { betterChoice, grade } from "./grade.js";

/** What was chosen on the way, by form. */
const paths = new WeakMap();

const stepsOf = (form) => [...form.querySelectorAll(".quiz__step")];
const current = (form) => stepsOf(form).find(({ hidden }) => !hidden);
const choicesOf = (step) =>
  [...step.querySelectorAll("[data-choice]")].map(({ dataset }) => [dataset.choice, dataset.to]);

/** What grade.js judges by. */
function keyOf(form) {
  const steps = stepsOf(form);
  const key = (step) => ({ outcome: step.dataset.outcome, choices: Object.fromEntries(choicesOf(step)) });
  return {
    first: steps[0].dataset.step,
    steps: Object.fromEntries(steps.map((step) => [step.dataset.step, key(step)])),
  };
}

/** "Part 2", in the words of the page: steps are counted on the way, because their own numbers would jump. */
const numbered = (step, number) => textOf(step.querySelector(".quiz__why .quiz__paper")).replace(/\d+/, number);

/** Makes the links to steps into buttons, and keeps the numbers that the steps have on paper. */
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

/** A story, one step at a time. The answer is what was chosen on the way. */
registerType("scenario", {
  read: (form) => (paths.get(form)?.length ? { path: paths.get(form) } : null),

  fill(form, answer) {
    if (!paths.has(form)) prepare(form);
    const path = [...(answer?.path ?? [])];
    paths.set(form, path);
    const steps = stepsOf(form);
    let [here] = steps;
    let said = [];
    for (const id of path) {
      const { dataset } = here.querySelector(`[data-choice="${id}"]`);
      said = [copy(form.querySelector(`[data-key="${here.dataset.step}"] [data-when="${id}"]`))];
      here = steps.find(({ dataset: { step } }) => step === dataset.to);
    }
    for (const step of steps) step.hidden = step !== here;
    here.querySelector(".quiz__before").replaceChildren(...said);
    here.querySelector(".quiz__turn").textContent = numbered(here, path.length + 1);
    const better = here.dataset.outcome && betterChoice(keyOf(form), { path });
    const next = here.querySelector(".quiz__next-time");
    if (next) next.hidden = !better;
    if (better) next.querySelector("q").textContent = textOf(form.querySelector(`[data-choice="${better}"]`));
    form.querySelector("[data-action=back]").parentElement.hidden = !said.length;
  },

  missingAnswer: (form) => (current(form).dataset.outcome ? null : ["not_ended", {}, current(form)]),

  grade(form) {
    return grade(keyOf(form), this.read(form));
  },

  words: (form) =>
    paths
      .get(form)
      .map((id) => textOf(form.querySelector(`[data-choice="${id}"]`)))
      .join(" | "),

  click(form, { dataset: { choice: id, action } }) {
    if (!id && action !== "back") return undefined;
    const path = paths.get(form);
    this.fill(form, { path: id ? [...path, id] : path.slice(0, -1) });
    current(form).scrollIntoView();
    current(form).focus({ preventScroll: true });
    return [];
  },

  start: current,

  shuffled: () => [],
});
