/** Fetches what searches when somebody comes to the field, which a link in the header opens on a phone. */

const search = document.querySelector("site-search");
if (search) {
  /** @param {string | undefined} words */
  const say = (words) => {
    search.toggleAttribute("data-open", true);
    search.querySelector("[role=status]").textContent = words ?? "";
  };
  /** @param {{ type?: string }} event */
  const fetchSearch = ({ type }) => {
    if (customElements.get("site-search")) return;
    if (type === "input") say(search.dataset.searching);
    import("./site-search.js").catch(() => {
      if (type === "input") say(search.dataset.failed); // the next letter tries again
    });
  };
  search.addEventListener("focusin", fetchSearch);
  search.addEventListener("input", fetchSearch);
  if (search.contains(document.activeElement)) fetchSearch({});

  // Without scripts the link leads to the list of all pages.
  document.querySelector("[data-search-opens]")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (search.closest(".site-header")?.toggleAttribute("data-searching")) search.querySelector("input")?.focus();
  });
}
