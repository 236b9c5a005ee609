/** Opens what a word inside a definition means in place of that definition. */

document.addEventListener(
  "click",
  (event) => {
    const heard = /** @type {Heard<MouseEvent>} */ (event);
    const word = /** @type {HTMLAnchorElement | null} */ (heard.target.closest?.(".definition [data-term]"));
    const entry = word && document.querySelector(`[data-definition="${word.dataset.term}"]`);
    if (!word || !entry || heard.ctrlKey || heard.metaKey || heard.shiftKey) return;
    heard.preventDefault();
    const panel = /** @type {HTMLElement} */ (word.closest(".definition"));
    const [title, text, more] = /** @type {Iterable<HTMLAnchorElement>} */ (panel.children);
    title.textContent = panel.ariaLabel = entry.querySelector("dt").textContent;
    text.replaceChildren(...entry.querySelector("dd").cloneNode(true).childNodes);
    more.href = word.href;
    dispatchEvent(new Event("resize")); // glossary.js finds a place for its new size, or closes it
    if (panel.isConnected) panel.focus({ preventScroll: true });
    else location.assign(word.href);
  },
  true,
);
