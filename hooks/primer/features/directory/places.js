import { fragmentOf } from "../../site/theme/assets/fragment.js";

/** Shows the country that the address names in every list of a page, and all countries again on request. */

/** @type {string | null} */
let chosen = null;

/**
 * The country in which the fragment of an address leads to something: null where there is no fragment, and undefined
 * where it leads to another part of the page, which says nothing about countries.
 * @param {{ hash: string }} address
 */
function countryOf(address) {
  const id = fragmentOf(address);
  return id ? document.getElementById(id)?.closest("site-places section[data-place]")?.dataset.place : null;
}

/**
 * Shows a country in every list, or all of them; only the list that was used says so aloud.
 * @param {string | null} country
 * @param {Element | null} used
 */
function choose(country, used) {
  chosen = country;
  for (const places of /** @type {NodeListOf<SitePlaces>} */ (document.querySelectorAll("site-places"))) {
    const status = places.querySelector(".places__chosen p");
    if (places === used) status?.setAttribute("role", "status");
    else status?.removeAttribute("role");
    places.show();
  }
}

/** Takes the country out of the address; where "Leave this site" stands, that makes no entry in the history. */
function forgetAddress() {
  const address = location.pathname + location.search;
  if (document.querySelector("leave-site")) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

// Before the browser goes there, or what it leads to may be hidden; and before the theme, which follows links itself.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("a[href*='#']");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || link.pathname !== location.pathname) return;
    const country = countryOf(link);
    if (country) choose(country, link.closest("site-places"));
  },
  { capture: true },
);

addEventListener("hashchange", () => {
  const country = countryOf(location);
  if (country === undefined || country === chosen) return;
  choose(country, null);
  if (history.state?.y !== undefined)
    scrollTo(0, history.state.y); // back, to where the reader was
  else document.getElementById(fragmentOf(location))?.scrollIntoView();
});

class SitePlaces extends HTMLElement {
  connectedCallback() {
    if (!this.querySelector("nav")) return; // a single place, shown as it is
    this.addEventListener("click", this);
    chosen = countryOf(location) ?? null;
    this.show();
    const target = document.getElementById(fragmentOf(location));
    if (target && this.contains(target)) target.scrollIntoView(); // what stood above it may be hidden now
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Heard} event */
  handleEvent({ target }) {
    const { does } = target.dataset;
    if (does === "change") this.#focus(() => this.#fold(false));
    if (does !== "show-all") return;
    this.#focus(() => choose(null, this));
    forgetAddress();
  }

  /** Shows the chosen place alone; all of them when none is chosen, or nothing is here for that one. */
  show() {
    if (!this.querySelector("nav")) return;
    const link = this.#link(chosen);
    for (const section of this.#sections()) section.hidden = Boolean(link) && section.dataset.place !== chosen;
    for (const other of this.querySelectorAll("nav a")) {
      if (other === link) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    this.#fold(Boolean(link));
    const status = this.querySelector(".places__chosen p");
    const { only, all } = this.dataset;
    if (link) status.textContent = only.replace("{place}", link.textContent);
    else if (status.textContent) status.textContent = all;
  }

  /**
   * Puts the list of places away, or brings it back.
   * @param {boolean} away
   */
  #fold(away) {
    this.querySelector("nav").hidden = away;
    this.querySelector("[data-does=change]").hidden = !away;
    this.querySelector("[data-does=show-all]").hidden = !this.#link(chosen);
  }

  /**
   * Leaves the focus on a place in the list, since the button that was pressed goes away.
   * @param {() => void} change
   */
  #focus(change) {
    const link = this.#link(chosen);
    change();
    (link ?? this.querySelector("nav a")).focus();
  }

  #sections() {
    return [...this.querySelectorAll("section[data-place]")];
  }

  /** @param {string | null} place */
  #link(place) {
    return [...this.querySelectorAll("nav a")].find((link) => link.dataset.place === place);
  }
}

customElements.define("site-places", SitePlaces);
