// Puts a button above each block of code, which copies it.

import { copyOnPress } from "./copy.js";

const main = document.querySelector("main");

for (const code of main.querySelectorAll(".highlight pre > code")) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  const bar = document.createElement("div");
  button.type = "button";
  button.className = "copy__button";
  button.textContent = main.dataset.copy;
  status.className = "copy__status";
  status.setAttribute("role", "status");
  bar.className = "copy";
  bar.append(status, button);
  code.closest(".highlight")?.prepend(bar);
  copyOnPress(button, status, code, main.dataset.copied);
}
