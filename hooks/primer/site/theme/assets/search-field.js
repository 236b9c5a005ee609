/** Fetches what searches when somebody comes to the field. */

const search = document.querySelector("site-search");
if (search) {
  /** @param {{ type?: string }} event */
  const fetchSearch = ({ type }) =>
    import("./site-search.js").catch(() => {
      if (type !== "input") return; // the next letter tries again
      search.toggleAttribute("data-open", true);
      search.querySelector("[role=status]").textContent = search.dataset.failed;
    });
  search.addEventListener("focusin", fetchSearch);
  search.addEventListener("input", fetchSearch);
  if (search.contains(document.activeElement)) fetchSearch({});
}
