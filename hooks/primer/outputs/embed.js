/** In a frame: tells the page around it how tall this one is, and leads links that scripts made out of the frame. */

import { fragmentOf } from "../site/theme/assets/fragment.js";

const page = document.querySelector("[data-embed]");

// The message says nothing but a height and an id that is public, so whoever shows the frame may hear it.
const tell = () => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  parent.postMessage({ type: "embed-height", id: page.dataset.embed, height }, "*");
};

if (parent !== window) new ResizeObserver(tell).observe(page);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented) return;
  if (link.getAttribute("href").startsWith("#")) show(fragmentOf(link));
  else link.target ||= "_top";   // those that were sent lead out by themselves
});

/** Goes to a part of this page. It has no height to scroll in; the page around it scrolls to what has the focus. */
function show(id) {
  const part = document.getElementById(id);
  if (!part) return;
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.focus();
}

const wide = page.querySelectorAll("table, pre > code");
if (wide.length) import("../site/theme/assets/scrolling.js").then(({ watchScrolling }) => wide.forEach(watchScrolling));
