/** Makes and copies elements. */

export const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** A copy to be shown beside its original. */
export const copy = (element) => Object.assign(element.cloneNode(true), { hidden: false });

export const textOf = (element) => element.textContent.trim();
