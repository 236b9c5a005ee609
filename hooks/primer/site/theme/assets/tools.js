/** Copies what is offered to be copied, and prints a page with the sources and words that a reader asks for. */

import { copyOnPress } from "./copy.js";

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copied]"))) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.after(" ", status);
  button.hidden = false;
  copyOnPress(button, status, /** @type {Element} */ (button.previousElementSibling), button.dataset.copied);
}

const tool = document.querySelector("#print-page");
/** @type {HTMLInputElement[]} */
const boxes = [...(tool?.querySelectorAll("input") ?? [])].filter(({ value }) => document.getElementById(value));
for (const part of tool?.querySelectorAll("fieldset, label") ?? [])
  part.hidden = !boxes.some((box) => part.contains(box));

const button = tool?.querySelector("button");
if (button) {
  button.hidden = false;
  tool.querySelector("[data-without-scripts]").remove();
  button.addEventListener("click", () => {
    document.documentElement.dataset.printed = boxes.flatMap(({ checked, value }) => (checked ? value : [])).join(" ");
    print();
  });
}
