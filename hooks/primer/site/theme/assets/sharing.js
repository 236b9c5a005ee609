/** Fetches what the tools at the foot of a page do with scripts, once a reader opens one of them. */

for (const box of document.querySelectorAll(".tools, .share"))
  box.addEventListener("toggle", () => import("./tools.js"), { capture: true, once: true });
