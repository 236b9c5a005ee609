import { textOf } from "../../elements.js";
import { partsOf, partsType, textKey } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

/** @typedef {import("../../interfaces.d.ts").Said} Said */

const places = partsType(grade, (item) => ({ right: textKey(item).accepted }));

/** @param {ParentNode} item */
const listOfPlaces = (item) => item.querySelector("select.quiz__place");

/**
 * Where an item stands, as the box of each holds it once one was moved.
 * @param {HTMLElement} item
 */
const placeOf = (item) => item.querySelector("input");

/** Items to move up and down, or to any place. */
registerType("order", {
  ...places,

  fill(form, answer) {
    places.fill(form, answer);
    const items = partsOf(form);
    for (const [index, item] of items.entries()) {
      item.dataset.first ??= String(index);
      for (const moves of item.querySelectorAll(".quiz__moves")) moves.hidden = false;
    }
    const number = (/** @type {HTMLElement} */ item) => Number(placeOf(item).value || item.dataset.first);
    items[0].parentElement?.append(...items.sort((one, other) => number(one) - number(other)));
    showPlaces(items);
  },

  missingAnswer: (form) => places.missingAnswer(form) && ["not_moved", {}, listOfPlaces(form)],

  click(form, button) {
    const step = Number(button.dataset.move);
    return step ? move(form, button, (items, item) => items.indexOf(item) + step) : undefined;
  },

  input: (form, list) =>
    list.matches(".quiz__place") ? move(form, list, (_, item) => listOfPlaces(item).selectedIndex) : undefined,

  start: listOfPlaces,
});

/**
 * Moves the item of a control to a place, counted from 0, and says so. The control keeps the focus, and stays under the
 * finger: the page scrolls along with it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} control
 * @param {(items: HTMLElement[], item: HTMLElement) => number} to
 * @returns {Said}
 */
function move(form, control, to) {
  const item = /** @type {HTMLElement} */ (control.closest(".quiz__part"));
  const { top } = control.getBoundingClientRect();
  const before = partsOf(form);
  const others = before.filter((one) => one !== item);
  const number = Math.min(Math.max(to(before, item), 0), others.length);
  if (number) others[number - 1].after(item);
  else others[0].before(item);
  control.focus({ preventScroll: true });
  scrollBy({ top: control.getBoundingClientRect().top - top, behavior: "instant" });
  const items = partsOf(form);
  for (const [index, one] of items.entries()) placeOf(one).value = String(index + 1);
  showPlaces(items);
  return ["moved", { item: textOf(item.querySelector(".quiz__item")), number: number + 1, total: items.length }];
}

/** @param {HTMLElement[]} items */
function showPlaces(items) {
  for (const [index, item] of items.entries()) listOfPlaces(item).selectedIndex = index;
}
