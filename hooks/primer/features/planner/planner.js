/** Lets readers change the words of a script. They stay in the page: nothing is sent, and nothing is stored. */
class CoursePlanner extends HTMLElement {
  connectedCallback() {
    const scripts = this.querySelectorAll(".guide__script");
    if (!scripts.length) throw new Error("course-planner: expected a .guide__script inside");
    for (const script of scripts) this.#open(script);
    this.dataset.ready = "";
    for (const type of ["input", "reset", "click"]) this.addEventListener(type, this);
  }

  /** @param {Heard} event */
  handleEvent({ type, target }) {
    const form = target.closest(".planner__own");
    if (!form) return;
    if (type === "click" && target.dataset.action === "copy") this.#copy(form);
    else if (type === "input") this.#write(form, form.querySelector("textarea").value);
    else if (type === "reset") this.#write(form, form.querySelector("textarea").defaultValue);
  }

  /**
   * Puts the words of a script into a field, in front of the words themselves, which are now for paper.
   * @param {Element} script
   */
  #open(script) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(":scope > template"));
    const form = document.importNode(template.content, true).querySelector("form");
    const field = form.querySelector("textarea");
    const hint = form.querySelector(".planner__hint");
    const id = script.closest(".guide__part")?.querySelector(".guide__heading").id;
    field.id = `${id}--words`;
    field.defaultValue = [...script.children].map((paragraph) => paragraph.textContent).join("\n\n");
    hint.id = `${id}--hint`;
    field.setAttribute("aria-describedby", hint.id);
    form.querySelector("label").htmlFor = field.id;
    script.before(form);
  }

  /**
   * Keeps what is printed the same as what stands in the field.
   * @param {HTMLElement} form
   * @param {string} words
   */
  #write(form, words) {
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    form.nextElementSibling?.replaceChildren(paragraph);
    form.querySelector("[role=status]").textContent = "";
  }

  /** @param {HTMLElement} form */
  async #copy(form) {
    const field = form.querySelector("textarea");
    const status = form.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = status.dataset.copied;
    } catch {
      field.select();
      status.textContent = status.dataset.notCopied;
    }
  }
}

customElements.define("course-planner", CoursePlanner);
