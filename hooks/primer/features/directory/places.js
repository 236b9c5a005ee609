import { fragmentOf } from "../../site/theme/assets/fragment.js";

/** Keeps the country that a reader opens for this tab: it is open and first in all that is listed by country. */

const KEY = `${document.documentElement.dataset.keptAs}site.country`;

/** The items of each list of numbers and each list by country, in the order in which they were sent. */
const lists = [...document.querySelectorAll(".emergency, .by-country")].map((list) => ({
  list,
  items: /** @type {HTMLElement[]} */ ([...list.children]),
}));

/** Where scripts may store nothing, a country is known for as long as the page is. */
function kept() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * The country of what the fragment of an address leads to.
 * @param {{ hash: string }} address
 */
const countryOf = (address) =>
  document.getElementById(fragmentOf(address))?.closest("site-places [data-place]")?.dataset.place;

/** @param {string | undefined} country */
function keep(country) {
  if (!country) return;
  try {
    sessionStorage.setItem(KEY, country);
  } catch {} // storage is switched off, or full
  arrange(country);
}

/**
 * Puts what is about a country first: among numbers above what is no number, and that above all others.
 * @param {string} country
 */
function arrange(country) {
  for (const { list, items } of lists) {
    const own = items.filter((item) => item.dataset.place === country);
    const links = list.matches(".emergency") ? items.filter((item) => !item.dataset.place) : [];
    const first = own.length ? [...own, ...links] : [];
    list.replaceChildren(...first, ...items.filter((item) => !first.includes(item)));
    for (const item of items) item.toggleAttribute("data-own", own.includes(item));
  }
}

document.addEventListener("click", ({ target }) => {
  const box = target.closest("site-places > details[data-place] > summary")?.parentElement;
  if (box instanceof HTMLDetailsElement && !box.open) keep(box.dataset.place); // it is about to open
});
addEventListener("hashchange", () => keep(countryOf(location)));

const named = countryOf(location);
const chosen = named ?? kept();
for (const box of document.querySelectorAll("site-places > details[data-place]")) {
  if (box.dataset.place !== chosen) continue;
  box.open = true;
  box.parentElement?.prepend(box);
}
if (chosen) keep(chosen);
if (named) document.getElementById(fragmentOf(location))?.scrollIntoView();
