import { fragmentOf } from "../../site/theme/assets/fragment.js";

/** Shows a guide one step at a time. The server has sent every step, ending and word (fragments/guide.html). */
class CourseGuide extends HTMLElement {
  /**
   * The steps that were answered, in their order; the answers themselves are in the radio buttons. Nothing is stored.
   * @type {HTMLElement[]}
   */
  #path = [];

  connectedCallback() {
    const steps = this.querySelectorAll(".guide__step");
    if (!steps.length) throw new Error(`course-guide in "${this.parentElement?.id}": expected a .guide__step inside`);
    for (const type of ["submit", "click"]) this.addEventListener(type, this);
    for (const type of ["hashchange", "pagehide"]) addEventListener(type, this);
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open(this.#linked()));
    for (const step of steps) offerOptions(step);
    this.dataset.ready = "";
    this.#show(steps[0]);
    this.#open(this.#linked());
  }

  /** @param {Heard} event */
  handleEvent(event) {
    if (event.type === "pagehide") return this.#restart();
    if (event.type === "hashchange") return this.#open(this.#linked());
    if (event.type === "submit") return this.#submit(event, event.target);
    const button = event.target.closest("button[type=submit]");
    if (button?.form) return this.#submit(event, button.form); // in a frame that may send no forms, nothing is submitted
    const link = event.target.closest(".guide__back a, .guide__change a, .guide__problem a");
    if (link) event.preventDefault();
    if (link?.closest(".guide__back")) {
      this.#goTo(/** @type {HTMLElement} */ (this.#path.pop()));
    } else if (link?.closest(".guide__change")) {
      this.#path.length = [...this.querySelectorAll(".guide__change a")].indexOf(link);
      this.#goTo(partOf(link));
    } else if (link) {
      document.getElementById(fragmentOf(link))?.focus();
    } else if (event.target.dataset.action === "restart") {
      this.#restart();
      this.#goTo(this.querySelector(".guide__step"));
    } else if (event.target.dataset.action === "print") {
      print();
    }
  }

  /**
   * @param {Event} event
   * @param {HTMLElement} step
   */
  #submit(event, step) {
    if (!step.matches(".guide__step")) return;
    event.preventDefault();
    const chosen = answerTo(step);
    if (!chosen) return this.#complain(step);
    this.#path.push(step);
    this.#goTo(partOf({ id: chosen.value }));
  }

  /**
   * Says above and inside a step that no option is chosen, as GOV.UK Frontend's error summary does.
   * @param {HTMLElement} step
   */
  #complain(step) {
    const problem = this.querySelector(".guide__problem");
    problem.hidden = step.querySelector(".guide__error").hidden = false;
    problem.querySelector("a").href = `#${step.querySelector("input").id}`;
    describe(step);
    problem.focus();
  }

  /**
   * Shows one step or ending, and moves the focus to its heading.
   * @param {HTMLElement} part
   */
  #goTo(part) {
    this.#show(part);
    part.querySelector(".guide__heading").focus({ preventScroll: true });
    this.scrollIntoView();
  }

  /** @param {HTMLElement} part */
  #show(part) {
    for (const one of this.querySelectorAll(".guide__part, .guide__topic")) one.hidden = one !== part;
    this.querySelector(".guide__problem").hidden = true;
    const error = part.querySelector(".guide__error");
    if (error) {
      error.hidden = true;
      describe(part);
    }
    this.querySelector(".guide__how--steps").hidden = this.#path.length > 0;
    const back = this.querySelector(".guide__back");
    back.hidden = !this.#path.length;
    const before = this.#path.at(-1);
    if (before) back.querySelector("a").href = `#${headingOf(before).id}`;
    const atEnd = part.matches(".guide__ending");
    this.querySelector(".guide__path").hidden = !atEnd || !this.#path.length;
    this.querySelector(".guide__actions--end").hidden = !atEnd;
    if (atEnd) this.#sumUp(part);
  }

  /**
   * Lists the answers that led to an ending, and the topics that they raised.
   * @param {HTMLElement} ending
   */
  #sumUp(ending) {
    this.querySelector(".guide__answers").replaceChildren(...this.#path.map((step) => this.#answer(step)));
    if (!ending.querySelector(".guide__topics")) return;
    const raised = [...new Set(this.#path.map((step) => answerTo(step)?.dataset.raises ?? ""))].filter(Boolean);
    const topics = raised.map((id) => this.querySelector(`[data-topic="${CSS.escape(id)}"]`));
    ending.querySelector(".guide__topics").replaceChildren(
      ...topics.map((topic) => {
        const item = document.createElement("li");
        item.append(...[...topic.children].map(copy));
        return item;
      }),
    );
    ending.querySelector(".guide__some").hidden = !raised.length;
    ending.querySelector(".guide__none").hidden = raised.length > 0;
  }

  /** @param {HTMLElement} step */
  #answer(step) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.querySelector(".guide__path template"));
    const row = document.importNode(content, true);
    const question = headingOf(step).textContent;
    const link = row.querySelector("a");
    row.querySelector("dt").textContent = question;
    row.querySelector("dd").textContent = answerTo(step)?.labels?.[0].textContent ?? "";
    link.href = `#${headingOf(step).id}`;
    link.setAttribute(
      "aria-label",
      this.dataset.changeLabel.replace("{question}", () => question),
    );
    return row;
  }

  /** Forgets every answer, and every word that was typed. */
  #restart() {
    this.#path = [];
    for (const form of this.querySelectorAll("form")) form.reset();
    this.#show(this.querySelector(".guide__step"));
  }

  /** The part to which the page's address leads, if it leads to one. */
  #linked() {
    const target = document.getElementById(fragmentOf(location));
    return target && this.contains(target) ? target.closest(".guide__part") : null;
  }

  /**
   * Shows a part to which no answers led.
   * @param {HTMLElement | null} part
   */
  #open(part) {
    if (!part) return;
    this.#path = [];
    this.#goTo(part);
  }
}

/** @param {HTMLElement} part */
const headingOf = (part) => part.querySelector(".guide__heading");
/** @param {{ id: string, hash?: string }} element */
const partOf = (element) =>
  /** @type {HTMLElement} */ (document.getElementById(fragmentOf(element) || element.id)?.closest(".guide__part"));
/**
 * @param {HTMLElement} step
 * @returns {HTMLInputElement | null}
 */
const answerTo = (step) => step.querySelector("input:checked");

/**
 * Makes the links of a step into radio buttons with labels.
 * @param {HTMLElement} step
 */
function offerOptions(step) {
  const { id } = headingOf(step);
  step.querySelector(".guide__options").setAttribute("role", "none");
  step.querySelectorAll("a.guide__label").forEach((link, index) => {
    const input = document.createElement("input");
    const label = document.createElement("label");
    const text = document.createElement("span");
    const hint = link.parentElement?.querySelector(".guide__hint");
    Object.assign(input, {
      className: "guide__input",
      type: "radio",
      name: id,
      id: `${id}--${index + 1}`,
      value: fragmentOf(link),
    });
    if (link.dataset.raises) input.dataset.raises = link.dataset.raises;
    if (hint) input.setAttribute("aria-describedby", (hint.id = `${input.id}--hint`));
    label.className = "guide__label";
    label.htmlFor = input.id;
    text.append(...link.childNodes);
    label.append(input, text);
    link.replaceWith(label);
  });
  step.querySelector(".guide__actions").hidden = false;
}

/**
 * Names what describes a step's options: its help, and what is wrong.
 * @param {HTMLElement} step
 */
function describe(step) {
  const parts = step.querySelectorAll(".guide__help, .guide__error:not([hidden])");
  const fields = step.querySelector(".guide__fields");
  if (parts.length) fields.setAttribute("aria-describedby", [...parts].map((part) => part.id).join(" "));
  else fields.removeAttribute("aria-describedby");
}

/**
 * A copy that can stand beside its original: without ids.
 * @param {Element} element
 */
function copy(element) {
  const twin = /** @type {Element} */ (element.cloneNode(true));
  for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
  return twin;
}

customElements.define("course-guide", CourseGuide);
