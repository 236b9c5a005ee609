import { textOf } from "../../elements.js";
import { partsOf, partsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

const places = partsType(grade, ({ dataset }) => ({ right: JSON.parse(dataset.accepted) }));
const listOfPlaces = (item) => item.querySelector(".quiz__place");

/** Items to move up and down, or to any place. Once one was moved, the box of each holds its place. */
registerType("order", {
  ...places,

  fill(form, answer) {
    places.fill(form, answer);
    const items = partsOf(form);
    for (const [index, item] of items.entries()) {
      item.dataset.first ??= index;
      for (const moves of item.querySelectorAll(".quiz__moves")) moves.hidden = false;
    }
    const place = (item) => item.querySelector("input").value || item.dataset.first;
    items[0].parentElement.append(...items.sort((one, other) => place(one) - place(other)));
    showPlaces(items);
  },

  missingAnswer: (form) => places.missingAnswer(form) && ["not_moved", {}, listOfPlaces(form)],

  click(form, button) {
    const step = Number(button.dataset.move);
    if (!step) return undefined;
    const items = partsOf(form);
    return move(form, button, items.indexOf(button.closest(".quiz__part")) + step);
  },

  input(form, list) {
    return list.matches(".quiz__place") ? move(form, list, list.selectedIndex) : undefined;
  },

  start: listOfPlaces,
});

/**
 * Moves the item of a control to a place, counted from 0, and says so. The control keeps the focus, and stays under the
 * finger: the page scrolls along with it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} control
 * @param {number} to
 */
function move(form, control, to) {
  const item = control.closest(".quiz__part");
  const { top } = control.getBoundingClientRect();
  const others = partsOf(form).filter((one) => one !== item);
  const number = Math.min(Math.max(to, 0), others.length);
  if (number < others.length) others[number].before(item);
  else others.at(-1).after(item);
  control.focus({ preventScroll: true });
  scrollBy({ top: control.getBoundingClientRect().top - top, behavior: "instant" });
  const items = partsOf(form);
  for (const [index, one] of items.entries()) one.querySelector("input").value = index + 1;
  showPlaces(items);
  return ["moved", { item: textOf(item.querySelector(".quiz__item")), number: number + 1, total: items.length }];
}

function showPlaces(items) {
  for (const [index, item] of items.entries()) listOfPlaces(item).selectedIndex = index;
}
