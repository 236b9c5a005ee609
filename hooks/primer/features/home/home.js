/** Makes room for what the search finds, and searches for an example of what people ask when that is pressed. */

const search = document.querySelector("site-search");
const field = /** @type {HTMLInputElement | null} */ (search?.querySelector("input") ?? null);

// The keyboard of a phone would cover what stands below the field.
field?.addEventListener("focus", () => {
  if (matchMedia("(max-width: 48em)").matches) search?.scrollIntoView();
});

// Without scripts, and in frames, an example is a link to the page that answers it.
document.querySelector(".tries")?.addEventListener("click", (event) => {
  const { ctrlKey, metaKey, shiftKey, target } = /** @type {MouseEvent} */ (event);
  const words = target instanceof Element && target.closest("[data-try]")?.textContent;
  if (!field || !words || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  field.value = words;
  field.focus();
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
