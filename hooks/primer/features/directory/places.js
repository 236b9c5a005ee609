import { fragmentOf } from "../../site/theme/assets/fragment.js";

/** Shows the place that a reader has chosen, on every page of this tab, and all places again on request. */

const KEY = `${document.documentElement.dataset.keptAs}site.place`;
let chosen = null;
try {
  chosen = sessionStorage.getItem(KEY);
} catch {} // storage is switched off: the choice holds until the tab loads anew

/** Shows the place in every list; only the one that was used says so aloud. */
function choose(place, used) {
  chosen = place;
  for (const places of document.querySelectorAll("site-places")) {
    const status = places.querySelector(".places__chosen p");
    if (places === used) status?.setAttribute("role", "status");
    else status?.removeAttribute("role");
    places.show();
  }
  try {
    if (place) sessionStorage.setItem(KEY, place);
    else sessionStorage.removeItem(KEY);
  } catch {}
}

class SitePlaces extends HTMLElement {
  connectedCallback() {
    if (!this.querySelector("nav")) return;   // a single place, shown as it is
    document.addEventListener("click", this, true);   // before the theme, which follows links on its own
    addEventListener("hashchange", this);
    this.show();
    this.#bringBack(location)?.scrollIntoView();
  }

  disconnectedCallback() {
    document.removeEventListener("click", this, true);
    removeEventListener("hashchange", this);
  }

  handleEvent({ type, target }) {
    if (type === "hashchange") return this.#bringBack(location)?.scrollIntoView();
    const { does } = target.dataset;
    const link = target.closest("a");
    if (link?.pathname === location.pathname) this.#bringBack(link);
    if (!this.contains(target)) return;
    if (link?.dataset.place) choose(link.dataset.place, this);
    else if (does === "show-all") this.#focus(() => choose(null, this));
    else if (does === "change") this.#focus(() => this.#fold(false));
  }

  /** Shows the chosen place alone; all of them when none is chosen, or nothing is here for that one. */
  show() {
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

  /** Puts the list of places away, or brings it back. */
  #fold(away) {
    this.querySelector("nav").hidden = away;
    this.querySelector("[data-does=change]").hidden = !away;
    this.querySelector("[data-does=show-all]").hidden = !this.#link(chosen);
  }

  /** Leaves the focus on a place in the list, since the button that was pressed goes away. */
  #focus(change) {
    const link = this.#link(chosen);
    change();
    (link ?? this.querySelector("nav a")).focus();
  }

  /** Shows a place that was put away, if an address leads to something in it, and returns that. */
  #bringBack(link) {
    const target = document.getElementById(fragmentOf(link));
    const section = target && this.#sections().find((one) => one.hidden && one.contains(target));
    if (!section) return null;
    section.hidden = false;
    return target;
  }

  #sections() {
    return [...this.querySelectorAll("section[data-place]")];
  }

  #link(place) {
    return [...this.querySelectorAll("nav a")].find((link) => link.dataset.place === place);
  }
}

customElements.define("site-places", SitePlaces);
