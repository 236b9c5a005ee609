/**
 * Knows the types of question whose scripts have arrived: types/<type>/type.js registers its own here.
 *
 *   read(form)            the answer, as JSON, or null while there is none
 *   fill(form, answer)    puts an answer back; null empties the form
 *   missingAnswer(form)   why the answer cannot be judged yet: the word to say, values in it, what to go to; null when it can
 *   grade(form, answer)   what types/<type>/grade.js makes of the answer that was read: see below
 *   words(form)           the answer in words, where its controls alone do not say it
 *   click(form, target)   follows a press on one of its own buttons or links: what to say then; undefined for any other
 *   input(form, target)   follows a change of one of its own controls, where it has such: what to say then
 *   start(form)           the control to begin with
 *   shuffled(form)        what the seed may put in another order, as {id, element}
 *   fetch()               has here what it needs before it can judge; gone once that is here, as where it needs nothing
 *   private               whether the answer is kept nowhere unless the reader asks, and never scored
 *
 * grade.js takes the key and the answer as plain data, and returns {credit, state, marks, say, values, explain}:
 * `credit` goes from 0 to 1, and is null where nothing is scored; how much a question is worth in part is said in
 * the type.py beside it. `state` is right, partly, near, wrong or done. `say` names what the status line
 * says, with `values` in it. `marks` holds {part, mark, when} for each part that was answered: `when` lists what its
 * feedback is filed under, the best first. `explain` says that the explanation gives nothing away, right or not.
 */

/** @typedef {import("./interfaces.d.ts").QuestionType} QuestionType */

/** @type {Map<string, QuestionType>} */
const types = new Map();
/** @type {(() => void)[]} */
const waiting = [];

/**
 * Knows a type from now on.
 * @param {string} name
 * @param {QuestionType} type
 */
export function registerType(name, type) {
  types.set(name, type);
  for (const look of waiting.splice(0)) look();
}

/**
 * The type of the question in a form. A quiz begins once all of its types are here.
 * @param {HTMLFormElement} form
 */
export const typeOf = ({ dataset }) => /** @type {QuestionType} */ (types.get(dataset.type));

/**
 * Resolves once all of these types are here.
 * @param {string[]} names
 */
export async function whenRegistered(names) {
  while (!names.every((name) => types.has(name)))
    await new Promise((resolve) => waiting.push(() => resolve(undefined)));
}
