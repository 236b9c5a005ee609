/**
 * Copies a text on a press of a button, says so, and takes that back once the reader goes on.
 * @param {HTMLButtonElement} button
 * @param {Element} status is read out when it changes
 * @param {Element} source
 * @param {string} said
 */
export function copyOnPress(button, status, source, said) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      status.textContent = said;
    } catch {
      getSelection()?.selectAllChildren(source); // it may be forbidden, as in frames; the keys for it work all the same
    }
  });
  button.addEventListener("blur", () => {
    status.textContent = "";
  });
}
