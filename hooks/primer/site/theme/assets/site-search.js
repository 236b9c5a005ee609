// The search: a field, and below it a list of links from which the arrow keys choose while the field keeps the focus.

import { refill } from "./refill.js";
import { Finder } from "./search-finder.js";

const PAUSE = 120; // milliseconds without a letter, before anything is fetched for a query
const SLOW = 400; // milliseconds after which old results should not pass for new ones

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
  #finder = new Finder((name) => this.#fetch(name));
  #hasFailed = false; // what it says is that something did not arrive
  #number = 0; // of the newest query; an answer to any other comes too late

  connectedCallback() {
    this.#field = this.querySelector("input[role=combobox]");
    this.#panel = this.querySelector(".search__panel");
    this.#status = this.querySelector("[role=status]");
    this.#list = this.querySelector("[role=listbox]");
    for (const [type, target] of this.#heard()) target.addEventListener(type, this);
    refill(this.#field);
    this.#finder.prepare().catch(() => {}); // a query will say that it failed
    // Somebody may have typed already, and search-field.js has said so; or has gone on meanwhile.
    if (this.contains(document.activeElement)) this.#ask();
    else this.#close();
  }

  disconnectedCallback() {
    for (const [type, target] of this.#heard()) target.removeEventListener(type, this);
    this.#close();
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
    keydown: (event) => {
      if (event.isComposing) return;
      if (event.target === this.#field) this.#keys[event.key]?.(event);
      else if (event.key === "Escape") this.#leavePanel(event);
    },
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

  /**
   * Closes what was open, and leads back from there to the field.
   * @param {KeyboardEvent} event
   */
  #leavePanel(event) {
    event.preventDefault();
    this.#close();
    this.#field.focus();
  }

  // Asking

  async #ask() {
    const query = this.#field.value.trim();
    if (!query) return this.#close();
    const number = (this.#number += 1);
    const isNewest = () => number === this.#number;
    this.#list.setAttribute("aria-busy", "true"); // what it holds answers an older query
    if (!this.#isOpen() || this.#hasFailed) this.#say(this.dataset.searching);
    await new Promise((done) => setTimeout(done, PAUSE));
    if (!isNewest()) return;
    const slow = setTimeout(() => isNewest() && this.#say(this.dataset.searching), SLOW);
    try {
      const results = await this.#finder.find(query, isNewest);
      if (results && isNewest()) this.#show(results);
    } catch {
      if (isNewest()) this.#fail();
    }
    clearTimeout(slow);
  }

  /** Where the files of the search are. */
  get #files() {
    return new URL(this.dataset.search, document.baseURI);
  }

  /**
   * A file of the search, by its name.
   * @param {string} name
   */
  async #fetch(name) {
    const answer = await fetch(new URL(`${name}.json`, this.#files));
    if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
    return answer.json();
  }

  // Showing

  #isOpen() {
    return this.hasAttribute("data-open");
  }

  /** @param {import("./search-finder.js").Result[]} results */
  #show(results) {
    const chosen = this.#chosen?.href;
    const root = new URL("..", this.#files);
    const links = results.map((result, index) => linkTo(result, root, index + 1));
    this.#hasFailed = false;
    this.#fill(links);
    this.#say(this.#count(results.length));
    // A late answer takes no choice away, as long as it has that page.
    const isSame = (/** @type {string} */ address) => address.split("#")[0] === chosen?.split("#")[0];
    this.#choose(links.find(({ href }) => href === chosen) ?? links.find(({ href }) => isSame(href)));
  }

  /** Says that something did not arrive; what answered an older query is gone. */
  #fail() {
    this.#hasFailed = true;
    this.#fill([]);
    this.#choose(null);
    this.#say(this.dataset.failed);
  }

  /** @param {HTMLAnchorElement[]} links */
  #fill(links) {
    this.#list.setAttribute("aria-busy", "false");
    this.#list.replaceChildren(...links);
    this.#list.scrollTop = 0;
    this.#list.hidden = !links.length;
    this.#field.setAttribute("aria-expanded", String(links.length > 0));
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
    this.#choose(null);
    this.#fill([]); // the arrow keys must choose nothing that cannot be seen
    this.#list.removeAttribute("aria-busy");
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
 * A link to a passage, under its heading: the page that it is on, and how it begins.
 * @param {import("./search-finder.js").Result} result
 * @param {URL} root
 * @param {number} number
 */
function linkTo({ address, heading, page, text }, root, number) {
  const link = document.createElement("a");
  link.href = `${root}${address}`;
  link.id = `site-search-result-${number}`;
  link.className = "search__result";
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.append(marked(heading, "search__title"));
  if (page) link.append(" ", marked([page], "search__page"));
  link.append(" ", marked(text, "search__text")); // with spaces, by which the name of the link is read
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
const pluralOf = (number) => new Intl.PluralRules(document.documentElement.lang).select(number);

customElements.define("site-search", SiteSearch);
