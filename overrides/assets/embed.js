/** In a frame: tells the page around it how tall this one is, and leads links that scripts made out of the frame. */

const page = document.querySelector("[data-embed]");

// The message says nothing but a height and an id that is public, so whoever shows the frame may hear it.
const tell = () => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  parent.postMessage({ type: "embed-height", id: page.dataset.embed, height }, "*");
};

if (parent !== window) new ResizeObserver(tell).observe(page);

// Links that were sent lead out of the frame by themselves.
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link && !link.getAttribute("href").startsWith("#")) link.target ||= "_top";
}, true);

// A table that scrolls is reached by the keyboard.
const tables = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const table of page.querySelectorAll("table")) tables.observe(table);
