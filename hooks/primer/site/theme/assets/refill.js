/**
 * Puts back what somebody typed into a field when a browser shows the page again and has emptied it, as WebKit does. It
 * is kept nowhere but in the page, and not put back where the field was hidden meanwhile.
 * @param {HTMLInputElement} field
 * @param {() => void} [follow] does what follows from what stands in the field, or no longer stands there
 */
export function refill(field, follow) {
  let typed = "";
  addEventListener("pagehide", () => {
    typed = field.value;
  });
  for (const type of ["input", "click"])
    addEventListener(type, () => {
      typed = ""; // somebody has gone on
    });
  addEventListener("pageshow", ({ persisted }) => {
    // WebKit says that a page is back before it empties the fields of forms, and takes its time on a busy machine (ms).
    for (const wait of persisted ? [0, 100, 500, 2000] : [])
      setTimeout(() => {
        if (!field.closest("[hidden]")) field.value ||= typed;
        follow?.();
      }, wait);
  });
}
