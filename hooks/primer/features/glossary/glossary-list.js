/** Filters the glossary. */

class CourseGlossary extends HTMLElement {
  connectedCallback() {
    this.oninput = this.onclick = this.#filter;
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
    const words = input.value.toLowerCase().split(" ");
    const letters = this.querySelectorAll("nav a");
    let found = 0;
    this.querySelectorAll(".glossary__section").forEach((section, number) => {
      for (const entry of section.querySelectorAll(".glossary__entry")) {
        const text = entry.querySelector(":first-child").textContent.toLowerCase();
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
