/** Copies what is offered to be copied, and prints a page. What is printed with it, print.css takes from boxes. */

import { copyOnPress } from "./copy.js";

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copied]"))) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.after(" ", status);
  button.hidden = false;
  copyOnPress(button, status, /** @type {Element} */ (button.previousElementSibling), button.dataset.copied);
}

const tool = document.querySelector("#print-page");
const button = tool?.querySelector("button");
if (button) {
  button.hidden = false;
  tool.querySelector("[data-without-scripts]").remove();
  button.addEventListener("click", () => print());
}
