/** Asks of a quiz what its address and its author ask for; fetched where that is not every question as it stands. */

import { readParameters } from "./parameters.js";
import { plan } from "./plan.js";
import { viewOf } from "./progress.js";

/**
 * @typedef {object} Arranged
 * @property {HTMLFormElement[]} forms the questions that are asked, in order
 * @property {string | number} seed
 * @property {boolean} isExam
 * @property {boolean} isDrawnAnew whether each beginning asks something else, or in another order
 */

/**
 * The name under which an exam is kept: the same for all addresses that ask for the same, and none where it is none.
 * @param {string} search the parameters of the address
 */
export function examOf(search) {
  const { exam, questions, objectives, draw, seed } = readParameters(search);
  const asked = [questions.sort(), objectives.sort(), draw, seed];
  return exam && !isForClass(search) ? `exam ${encodeURIComponent(JSON.stringify(asked))}:` : "";
}

/**
 * In front of a class each answer is shown after its question, so there is no exam.
 * @param {string} search
 */
const isForClass = (search) => viewOf(search) === "class";

/**
 * Puts questions, and what can be shuffled in them, in the order that plan.js decides, and says what is not asked.
 * @param {import("./interfaces.d.ts").Quiz} quiz
 * @param {string} search the parameters of the address
 * @param {string | number} otherSeed the seed where nobody asks for one
 * @param {string | undefined} linked the id of a question that is asked in any case
 * @param {(form: HTMLFormElement) => import("./interfaces.d.ts").QuestionType} typeOf
 * @returns {Arranged}
 */
export function arrange(quiz, search, otherSeed, linked, typeOf) {
  const asked = readParameters(search);
  const fixed = asked.seed ?? quiz.dataset.seed;
  const seed = fixed ?? otherSeed;
  const all = new Map([...quiz.querySelectorAll("form")].map((form) => [form.dataset.question, form]));
  const formOf = (/** @type {string} */ id) => /** @type {HTMLFormElement} */ (all.get(id));
  const sections = [...quiz.querySelectorAll(".quiz__section")];
  const elements = new Map();
  const { order, shown, options, chance, missing } = plan(
    {
      sections: sections.map((section) =>
        [...section.querySelectorAll("form")].map((form) => {
          const { question: id, objective } = form.dataset;
          const shuffled = typeOf(form).shuffled(form);
          for (const option of shuffled) elements.set(`${id} ${option.id}`, option.element);
          return { id, objective, options: shuffled.map((option) => option.id) };
        }),
      ),
      pools: Object.fromEntries(
        [...quiz.querySelectorAll("[data-draw]")].map(({ dataset }) => [dataset.objective, Number(dataset.draw)]),
      ),
      shuffles: (quiz.dataset.shuffles ?? "").split(" ").filter(Boolean),
      linked,
    },
    asked,
    seed,
  );
  for (const [index, ids] of order.entries()) sections[index].append(...ids.map(formOf));
  for (const [id, ids] of options) rearrange(ids.map((option) => elements.get(`${id} ${option}`)));
  const forms = shown.map(formOf);
  const [number, total] = [forms.length, all.size];
  for (const form of all.values()) form.hidden = !forms.includes(form);
  for (const [index, form] of forms.entries())
    form.querySelector(".quiz__number").textContent = quiz.say("question_of", { number: index + 1, total: number });
  const isExam = asked.exam && !isForClass(search);
  const said = [];
  if (missing.length) said.push(quiz.say("not_here", { what: shortened(missing) }));
  if (isExam) said.push(quiz.say("exam"));
  else if (missing.length || number < total) said.push(quiz.say("showing", { number, total }));
  if (said.length) quiz.querySelector(".quiz__notice").textContent = said.join(" ");
  return { forms, seed, isExam, isDrawnAnew: chance && !fixed };
}

/**
 * What an address says, so short that nobody can make the page say something else by it.
 * @param {string[]} texts
 */
function shortened(texts) {
  const few = texts.slice(0, 3).map((text) => (text.length > 30 ? `${text.slice(0, 30)}…` : text));
  return [...few, ...(texts.length > 3 ? ["…"] : [])].join(", ");
}

/**
 * Puts elements, in this order, where they stand now: what is between them or around them stays, and so do letters.
 * @param {HTMLElement[]} elements
 */
function rearrange(elements) {
  const isBefore = (/** @type {Element} */ one, /** @type {Element} */ other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = elements.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  const letterOf = (/** @type {HTMLElement} */ element) => element.querySelector(".quiz__letter");
  const letters = before.map((element) => letterOf(element)?.textContent);
  const places = before.map((element) => {
    const place = document.createComment("");
    element.before(place);
    return place;
  });
  for (const [index, place] of places.entries()) {
    place.replaceWith(elements[index]);
    const letter = letterOf(elements[index]);
    if (letter) letter.textContent = letters[index] ?? "";
  }
}
