// The search: a field, and below it a list of links from which the arrow keys choose while the field keeps the focus.

// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
class SiteSearch extends HTMLElement {
  /** @type {HTMLInputElement} */
  #field;
  /** @type {HTMLElement} */
  #panel;
  /** @type {HTMLElement} */
  #status;
  /** @type {HTMLElement} */
  #list;
  /** @type {HTMLAnchorElement | null} */
  #chosen = null;
  /** @type {Worker | null} */
  #worker = null;
  #number = 0; // of the newest query; an answer to any other comes too late
  #isReady = false; // the texts have arrived

  connectedCallback() {
    this.#field = this.querySelector("input[role=combobox]");
    this.#panel = this.querySelector(".search__panel");
    this.#status = this.querySelector("[role=status]");
    this.#list = this.querySelector("[role=listbox]");
    for (const [type, target] of this.#heard()) target.addEventListener(type, this);
    this.#start();
    if (this.contains(document.activeElement)) this.#ask(); // somebody has typed already
  }

  disconnectedCallback() {
    for (const [type, target] of this.#heard()) target.removeEventListener(type, this);
    this.#close();
    this.#stop();
  }

  /** @param {Heard} event */
  handleEvent(event) {
    this.#on[event.type]?.(event);
  }

  /** @returns {[type: string, target: EventTarget][]} */
  #heard() {
    const here = ["input", "keydown", "mousedown", "click", "focusout"];
    const seen = /** @type {VisualViewport} */ (visualViewport);
    return [
      ...here.map((type) => /** @type {[string, EventTarget]} */ ([type, this])),
      ["pointerup", document],
      ["resize", seen],
      ["scroll", seen],
      ["scroll", document],
    ];
  }

  /** @type {Listeners} */
  #on = {
    input: () => this.#ask(),
    keydown: (event) => event.target !== this.#field || event.isComposing || this.#keys[event.key]?.(event),
    mousedown: (event) => event.target === this.#field || event.preventDefault(), // the field keeps the focus
    click: (event) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (event.target === this.#field && !this.#isOpen()) this.#ask();
      if (!event.target.closest("a") || !isPlain) return;
      this.#close();
      this.#field.blur(); // the keyboard of a phone would cover what the link leads to
    },
    // When nothing gets the focus, the keyboard of a phone was put away to read what was found.
    focusout: ({ relatedTarget: next }) => next instanceof Node && !this.contains(next) && this.#close(),
    pointerup: ({ target }) => this.contains(target) || this.#close(), // no finger that scrolls gets that far
    resize: () => this.#fit(),
    scroll: () => this.#fit(),
  };

  /** @type {{ [key: string]: (event: KeyboardEvent) => void }} */
  #keys = {
    ArrowDown: (event) => this.#move(event, 1),
    ArrowUp: (event) => this.#move(event, -1),
    ArrowLeft: () => this.#choose(null),
    ArrowRight: () => this.#choose(null),
    Home: () => this.#choose(null),
    End: () => this.#choose(null),
    Enter: ({ ctrlKey, metaKey, shiftKey }) => {
      const keys = { ctrlKey, metaKey, shiftKey };
      this.#chosen?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...keys }));
    },
    Escape: (event) => {
      if (!this.#field.value) return;
      event.preventDefault();
      if (this.#isOpen()) this.#close();
      else this.#field.value = "";
    },
  };

  // Asking

  #start() {
    const worker = new Worker(this.dataset.worker);
    worker.addEventListener("message", ({ data: { number, pages } }) => {
      if (number === this.#number) this.#show(pages);
    });
    worker.addEventListener("error", () => {
      this.#stop();
      if (this.#isOpen()) this.#show(null);
    });
    this.#worker = worker;
    return worker;
  }

  /** Ends the worker; the next letter starts another. */
  #stop() {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #ask() {
    const query = this.#field.value.trim();
    if (!query) return this.#close();
    const worker = this.#worker ?? this.#start();
    this.#number += 1;
    worker.postMessage({ number: this.#number, query });
    this.#list.setAttribute("aria-busy", "true"); // what it holds answers an older query
    if (!this.#isReady) this.#say(this.dataset.searching);
  }

  // Showing

  #isOpen() {
    return this.hasAttribute("data-open");
  }

  /**
   * Shows the pages that were found; there are none to show where the texts did not arrive.
   * @param {import("./ranking.js").Result[] | null} pages
   */
  #show(pages) {
    const chosen = this.#chosen?.href;
    const root = new URL("..", this.dataset.worker);
    const results = (pages ?? []).flatMap(({ passage, ...page }) => (passage ? [page, passage] : [page]));
    const links = results.map((result, index) => linkTo(result, root, index + 1));
    this.#isReady = Boolean(pages);
    this.#list.setAttribute("aria-busy", "false");
    this.#list.replaceChildren(...links);
    this.#list.scrollTop = 0;
    this.#list.hidden = !links.length;
    this.#field.setAttribute("aria-expanded", String(links.length > 0));
    this.#say(pages ? this.#count(pages.length) : this.dataset.failed);
    this.#choose(links.find(({ href }) => href === chosen)); // a late answer takes no choice away
  }

  /** @param {number} number */
  #count(number) {
    if (!number) return this.dataset.nothing;
    const text = this.getAttribute(`data-found-${pluralOf(number)}`) ?? this.dataset.foundOther;
    return text.replace("{number}", String(number));
  }

  /** @param {string} text */
  #say(text) {
    this.toggleAttribute("data-open", true);
    if (this.#status.textContent !== text) this.#status.textContent = text; // what was said is not said again
    this.#fit();
  }

  #close() {
    this.#number += 1;
    this.toggleAttribute("data-open", false);
    this.#status.textContent = "";
    this.#list.removeAttribute("aria-busy");
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#choose(null);
  }

  /** Keeps the results above the keyboard of a phone, which covers the page and makes it no shorter. */
  #fit() {
    if (!this.#isOpen()) return;
    const { offsetTop, height } = /** @type {VisualViewport} */ (visualViewport);
    this.#panel.style.setProperty("--search-room", `${offsetTop + height - this.#panel.getBoundingClientRect().top}px`);
  }

  // Choosing

  /**
   * Chooses another result; before the first and after the last, nothing is chosen.
   * @param {KeyboardEvent} event
   * @param {number} step
   */
  #move(event, step) {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!this.#isOpen()) return this.#ask();
    const choices = [null, ...this.#list.querySelectorAll("a")];
    this.#choose(choices.at((choices.indexOf(this.#chosen) + step) % choices.length));
  }

  /** @param {HTMLAnchorElement | null} link */
  #choose(link = null) {
    this.#chosen?.removeAttribute("aria-selected");
    this.#chosen = link;
    if (link) this.#field.setAttribute("aria-activedescendant", link.id);
    else this.#field.removeAttribute("aria-activedescendant");
    link?.setAttribute("aria-selected", "true");
    link?.scrollIntoView({ block: "nearest" });
  }
}

/**
 * @param {import("./ranking.js").Found} result
 * @param {URL} root
 * @param {number} number
 */
function linkTo({ location, title, text }, root, number) {
  const link = document.createElement("a");
  link.href = `${root}${location}`;
  link.id = `site-search-result-${number}`;
  link.className = `search__result search__result--${location.includes("#") ? "passage" : "page"}`;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.append(marked(title, "search__title"));
  if (text) link.append(marked(text, "search__text"));
  return link;
}

/**
 * A text of which every second part is marked.
 * @param {string[]} parts
 * @param {string} className
 */
function marked(parts, className) {
  const element = document.createElement("span");
  element.className = className;
  for (const [index, part] of parts.entries()) {
    const mark = document.createElement("mark");
    mark.textContent = part;
    element.append(index % 2 ? mark : part);
  }
  return element;
}

/**
 * The plural form of a number, by the rules of the page's language.
 * @param {number} number
 */
function pluralOf(number) {
  try {
    return new Intl.PluralRules(document.documentElement.lang).select(number);
  } catch {
    return "other"; // the site names a language that there is not
  }
}

customElements.define("site-search", SiteSearch);
