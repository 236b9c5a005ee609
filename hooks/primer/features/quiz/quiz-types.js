/**
 * What is particular to each type of question; a type also has a template, fragments/quiz/<type>.html.
 *
 *   read(form)            the answer, as JSON, or null while there is none
 *   fill(form, answer)    puts an answer back; null empties the form
 *   lack(form)            why the answer cannot be judged yet: the word to say, values in it, what to go to; null when it can
 *   grade(form)           {credit, state, say, values, marks, explain}: see below
 *   words(form)           the answer in words
 *   click(form, target)   follows a press on one of its own buttons or links: what to say then; undefined for any other
 *
 * `credit` goes from 0 to 1, and is null where nothing is scored; how much a question is worth in part is said in
 * hooks/primer/quizzes/questions.py. `state` is right, partly, near, wrong or done. `say` names what the status line
 * says, with `values` in it. `marks` holds {part, mark, when} for each part that was answered: `when` lists what its
 * feedback is filed under, the best first. `explain` says that the explanation gives nothing away, right or not.
 */

const partsOf = (form) => [...form.querySelectorAll(".quiz__part")];
const controlsOf = (part) => [...part.querySelectorAll("input, select, textarea")];
const isOption = (control) => control.matches(".quiz__input");
const isRight = ({ dataset }) => "correct" in dataset;
const textOf = (element) => element.textContent.trim();

const valuesOf = (part) => controlsOf(part)
  .filter((control) => (isOption(control) ? control.checked : control.value.trim()))
  .map(({ value }) => value.trim());

const stateOf = (credit) => (credit === 1 ? "right" : credit ? "partly" : "wrong");

const parts = {
  read(form) {
    const answers = partsOf(form).map((part) => [part.dataset.part, valuesOf(part)]).filter(([, values]) => values.length);
    return answers.length ? Object.fromEntries(answers) : null;
  },

  fill(form, answer) {
    for (const part of partsOf(form)) {
      const values = answer?.[part.dataset.part] ?? [];
      for (const control of controlsOf(part)) {
        if (isOption(control)) control.checked = values.includes(control.value);
        else control.value = values[0] ?? "";
      }
    }
  },

  lack(form) {
    const all = partsOf(form);
    const total = all.length;
    const empty = all.filter((part) => !valuesOf(part).length);
    const [control] = controlsOf(empty[0] ?? all[0]);
    if (empty.length === total) return [control.matches(".quiz__text") ? "nothing_typed" : "nothing_chosen", {}, control];
    if (empty.length) return ["incomplete", { done: total - empty.length, total }, control];
    return all[0].dataset.answer && !readNumber(control.value) ? ["not_a_number", {}, control] : null;
  },

  grade(form) {
    const marks = partsOf(form).map((part) => ({ part: part.dataset.part, ...judge(part, valuesOf(part)[0]) }));
    const total = marks.length;
    const worth = { right: 1, near: 0.5, wrong: 0 };
    const credit = marks.reduce((sum, { mark }) => sum + worth[mark], 0) / total;
    const found = marks.filter(({ mark }) => mark === "right").length;
    const state = total === 1 ? marks[0].mark : stateOf(credit);
    return { credit, state, marks, say: marks[0].say ?? state, values: { found, total } };
  },

  words: (form) => partsOf(form).map((part, _, { length }) => {
    const chosen = [...part.querySelectorAll("input:checked, option:checked")].map((choice) => textOf(choice.labels?.[0] ?? choice));
    const label = length > 1 && part.querySelector(".quiz__item");
    return (label ? `${textOf(label)}: ` : "") + (chosen.length ? chosen : valuesOf(part)).join("; ");
  }).join(" | "),

  click() {},
};

/** One answer of several: right options chosen, less wrong ones, of all right ones. */
const choice = {
  ...parts,

  grade(form) {
    const options = [...form.querySelectorAll(".quiz__input")];
    const chosen = options.filter(({ checked }) => checked);
    const total = options.filter(isRight).length;
    const found = chosen.filter(isRight).length;
    const extra = chosen.length - found;
    const credit = Math.max(0, found - extra) / total;
    const state = stateOf(credit || Math.min(found, 0.5));
    const say = found && extra ? (extra > 1 ? "partly_many" : "partly_one") : state;
    const marks = chosen.map((option) => (
      { part: "answer", mark: isRight(option) ? "right" : "wrong", when: [option.value], option }
    ));
    return { credit, state, marks, say, values: { found, total, extra } };
  },
};

/** Items to move up and down. Once one was moved, the box of each holds its place. */
const order = {
  ...parts,

  fill(form, answer) {
    parts.fill(form, answer);
    const items = partsOf(form);
    for (const [index, item] of items.entries()) item.dataset.first ??= index;
    const place = (item) => item.querySelector("input").value || item.dataset.first;
    items[0].parentElement.append(...items.sort((one, other) => place(one) - place(other)));
  },

  lack: (form) => parts.lack(form) && ["not_moved", {}, form.querySelector("[data-move]")],

  click(form, button) {
    const step = button.dataset.move;
    if (!step) return undefined;
    const item = button.closest(".quiz__part");
    if (step < 0) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    button.focus();
    const items = partsOf(form);
    for (const [index, one] of items.entries()) one.querySelector("input").value = index + 1;
    return ["moved", { item: textOf(item.querySelector(".quiz__item")), number: items.indexOf(item) + 1, total: items.length }];
  },
};

/** Free words: never scored, and kept nowhere unless the reader asks. */
const reflect = {
  ...parts,
  private: true,
  grade: () => ({ credit: null, state: "done", marks: [], say: "reflected", explain: true }),
};

const stepsOf = (form) => [...form.querySelectorAll(".quiz__step")];
const current = (form) => stepsOf(form).find(({ hidden }) => !hidden);

/** A story, one step at a time. The answer is what was chosen on the way. */
const scenario = {
  read: ({ path }) => (path.length ? { path } : null),

  fill(form, answer) {
    form.path = [...answer?.path ?? []];
    const steps = stepsOf(form);
    let [here] = steps;
    let said = [];
    for (const id of form.path) {
      const { dataset } = here.querySelector(`[data-choice="${id}"]`);
      said = [copy(form.querySelector(`[data-key="${here.dataset.step}"] [data-when="${id}"]`))];
      here = steps.find(({ dataset: { step } }) => step === dataset.to);
    }
    for (const step of steps) step.hidden = step !== here;
    here.querySelector(".quiz__before").replaceChildren(...said);
    form.querySelector("[data-action=back]").parentElement.hidden = !said.length;
  },

  lack: (form) => (current(form).dataset.outcome ? null : ["not_ended", {}, current(form)]),

  grade(form) {
    const { outcome } = current(form).dataset;
    const credit = { good: 1, mixed: 0.5, poor: 0 }[outcome];
    return { credit, state: stateOf(credit), marks: [], say: `ended_${outcome}`, explain: true };
  },

  words: (form) => form.path.map((id) => textOf(form.querySelector(`[data-choice="${id}"]`))).join(" | "),

  click(form, { dataset: { choice: id, action } }) {
    if (!id && action !== "back") return undefined;
    this.fill(form, { path: id ? [...form.path, id] : form.path.slice(0, -1) });
    current(form).focus();
    return [];
  },
};

export const types = {
  choice, "true-false": choice, match: parts, order, categorise: parts, cloze: parts, "short-answer": parts, numeric: parts,
  reflect, scenario,
};

/** Whether the answer to one part is right, and what its feedback is filed under. */
function judge(part, given) {
  if (part.dataset.accepted) return judgeWords(part, given);
  if (part.dataset.answer) return judgeNumber(part, given);
  const chosen = controlsOf(part).flatMap((control) => [...control.options ?? [control]]).find(({ value }) => value === given);
  const mark = isRight(chosen) ? "right" : "wrong";
  return { mark, when: [given, mark] };
}

function judgeWords({ dataset }, given) {
  const accepted = JSON.parse(dataset.accepted).map(plain);
  const words = plain(given);
  if (accepted.includes(words)) return { mark: "right", when: ["right"] };
  const mistake = JSON.parse(dataset.mistakes).map(plain).indexOf(words);
  if (mistake < 0 && accepted.some((text) => isNear(text, words, text.length > 8 ? 2 : text.length > 4 ? 1 : 0))) return { mark: "near", when: [] };
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

function judgeNumber({ dataset }, given) {
  const { value, unit } = readNumber(given);
  const within = (other, tolerance) => Math.abs(value - other) <= tolerance + 1e-9 * Math.abs(other);
  if (within(dataset.answer, Number(dataset.tolerance))) {
    const known = !unit || JSON.parse(dataset.units).some((one) => short(one) === short(unit));
    return known ? { mark: "right", when: ["right"] } : { mark: "wrong", when: [], say: "unit" };
  }
  const mistake = JSON.parse(dataset.mistakes).findIndex((other) => within(other, 0));
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/** The number at the beginning of a text and the unit behind it, or null. 1,301 is a thousand, 0,5 a half. */
function readNumber(text) {
  const [, number, unit] = /^([-+\u2212]?[\d\s.,'\u2019]*\d)\s*(\D*)$/.exec(text.normalize("NFKC").trim()) ?? [];
  if (!number) return null;
  const digits = number.replace(/[\s'\u2019]/g, "").replace("\u2212", "-");
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  const value = Number(grouped ? digits.replaceAll(",", "") : digits.replace(",", "."));
  return Number.isNaN(value) ? null : { value, unit };
}

/** A unit without what makes no difference. */
const short = (unit) => unit.toLowerCase().replace(/[.\s]/g, "");

/** A text without what makes no difference: case, accents, white space, punctuation. */
function plain(text) {
  return text.normalize("NFKD").replace(/[\p{M}'\u2019]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Whether so many letters, put in, left out, replaced or swapped with their neighbour, make one word of the other. */
function isNear(one, other, letters) {
  if (one === other) return true;
  if (!letters) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const without = (left, right) => isNear(one.slice(same + left), other.slice(same + right), letters - 1);
  const swapped = one[same] === other[same + 1] && one[same + 1] === other[same];
  return without(1, 0) || without(0, 1) || without(1, 1) || (swapped && without(2, 2));
}

/** A copy to be shown beside its original. */
export const copy = (element) => Object.assign(element.cloneNode(true), { hidden: false });

export const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
