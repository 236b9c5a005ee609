/** In a frame: tells the page around it how tall this one is, and leads links out of it, or says what it may not do. */

import { fragmentOf } from "../site/theme/assets/fragment.js";

const page = /** @type {HTMLElement} */ (document.querySelector("[data-embed]"));

const help = /** @type {HTMLAnchorElement | null} */ (page.querySelector(".embed__help a"));

// The message says nothing but a height and an id that is public, so whoever shows the frame may hear it.
const tell = () => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  parent.postMessage({ type: "embed-height", id: page.dataset.embed, height }, "*");
};

if (parent !== window) new ResizeObserver(tell).observe(page);

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  const href = link?.getAttribute("href");
  if (!link || !href || event.defaultPrevented) return;
  if (href.startsWith("#")) return show(fragmentOf(link));
  // Those that were sent say whether they lead out; those that scripts made do, if they do not lead to help.
  if (link.target ? link.target === "_top" : link.pathname !== help?.pathname) leave(event, link);
});

/**
 * Goes to a part of this page. It has no height to scroll in; the page around it scrolls to what has the focus.
 * @param {string} id
 */
function show(id) {
  const part = document.getElementById(id);
  if (!part) return;
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.focus();
}

/**
 * Leads out of the frame, or to a telephone. In a sandbox that may be forbidden; then the address stands beside the
 * link and is read out.
 * A tab of its own would be in the same sandbox, where our pages, which are sent with an opener policy, do not open.
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
function leave(event, link) {
  const isPage = /^https?:$/.test(link.protocol);
  if (!isPage && !/^(tel|sms|mailto):$/.test(link.protocol)) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    /** @type {Window} */ (top).location.href = link.href;
  } catch {
    if (isPage) sayAddress(link, page.dataset.blocked, link.href);
    else sayAddress(link, page.dataset.forbidden, original.href);
  }
}

/**
 * Says an address, beside what was pressed and aloud.
 * @param {Element | null} pressed
 * @param {string | undefined} words
 * @param {string} address
 */
function sayAddress(pressed, words, address) {
  const text = (words ?? "").replace("{address}", () => address);
  const status = /** @type {HTMLElement} */ (page.querySelector(".embed__status"));
  takeBack();
  const beside = Object.assign(document.createElement("span"), {
    className: "embed__blocked",
    textContent: ` ${text}`,
  });
  beside.ariaHidden = "true"; // it is read out by the status
  pressed?.after(beside);
  status.textContent = text;
}

function takeBack() {
  for (const old of page.querySelectorAll(".embed__blocked")) old.remove();
}

// A sandbox can forbid to print and to save, and then nothing happens at all: no error, no event.
const [print, original] = [window.print, /** @type {HTMLAnchorElement} */ (page.querySelector(".embed__source a"))];
/** @type {Element | null} */
let pressed = null;
let prints = false;

const sayThatItMayBeForbidden = () => sayAddress(pressed, page.dataset.forbidden, original.href);

window.print = () => {
  prints = false;
  print?.call(window);
  if (!prints) sayThatItMayBeForbidden(); // WebKit says later that it prints
};

addEventListener("beforeprint", () => {
  prints = true;
  takeBack();
});

addEventListener(
  "click",
  ({ target }) => {
    pressed = /** @type {Element} */ (target).closest("button");
    if (pressed?.matches("[data-action=save-sheet]")) sayThatItMayBeForbidden(); // no browser tells whether it may save
  },
  { capture: true },
);
