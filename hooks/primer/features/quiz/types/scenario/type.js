import { copy, textOf } from "../../elements.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

/** What was chosen on the way, by form. */
const paths = new WeakMap();

const stepsOf = (form) => [...form.querySelectorAll(".quiz__step")];
const current = (form) => stepsOf(form).find(({ hidden }) => !hidden);
const choicesOf = (step) => [...step.querySelectorAll("[data-choice]")].map(({ dataset }) => [dataset.choice, dataset.to]);

/** A story, one step at a time. The answer is what was chosen on the way. */
registerType("scenario", {
  read: (form) => (paths.get(form)?.length ? { path: paths.get(form) } : null),

  fill(form, answer) {
    const path = [...answer?.path ?? []];
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
    form.querySelector("[data-action=back]").parentElement.hidden = !said.length;
  },

  missingAnswer: (form) => (current(form).dataset.outcome ? null : ["not_ended", {}, current(form)]),

  grade(form) {
    const [{ dataset: { step: first } }] = stepsOf(form);
    const steps = stepsOf(form).map((step) => (
      [step.dataset.step, { outcome: step.dataset.outcome, choices: Object.fromEntries(choicesOf(step)) }]
    ));
    return grade({ first, steps: Object.fromEntries(steps) }, this.read(form));
  },

  words: (form) => paths.get(form).map((id) => textOf(form.querySelector(`[data-choice="${id}"]`))).join(" | "),

  click(form, { dataset: { choice: id, action } }) {
    if (!id && action !== "back") return undefined;
    const path = paths.get(form);
    this.fill(form, { path: id ? [...path, id] : path.slice(0, -1) });
    current(form).focus();
    return [];
  },

  start: current,

  shuffled: () => [],
});
