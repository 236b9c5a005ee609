/** The list of a page's parts beside its text: marks the part that is being read, and keeps that link in sight. */

import { fragmentOf } from "./fragment.js";

const READ_FROM = 0.25; // of the height of the window: where a heading begins what is being read

class PageContents extends HTMLElement {
  /** @type {{ link: HTMLAnchorElement, heading: HTMLElement }[]} */
  #parts = [];
  /** @type {HTMLAnchorElement | undefined} */
  #read;
  #frame = 0;

  connectedCallback() {
    this.#parts = [...this.querySelectorAll("a[href]")].flatMap((link) => {
      const heading = document.getElementById(fragmentOf(link));
      return heading ? [{ link, heading }] : [];
    });
    for (const type of ["scroll", "resize"]) addEventListener(type, this, { passive: true });
    this.handleEvent();
  }

  disconnectedCallback() {
    for (const type of ["scroll", "resize"]) removeEventListener(type, this);
    cancelAnimationFrame(this.#frame);
  }

  handleEvent() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#mark());
  }

  #mark() {
    if (!this.checkVisibility()) return; // a small screen has no list beside the text
    const { scrollTop, scrollHeight } = document.documentElement;
    const isAtEnd = scrollTop + innerHeight >= scrollHeight - 1; // a short last part never gets as far up as that
    const line = isAtEnd ? innerHeight : innerHeight * READ_FROM;
    const read = this.#parts.findLast(({ heading }) => heading.getBoundingClientRect().top <= line)?.link;
    if (read === this.#read) return;
    this.#read?.removeAttribute("aria-current");
    read?.setAttribute("aria-current", "location");
    this.#read = read;
    this.#show();
  }

  #show() {
    const list = this.closest(".toc");
    if (!list) return;
    const { top, bottom } = list.getBoundingClientRect();
    const link = this.#read?.getBoundingClientRect();
    if (!link)
      list.scrollTop = 0; // above the first part
    else if (link.top < top || link.bottom > bottom) list.scrollTop += (link.top + link.bottom - top - bottom) / 2;
  }
}

customElements.define("page-contents", PageContents);
