// Lets the keyboard scroll tables and code that are wider than their place, and says what they are.

const watcher = new ResizeObserver((entries) => {
  for (const { target: box } of entries) {
    if (box.scrollWidth > box.clientWidth) {
      /** @type {HTMLElement} */ (box).tabIndex = 0;
      if (box.localName !== "table") box.role = "group"; // a landmark for each would be too many
      box.ariaLabel = nameOf(box);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
});

for (const box of document.querySelectorAll("main :is(table, pre > code)")) watcher.observe(box);

/**
 * The caption of a table, or the heading above it.
 * @param {Element} part
 */
function nameOf(part) {
  /** @param {Element} heading */
  const isAbove = (heading) => heading.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING;
  const caption = part instanceof HTMLTableElement ? part.caption : null;
  const name = caption ?? [...document.querySelectorAll("h1, h2, h3, h4")].findLast(isAbove);
  const words = [...(name?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".headerlink")),
  );
  return words
    .map((node) => node.textContent)
    .join("")
    .trim();
}
