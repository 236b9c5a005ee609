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

/** @param {Element} element */
export const textOf = (element) => element.textContent.trim();
