/** Searches for an example of what people ask when it is pressed; it is a link to the page that answers it. */

const field = /** @type {HTMLInputElement | null} */ (document.querySelector("site-search input"));
document.querySelector(".tries")?.addEventListener("click", (event) => {
  const { ctrlKey, metaKey, shiftKey, target } = /** @type {MouseEvent} */ (event);
  const words = target instanceof Element && target.closest("[data-try]")?.textContent;
  if (!field || !words || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  field.value = words;
  field.focus();
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
