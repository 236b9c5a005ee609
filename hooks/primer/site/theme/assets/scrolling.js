/** Lets the keyboard scroll what is wider than its place, and says what that is. */

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = /** @type {HTMLElement} */ (target.closest(".md-typeset__scrollwrap") ?? target); // Material puts a table in a box that scrolls
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      if (box.localName !== "table") box.role = "group"; // a landmark for each would be too many
      box.ariaLabel = nameOf(target);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
});

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

/**
 * Watches an element that may be wider than its place.
 * @param {Element} part
 */
export function watchScrolling(part) {
  watcher.observe(part);
}
