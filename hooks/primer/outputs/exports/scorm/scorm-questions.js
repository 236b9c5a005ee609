/** Reads from a form what SCORM 1.2 calls each answer, by the marks that every type of question has in its form. */

/**
 * How the answer to a question is told: as which type of interaction, and by which letters its ids are known.
 * @typedef {"true-false" | "choice" | "matching" | "sequencing" | "fill-in" | "performance"} InteractionType
 * @typedef {object} Reported
 * @property {InteractionType} type
 * @property {Record<string, string>} items what is answered, by id: an option, an item
 * @property {Record<string, string>} choices what can be chosen for an item, by id
 * @property {string} right the pattern of the right answer; empty where there is none
 */

/** What an answer is called by: one sign each. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** No pattern is longer. */
export const LONGEST = 255;

/**
 * How answers to the question in a form are told. Letters follow the order in which things are served, so this has to
 * be asked before anything is shuffled.
 * @param {HTMLFormElement} form
 * @param {InteractionType} type
 * @returns {Reported}
 */
export function reportedOf(form, type) {
  const parts = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".quiz__part")]);
  const told = toldOf(parts, type);
  return { ...told, type, right: told.right.length <= LONGEST ? told.right : "" };
}

/**
 * @param {HTMLElement[]} parts
 * @param {InteractionType} type
 * @returns {Omit<Reported, "type">}
 */
function toldOf(parts, type) {
  const choices = parts.map(choicesIn);
  const ids = parts.map(({ dataset }) => dataset.part ?? "");
  if (type === "true-false" || type === "choice") {
    const all = choices.flat();
    const items = type === "choice" ? lettered(all.map(({ id }) => id)) : { true: "t", false: "f" };
    const right = all.filter(({ isRight }) => isRight).map(({ id }) => letterOf(items, id));
    return { items, choices: {}, right: right.join(",") };
  }
  if (type === "matching") {
    const items = lettered(ids);
    const letters = lettered(choices.flat().map(({ id }) => id));
    const right = parts.map((_, index) => {
      const found = choices[index].find(({ isRight }) => isRight);
      return `${letterOf(items, ids[index])}.${found ? letterOf(letters, found.id) : ""}`;
    });
    return { items, choices: letters, right: right.join(",") };
  }
  const accepted = parts.map(({ dataset: { accepted: texts, answer } }) => (texts ? JSON.parse(texts)[0] : answer));
  if (type === "sequencing") {
    const items = lettered(ids);
    const inOrder = ids.toSorted((one, other) => accepted[ids.indexOf(one)] - accepted[ids.indexOf(other)]);
    return { items, choices: {}, right: inOrder.map((id) => letterOf(items, id)).join(",") };
  }
  const isTyped = type === "fill-in" && accepted.length === 1;
  return { items: {}, choices: {}, right: isTyped ? String(accepted[0] ?? "") : "" };
}

/**
 * What can be chosen in a part.
 * @param {HTMLElement} part
 */
function choicesIn(part) {
  const controls = /** @type {NodeListOf<HTMLInputElement | HTMLOptionElement>} */ (
    part.querySelectorAll(".quiz__input, option[value]:not([value=''])")
  );
  return [...controls].map(({ value, dataset }) => ({ id: value, isRight: "correct" in dataset }));
}

/**
 * A letter for each id, as far as there are letters.
 * @param {string[]} ids
 * @returns {Record<string, string>}
 */
function lettered(ids) {
  return Object.fromEntries([...new Set(ids)].map((id, index) => [id, LETTERS[index] ?? ""]));
}

/**
 * @param {Record<string, string>} letters
 * @param {string} id
 */
const letterOf = (letters, id) => letters[id] ?? "";
