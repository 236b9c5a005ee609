// Puts within reach of keyboard and screen reader what Material does in a browser.

import { fragmentOf } from "./fragment.js";

// Its shortcuts of one letter would start while someone dictates (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key.length === 1) event.stopPropagation();
});

// On a page just opened it takes the first step to another passage for one to another page: it would fetch the page
// again and put a fresh copy in place of this one, and what somebody has typed or ticked would be gone.
let shown = location.pathname;
/** @param {HTMLAnchorElement} link */
const leadsOn = (link) => link.origin !== location.origin || link.pathname !== shown || link.search !== location.search;

document.addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest("a[href*='#']");
    if (link && !link.target && !leadsOn(link)) link.target = "_self"; // it leaves links with a target to the browser
  },
  { capture: true },
);

// "Leave this site" takes one entry of the history with it: where it stands, such a step makes none.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[target=_self][href*='#']");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || event.defaultPrevented || leadsOn(link) || !document.querySelector("leave-site")) return;
  event.preventDefault();
  location.replace(link.href);
});

addEventListener(
  "popstate",
  (event) => {
    if (location.pathname !== shown) return;
    event.stopImmediatePropagation();
    if (history.scrollRestoration === "auto") return;
    if (history.state) scrollTo(0, history.state.y);
    else document.getElementById(fragmentOf(location))?.scrollIntoView();
  },
  { capture: true },
);

// The menu covers all but the bar above the header, which has two rows where its words take more space.
document.addEventListener(
  "beforetoggle",
  ({ target }) => {
    target.style.setProperty("--help-bar", `${document.querySelector(".help-bar").offsetHeight}px`);
  },
  { capture: true },
);

// The list of a page's parts scrolls along with what is read. Material's "toc.follow" does that too, and keeps every page
// that was ever shown, some 2,300 nodes each.
const following = new MutationObserver(([{ target }]) => {
  const list = /** @type {Element} */ (target).closest(".toc");
  const read = list?.querySelector(".md-nav__link--active");
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  const link = read?.getBoundingClientRect();
  if (!link)
    list.scrollTop = 0; // above the first part
  else if (link.top < top || link.bottom > bottom) list.scrollTop += (link.top + link.bottom - top - bottom) / 2;
});

class SitePage extends HTMLElement {
  connectedCallback() {
    shown = location.pathname;
    const list = document.querySelector(".toc");
    if (list) following.observe(list, { subtree: true, attributeFilter: ["class"] });
    // It swapped this page in: go to the title, so that a screen reader says where it is.
    if (document.readyState === "complete") this.querySelector("h1").focus({ preventScroll: true });
    const tables = this.querySelectorAll("table");
    if (tables.length) import("./scrolling.js").then(({ watchScrolling }) => tables.forEach(watchScrolling));
    // It makes every address absolute; print shows those that leave the site.
    for (const link of this.querySelectorAll("a[href^=http]"))
      link.toggleAttribute("data-elsewhere", link.origin !== location.origin && link.textContent !== link.href);
  }
}

class ColourChoice extends HTMLElement {
  connectedCallback() {
    this.querySelector(`input[value=${document.documentElement.dataset.colours}]`).checked = true;
  }
}

customElements.define("site-page", SitePage);
customElements.define("colour-choice", ColourChoice);

// The way out of a page that is swapped in later has to be there at once. A link to prefetch it is blocked by the policy in
// Firefox, which knows no directive for that.
const ahead = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=fetch-ahead]"));
if (ahead) {
  const fetchAhead = () => fetch(ahead.content, { priority: "low" }).catch(() => {});
  if (document.readyState === "complete") fetchAhead();
  else addEventListener("load", fetchAhead, { once: true });
}

// What searches is fetched when somebody comes to the field, which stays while it swaps pages.
const search = document.querySelector("site-search");
if (search) {
  search.dataset.search = new URL(search.dataset.search, location.href).href; // as it is here, wherever that is
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
