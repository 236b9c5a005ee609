/**
 * What is particular to each type of question; a type also has a template, fragments/quiz/<type>.html.
 *
 *   read(form)            the answer, as JSON, or null while there is none
 *   fill(form, answer)    puts an answer back; null empties the form
 *   lack(form, answer)    the word to say why the answer cannot be judged yet, and the values in it; null when it can
 *   grade(form, answer)   {credit, state, say, values, marks, explain}: see below
 *   words(form, answer)   the answer in words
 *   click(form, target)   follows a press on one of its own buttons or links; true when the answer has changed
 *
 * `credit` goes from 0 to 1, and is null where nothing is scored; how much a question is worth in part is said in
 * hooks/primer/quizzes/questions.py. `state` is right, partly, near, wrong or done. `say` names what the status line
 * says, with `values` in it. `marks` holds {part, mark, when} for each part that was answered: `when` lists what its
 * feedback is filed under, the best first. `explain` says that the explanation gives nothing away any more.
 */

const partsOf = (form) => [...form.querySelectorAll(".quiz__part")];
const controlsOf = (part) => [...part.querySelectorAll("input, select, textarea")];
const isSwitch = (control) => control.type === "radio" || control.type === "checkbox";
const isRight = (choice) => "correct" in choice.dataset;
const lists = (part) => part.querySelectorAll("select option[value]:not([value='']), .quiz__input");
const textOf = (choice) => (choice.labels?.[0] ?? choice).textContent.trim();

const parts = {
  read(form) {
    const answer = {};
    for (const part of partsOf(form)) {
      const given = controlsOf(part).filter((one) => (isSwitch(one) ? one.checked : one.value.trim()));
      if (given.length) answer[part.dataset.part] = given.map((one) => one.value.trim());
    }
    return Object.keys(answer).length ? answer : null;
  },

  fill(form, answer) {
    for (const part of partsOf(form)) {
      const values = answer?.[part.dataset.part] ?? [];
      for (const control of controlsOf(part)) {
        if (isSwitch(control)) control.checked = values.includes(control.value);
        else control.value = values[0] ?? "";
      }
    }
  },

  lack(form, answer) {
    const all = partsOf(form);
    if (!answer) return [all[0].querySelector("input:not(.quiz__input), textarea") ? "nothing_typed" : "nothing_chosen"];
    const empty = all.find((part) => !(part.dataset.part in answer));
    if (empty) return ["incomplete", { done: Object.keys(answer).length, total: all.length }, controlsOf(empty)[0]];
    if (all.some((part) => "answer" in part.dataset && !readNumber(answer[part.dataset.part][0]))) return ["not_a_number"];
    return null;
  },

  grade(form, answer) {
    const all = partsOf(form);
    const marks = all.filter((part) => part.dataset.part in answer)
      .map((part) => ({ part: part.dataset.part, ...judge(part, answer[part.dataset.part][0]) }));
    const worth = { right: 1, near: 0.5, wrong: 0 };
    const credit = marks.reduce((sum, { mark }) => sum + worth[mark], 0) / all.length;
    const found = marks.filter(({ mark }) => mark === "right").length;
    const state = credit === 1 ? "right" : all.length === 1 ? (marks[0]?.mark ?? "wrong") : credit ? "partly" : "wrong";
    return { credit, state, marks, say: marks[0]?.say ?? state, values: { found, total: all.length }, explain: credit === 1 };
  },

  words(form, answer) {
    return partsOf(form).filter((part) => part.dataset.part in answer).map((part) => {
      const values = answer[part.dataset.part];
      const choices = [...lists(part)].filter((choice) => values.includes(choice.value)).map(textOf);
      const label = part.querySelector(".quiz__item")?.textContent.trim();
      const said = (choices.length ? choices : values).join("; ");
      return partsOf(form).length > 1 && label ? `${label}: ${said}` : said;
    }).join(" | ");
  },

  click: () => false,
};

/** One answer of several: right options chosen, less wrong ones, of all right ones. */
const choice = {
  ...parts,

  grade(form, answer) {
    const all = [...form.querySelectorAll(".quiz__input")];
    const chosen = all.filter((input) => answer.answer?.includes(input.value));
    const total = all.filter(isRight).length;
    const found = chosen.filter(isRight).length;
    const extra = chosen.length - found;
    const credit = Math.max(0, found - extra) / total;
    const state = credit === 1 ? "right" : found === 0 ? "wrong" : "partly";
    const say = state !== "partly" || extra === 0 ? state : extra === 1 ? "partly_one" : "partly_many";
    const marks = chosen.map((input) => (
      { part: "answer", mark: isRight(input) ? "right" : "wrong", when: [input.value], beside: input }
    ));
    return { credit, state, marks, say, values: { found, total, extra }, explain: credit === 1 };
  },
};

/** Items to move up and down; how they stand is the answer, once one was moved. */
const order = {
  ...parts,

  read: (form) => ("moved" in form.dataset ? { order: partsOf(form).map((item) => item.dataset.part) } : null),

  fill(form, answer) {
    const items = partsOf(form);
    for (const [index, item] of items.entries()) item.dataset.first ??= index;
    if (answer && !items.every((item) => answer.order.includes(item.dataset.part))) throw new Error("other items");
    const key = (item) => (answer ? answer.order.indexOf(item.dataset.part) : Number(item.dataset.first));
    items[0].parentElement.append(...items.sort((one, other) => key(one) - key(other)));
    form.toggleAttribute("data-moved", Boolean(answer));
  },

  lack: (form, answer) => (answer ? null : ["not_moved", {}, form.querySelector("[data-move]")]),

  grade(form) {
    const items = partsOf(form);
    const marks = items.map((item, index) => {
      const mark = Number(item.dataset.place) === index + 1 ? "right" : "wrong";
      return { part: item.dataset.part, mark, when: [mark] };
    });
    const found = marks.filter(({ mark }) => mark === "right").length;
    const state = found === items.length ? "right" : found ? "partly" : "wrong";
    return { credit: found / items.length, state, marks, say: state, values: { found, total: items.length }, explain: state === "right" };
  },

  words: (form) => partsOf(form).map((item, index) => `${index + 1}. ${item.querySelector(".quiz__item").textContent.trim()}`).join(" | "),

  click(form, button) {
    const step = Number(button.dataset.move);
    if (!step) return false;
    const item = button.closest(".quiz__part");
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return false;
    if (step < 0) other.before(item);
    else other.after(item);
    button.focus();
    form.dataset.moved = "";
    const all = partsOf(form);
    return ["moved", { item: item.querySelector(".quiz__item").textContent.trim(), number: all.indexOf(item) + 1, total: all.length }];
  },
};

/** Free words: never scored, and kept nowhere unless the reader asks. */
const reflect = {
  ...parts,
  private: true,
  grade: () => ({ credit: null, state: "done", marks: [], say: "reflected", values: {}, explain: true }),
};

const stepsOf = (form) => [...form.querySelectorAll(".quiz__step")];

/** A story, one step at a time. The answer is what was chosen on the way. */
const scenario = {
  ...parts,

  read: (form) => (form.path?.length ? { path: form.path } : null),

  fill(form, answer) {
    form.path = [...(answer?.path ?? [])];
    const steps = stepsOf(form);
    let [here] = steps;
    let last = null;
    for (const id of form.path) {
      last = here.querySelector(`[data-choice="${CSS.escape(id)}"]`);
      here = steps.find((step) => step.dataset.step === last.dataset.to);
    }
    for (const step of steps) {
      step.hidden = step !== here;
      step.querySelector(".quiz__before").replaceChildren();
    }
    const said = last && form.querySelector(`.quiz__key [data-when="${CSS.escape(last.dataset.choice)}"]`);
    if (said) here.querySelector(".quiz__before").append(copy(said));
    form.querySelector("[data-action=back]").parentElement.hidden = !last;
    form.classList.toggle("quiz__question--ended", "outcome" in here.dataset);
  },

  lack: (form) => ("outcome" in current(form).dataset ? null : ["not_ended", {}, current(form)]),

  grade(form) {
    const { outcome } = current(form).dataset;
    const credit = { good: 1, mixed: 0.5, poor: 0 }[outcome] ?? 0;
    const state = { good: "right", mixed: "partly" }[outcome] ?? "wrong";
    return { credit, state, marks: [], say: `ended_${outcome}`, values: {}, explain: true };
  },

  words(form, answer) {
    return answer.path.map((id) => form.querySelector(`[data-choice="${CSS.escape(id)}"]`)?.textContent.trim()).join(" | ");
  },

  click(form, target) {
    if (target.dataset.action === "back") this.fill(form, { path: form.path.slice(0, -1) });
    else if (target.dataset.choice) this.fill(form, { path: [...form.path, target.dataset.choice] });
    else return false;
    current(form).focus();
    return true;
  },
};

const current = (form) => stepsOf(form).find((step) => !step.hidden);

export const types = {
  choice, "true-false": choice, match: parts, order, categorise: parts, cloze: parts, "short-answer": parts, numeric: parts,
  reflect, scenario,
};

/** Whether the answer to one part is right, and what its feedback is filed under. */
function judge(part, given) {
  if ("accepted" in part.dataset) return judgeWords(part, given);
  if ("answer" in part.dataset) return judgeNumber(part, given);
  const mark = [...lists(part)].some((choice) => choice.value === given && isRight(choice)) ? "right" : "wrong";
  return { mark, when: [given, mark] };
}

function judgeWords({ dataset }, given) {
  const accepted = JSON.parse(dataset.accepted).map(plain);
  if (accepted.includes(plain(given))) return { mark: "right", when: ["right"] };
  const mistake = JSON.parse(dataset.mistakes).map(plain).indexOf(plain(given));
  if (mistake >= 0) return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
  const near = accepted.some((text) => distance(text, plain(given)) <= (text.length > 8 ? 2 : text.length > 4 ? 1 : 0));
  return near ? { mark: "near", when: [] } : { mark: "wrong", when: ["wrong"] };
}

function judgeNumber({ dataset }, given) {
  const { value, unit } = readNumber(given) ?? { value: NaN };
  const near = (other, by) => Math.abs(value - other) <= by + 1e-9 * Math.abs(other);
  if (near(Number(dataset.answer), Number(dataset.tolerance))) {
    const known = !unit || JSON.parse(dataset.units).some((one) => sameUnit(one, unit));
    return known ? { mark: "right", when: ["right"] } : { mark: "wrong", when: [], say: "unit" };
  }
  const mistake = JSON.parse(dataset.mistakes).findIndex((one) => near(Number(one), 0));
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/** The number at the beginning of a text and the unit behind it, or null. 1,301 is a thousand, 0,5 a half. */
function readNumber(text) {
  const [, number, unit] = /^([-+\u2212]?[\d\s.,'\u2019]*\d)\s*(\D*)$/.exec(text.normalize("NFKC").trim()) ?? [];
  if (!number) return null;
  const digits = number.replace(/[\s'\u2019]/g, "").replace("\u2212", "-");
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  const value = Number(grouped ? digits.replaceAll(",", "") : digits.replace(",", "."));
  return Number.isNaN(value) ? null : { value, unit: unit.trim() };
}

const sameUnit = (one, other) => one.toLowerCase().replace(/[.\s]/g, "") === other.toLowerCase().replace(/[.\s]/g, "");

/** A text without what makes no difference: case, accents, white space, punctuation. */
function plain(text) {
  return text.normalize("NFKD").replace(/[\p{M}'\u2019]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** How many letters have to be put in, left out, replaced or swapped with their neighbour (Damerau, 1964). */
function distance(one, other) {
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** A copy that can stand beside its original: shown, and without ids. */
export function copy(element) {
  const twin = element.cloneNode(true);
  twin.hidden = false;
  for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
  return twin;
}
