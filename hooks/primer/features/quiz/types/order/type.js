import { textOf } from "../../elements.js";
import { partsOf, partsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

const places = partsType(grade, ({ dataset }) => ({ right: JSON.parse(dataset.accepted) }));

/** Items to move up and down. Once one was moved, the box of each holds its place. */
registerType("order", {
  ...places,

  fill(form, answer) {
    places.fill(form, answer);
    const items = partsOf(form);
    for (const [index, item] of items.entries()) {
      item.dataset.first ??= index;
      item.querySelector(".quiz__moves").hidden = false;
    }
    const place = (item) => item.querySelector("input").value || item.dataset.first;
    items[0].parentElement.append(...items.sort((one, other) => place(one) - place(other)));
  },

  missingAnswer: (form) => places.missingAnswer(form) && ["not_moved", {}, form.querySelector("[data-move]")],

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

  start: (form) => form.querySelector("[data-move]"),
});
