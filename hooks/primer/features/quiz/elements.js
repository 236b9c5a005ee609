/** Makes and copies elements. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 */
export const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/**
 * A copy to be shown beside its original.
 * @param {HTMLElement} element
 */
export function copy(element) {
  const made = /** @type {HTMLElement} */ (element.cloneNode(true));
  made.hidden = false;
  return made;
}

/**
 * Puts elements, in this order, where they stand now: what is between them or around them stays, and so do letters.
 * @param {Element[]} elements
 */
export function rearrange(elements) {
  const isBefore = (/** @type {Element} */ one, /** @type {Element} */ other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = elements.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  const letters = before.map((element) => element.querySelector(".quiz__letter")?.textContent);
  const places = before.map((element) => {
    const place = document.createComment("");
    element.before(place);
    return place;
  });
  for (const [index, place] of places.entries()) {
    place.replaceWith(elements[index]);
    const letter = elements[index].querySelector(".quiz__letter");
    if (letter) letter.textContent = letters[index] ?? "";
  }
}

/** @param {Element} element */
export const textOf = (element) => element.textContent.trim();
