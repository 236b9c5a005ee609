/** Shows what a word means beside it, from the list at the end of the page. */

const HOVER = 250; // ms to rest on a word
const LEAVE = 350; // ms to cross to its definition (WCAG 1.4.13)
const GAP = 8; // px around that

const panel = Object.assign(document.createElement("div"), {
  className: "definition",
  popover: "manual",
  role: "group",
  tabIndex: -1,
});
panel.append(...["strong", "div", "a"].map((name) => document.createElement(name)));
panel.children[1].id = "definition-text";
/** @type {HTMLAnchorElement | null} */
let explained = null; // the word whose definition is open
let touch = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {HTMLAnchorElement} word */
function open(word) {
  const entry = document.querySelector(`[data-definition="${word.dataset.term}"]`);
  if (word === explained || !entry || !panel.showPopover) return false;
  close();
  explained = word;
  const [title, text, more] = /** @type {Iterable<HTMLAnchorElement>} */ (panel.children);
  title.textContent = panel.ariaLabel = entry.querySelector("dt").textContent;
  text.replaceChildren(...entry.querySelector("dd").cloneNode(true).childNodes);
  more.textContent = entry.closest("[data-more]")?.dataset.more ?? "";
  more.href = word.href;
  word.setAttribute("aria-describedby", text.id);
  word.after(panel);
  panel.showPopover();
  place();
  return word === explained;
}

/**
 * Below the word, or above where it only fits there; in the page's coordinates, to scroll along.
 * A number to call is never covered: then it goes to the other side, or stays closed.
 */
function place() {
  if (!explained) return;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const { left, top, bottom } = explained.getBoundingClientRect();
  const start = Math.max(GAP, Math.min(left, document.body.clientWidth - width - GAP));
  const above = top - GAP - height;
  const below = bottom + GAP;
  const sides = below + height <= innerHeight || above < 0 ? [below, above] : [above, below];
  const numbers = [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")].map((number) =>
    number.getBoundingClientRect(),
  );
  const free = sides.find(
    (side) =>
      side >= Math.min(0, below) &&
      !numbers.some(
        (number) =>
          number.bottom > side && number.top < side + height && number.right > start && number.left < start + width,
      ),
  );
  if (free === undefined) return close();
  panel.style.top = `${scrollY + free}px`;
  panel.style.left = `${start}px`;
}

function close() {
  clearTimeout(timer);
  explained?.removeAttribute("aria-describedby");
  explained = null;
  panel.remove();
}

/**
 * Opens a word soon; without one, closes what is by then neither pointed at nor in focus.
 * @param {HTMLAnchorElement | null | undefined | false} word
 * @param {number} delay
 */
function turnTo(word, delay) {
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      if (word) open(word);
      else if (![explained, panel].some((part) => part?.matches(":hover, :focus-within"))) close();
    },
    word ? delay : LEAVE,
  );
}

/** @type {{ [type: string]: (event: Heard<PointerEvent & KeyboardEvent>, word: HTMLAnchorElement | null) => void }} */
const listeners = {
  pointerover(event, word) {
    if (event.pointerType !== "touch") turnTo(word, HOVER);
  },

  focusin(event, word) {
    turnTo(word?.matches(":focus-visible") && word, 0);
  },

  pointerdown(event) {
    touch = event.pointerType === "touch";
  },

  /** A finger that scrolls ends in pointercancel instead, so that a definition can be read to its end. */
  pointerup(event, word) {
    if (word !== explained && !panel.contains(event.target)) close();
  },

  keydown(event) {
    touch = false;
    if (event.key !== "Escape") return;
    if (panel.contains(document.activeElement)) explained?.focus();
    close();
  },

  /** A first tap opens the definition; a second, or any other click, follows the link. */
  click(event, word) {
    if (!word || !touch || !open(word)) return;
    event.preventDefault();
    panel.focus({ preventScroll: true });
  },
};

for (const [type, listener] of Object.entries(listeners)) {
  document.addEventListener(
    type,
    (event) => {
      const heard = /** @type {Heard<PointerEvent & KeyboardEvent>} */ (event);
      listener(heard, heard.target.closest?.("a.glossary-term"));
    },
    true,
  );
}
addEventListener("resize", place);
