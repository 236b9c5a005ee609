/** Filters the glossary. */

import { refill } from "../../site/theme/assets/refill.js";

/**
 * Returns words as they are compared: without accents, vowel points and case, with one apostrophe and one hyphen.
 * @param {string} text
 */
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/\p{Pd}/gu, "-")
    .toLowerCase();

class CourseGlossary extends HTMLElement {
  connectedCallback() {
    this.oninput = this.onclick = this.#filter;
    const filter = () => this.#filter(new Event("input"));
    filter(); // somebody may have typed already
    refill(this.querySelector("input"), filter);
  }

  /**
   * Hides what does not match; a link to a term or a letter brings all back.
   * @param {Event} event
   */
  #filter(event) {
    const input = this.querySelector("input");
    if (event.type === "click") {
      if (!(/** @type {Element} */ (event.target).closest("a")?.hash)) return;
      input.value = "";
    }
    const words = plain(input.value).split(" ");
    const letters = this.querySelectorAll("nav a");
    let found = 0;
    this.querySelectorAll(".glossary__section").forEach((section, number) => {
      for (const entry of section.querySelectorAll(".glossary__entry")) {
        const text = plain(entry.querySelector(":first-child").textContent);
        const matches = words.every((word) => text.includes(word));
        entry.hidden = !matches && !entry.querySelector(":target");
        found += Number(matches);
      }
      section.hidden = letters[number].hidden = !section.querySelector(".glossary__entry:not([hidden]), :target");
    });
    const form = found ? new Intl.PluralRules(document.documentElement.lang).select(found) : "none";
    const said = this.getAttribute(`data-found-${form}`) ?? this.dataset.foundOther;
    const message = said.replace("{number}", String(found));
    this.querySelector("[role=status]").textContent = input.value && message;
  }
}

customElements.define("course-glossary", CourseGlossary);
