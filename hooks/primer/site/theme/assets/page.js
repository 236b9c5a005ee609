// Puts within reach of keyboard and screen reader what Material does in a browser.

import { fragmentOf } from "./fragment.js";

// Every tab hears only of its own search: the worker of Material's search finds the tab's name in its address.
const tab = crypto.getRandomValues(new Uint32Array(2)).join("-");
const settings = document.getElementById("__config");
const { search, ...others } = JSON.parse(settings.textContent);
settings.textContent = JSON.stringify({ ...others, search: `${search}#${tab}` });

// Its shortcuts of one letter would start while someone dictates (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.target.closest("site-search")) event.stopPropagation();
});

// On a page just opened it takes the first step to another passage for one to another page: it would fetch the page
// again and put a fresh copy in place of this one, and what somebody has typed or ticked would be gone.
let shown = location.pathname;
const leadsOn = (link) => link.origin !== location.origin || link.pathname !== shown || link.search !== location.search;

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href*='#']");
  if (link && !link.target && !leadsOn(link)) link.target = "_self"; // it leaves links with a target to the browser
}, { capture: true });

// "Leave this site" takes one entry of the history with it: where it stands, such a step makes none.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[target=_self][href*='#']");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || event.defaultPrevented || leadsOn(link) || !document.querySelector("leave-site")) return;
  event.preventDefault();
  location.replace(link.href);
});

addEventListener("popstate", (event) => {
  if (location.pathname !== shown) return;
  event.stopImmediatePropagation();
  if (history.scrollRestoration === "auto") return;
  if (history.state) scrollTo(0, history.state.y);
  else document.getElementById(fragmentOf(location))?.scrollIntoView();
}, { capture: true });

// The menu covers all but the bar above the header, which has two rows where its words take more space.
document.addEventListener("beforetoggle", ({ target }) => {
  target.style.setProperty("--help-bar", `${document.querySelector(".help-bar").offsetHeight}px`);
}, { capture: true });

class SitePage extends HTMLElement {
  connectedCallback() {
    shown = location.pathname;
    // It swapped this page in: go to the title, so that a screen reader says where it is.
    if (document.readyState === "complete") this.querySelector("h1").focus({ preventScroll: true });
    const tables = this.querySelectorAll("table");
    if (tables.length) import("./scrolling.js").then(({ watchScrolling }) => tables.forEach(watchScrolling));
    // It makes every address absolute; print shows those that leave the site.
    for (const link of this.querySelectorAll("[href^=http]"))
      link.toggleAttribute("data-elsewhere", link.origin !== location.origin && link.textContent !== link.href);
  }
}

class SiteSearch extends HTMLElement {
  connectedCallback() {
    // What search.js fetches at the first word is on its way when somebody comes to the field.
    const texts = Object.assign(document.createElement("link"), { rel: "prefetch", href: this.dataset.texts });
    texts.href = texts.href; // as it is here, wherever that is
    this.addEventListener("focusin", () => {
      document.head.append(texts);
      new BroadcastChannel(`search#${tab}`).onmessage = () => {
        if (toggle.checked) this.querySelector("[role=status]").textContent = this.dataset.failed;
      };
    }, { once: true });
    // It closes on Tab, jumps to the field on a key it does not know, and on Escape leaves the reader nowhere.
    const field = this.querySelector("input"), toggle = document.getElementById("__search");
    this.addEventListener("keydown", (event) => {
      if (!/^(.|Enter|Arrow.*)$/.test(event.key)) event.stopPropagation();
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      if (document.activeElement === field) return;
      // It opens as soon as the field has focus.
      toggle.addEventListener("change", () => queueMicrotask(() => toggle.click()), { once: true });
      field.focus();
    });
    field.addEventListener("input", () => toggle.checked || toggle.click());
    // Not when nothing gets the focus: the keyboard of a phone was put away to read what was found.
    const leave = (target) => target && toggle.checked && !this.contains(target) && toggle.click();
    this.addEventListener("focusout", (event) => leave(event.relatedTarget));
    document.addEventListener("pointerdown", (event) => leave(event.target));
    // It takes its results out of the order of the Tab key.
    new MutationObserver(() => {
      for (const result of this.querySelectorAll("li [tabindex]")) result.removeAttribute("tabindex");
    }).observe(this, { childList: true, subtree: true });
  }
}

class ColourChoice extends HTMLElement {
  connectedCallback() {
    this.querySelector(`[value=${document.documentElement.dataset.colours}]`).checked = true;
  }
}

customElements.define("site-page", SitePage);
customElements.define("site-search", SiteSearch);
customElements.define("colour-choice", ColourChoice);
