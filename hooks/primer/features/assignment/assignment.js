/** Makes of an educator's choices a link, instructions and code for a frame; nothing is sent. */

import { wholeNumber } from "../quiz/whole-number.js";

const FRAME = `<iframe src="{frame}" title="{title}" width="100%" height="700" loading="lazy" style="border:0"></iframe>
<script>
  addEventListener("message", ({ data, origin, source }) => {
    for (const frame of document.querySelectorAll("iframe")) {
      const known = frame.contentWindow === source && frame.src.startsWith(origin + "/");
      if (known && data?.type === "embed-height") frame.height = data.height;
    }
  });
</script>
`;

/**
 * @typedef {HTMLFormElement & { elements: Record<"draw" | "seed" | "exam", HTMLInputElement> & { quiz: HTMLSelectElement } }} Choices
 * @typedef {Record<string, string | number>} Values
 */

class AssignmentBuilder extends HTMLElement {
  /** @type {Choices} */
  #form;
  /** @type {Record<string, string>} */
  #words;
  /**
   * Where the site is: as it is published, or else as it is seen now.
   * @type {string}
   */
  #root;

  connectedCallback() {
    this.#form = /** @type {Choices} */ (this.querySelector("form"));
    if (!this.#form) throw new Error("assignment-builder: expected a <form> inside");
    this.#words = JSON.parse(this.dataset.words);
    const plain = this.querySelector("a[data-plain]");
    this.#root = this.dataset.root ?? plain.href.slice(0, -plain.dataset.plain.length);
    this.querySelector("details").open = false;
    this.#form.hidden = false;
    for (const type of ["input", "click", "submit"]) this.#form.addEventListener(type, this);
    addEventListener("pageshow", this);
    this.#showTopics();
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    removeEventListener("pageshow", this);
  }

  /** @param {Heard<Event, HTMLElement & { name?: string }>} event */
  handleEvent(event) {
    if (event.type === "pageshow") {
      this.#showTopics(); // a browser may have put back what was chosen before somebody came back
    } else if (event.type === "submit") {
      event.preventDefault();
    } else if (event.type === "click") {
      const { action, copy } = event.target.dataset;
      if (copy) this.#copy(this.querySelector(`#${copy}`));
      if (action === "seed") {
        this.#form.elements.seed.value = String(crypto.getRandomValues(new Uint16Array(1))[0]);
        this.#make();
      }
    } else if (event.target.name === "quiz") {
      this.#choose();
    } else if (event.target.name) {
      this.#make();
    }
  }

  get #quiz() {
    return this.#form.elements.quiz.selectedOptions[0];
  }

  /** Another quiz: its topics, all of them, and its own order. */
  #choose() {
    for (const box of this.querySelectorAll("fieldset[data-quiz] input")) box.checked = true;
    for (const box of this.#boxes("shuffle")) box.checked = this.#quiz.dataset.shuffles.split(",").includes(box.value);
    this.#form.elements.draw.value = "";
    this.#showTopics();
  }

  /** Shows the topics of the chosen quiz, and makes the link of what is chosen. */
  #showTopics() {
    for (const group of this.querySelectorAll("fieldset[data-quiz]")) {
      group.hidden = group.dataset.quiz !== this.#quiz.value;
    }
    this.#make();
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement[]}
   */
  #boxes(name) {
    return [...this.#form.querySelectorAll(`fieldset:not([hidden]) input[name="${name}"]`)];
  }

  #make() {
    const { draw, seed, exam } = this.#form.elements;
    const quiz = this.#quiz.dataset;
    const topics = this.#boxes("objective");
    const chosen = topics.filter((box) => box.checked);
    const some = chosen.length > 0 && chosen.length < topics.length;
    const shuffles = this.#boxes("shuffle")
      .filter((box) => box.checked)
      .map((box) => box.value)
      .join(",");
    /** @type {(boxes: HTMLInputElement[], count: (data: DOMStringMap) => string | undefined) => number} */
    const sum = (boxes, count) => boxes.reduce((total, { dataset }) => total + Number(count(dataset)), 0);

    // As quiz.js counts: all questions that can be drawn, and those that are asked where no number is given.
    const pool = some ? sum(chosen, ({ questions }) => questions) : Number(quiz.questions);
    const left = some ? 0 : pool - sum(topics, ({ questions }) => questions);
    const usual = topics.length
      ? left + sum(some ? chosen : topics, ({ draw: own, questions }) => own ?? questions)
      : pool;
    const asked = wholeNumber(draw.value);
    const wrong = draw.value.trim() !== "" && !(asked && asked <= pool);
    const number = wrong ? usual : (asked ?? usual);
    draw.setAttribute("aria-invalid", String(wrong));
    this.querySelector("#assignment-draw-error").textContent = wrong ? this.#say("too_many", { number: pool }) : "";

    const settings = [
      some && `objective=${chosen.map((box) => box.value).join(",")}`,
      !wrong && asked && `draw=${number}`,
      shuffles !== quiz.shuffles && `shuffle=${shuffles}`,
      seed.value.trim() && `seed=${encodeURIComponent(seed.value.trim())}`,
      exam.checked && "exam=1",
    ]
      .filter(Boolean)
      .join("&");
    const query = settings && `?${settings}`;

    const questions = this.#counted("questions", pool);
    const minutes = this.#counted("minutes", Math.ceil((Number(quiz.minutes) * number) / Number(quiz.questions)));
    const said = [this.#say("summary", { number, questions, minutes })];
    if (wrong) said.unshift(this.#say("too_many", { number: pool }));
    else if (topics.length && !chosen.length) said.unshift(this.#say("no_topic"));
    this.querySelector("[role=status]").textContent = said.join(" ");

    const chance = number < pool || shuffles !== "";
    this.#show(
      query,
      number,
      minutes,
      [
        exam.checked ? "text_exam" : "text_practice",
        chance && (seed.value.trim() || "seeded" in quiz ? "text_same" : "text_other"),
        "sensitive" in quiz && "text_sensitive",
      ].filter((word) => word !== false),
    );
  }

  /**
   * @param {string} query
   * @param {number} number
   * @param {string} minutes
   * @param {string[]} more
   */
  #show(query, number, minutes, more) {
    const quiz = this.#quiz;
    const link = this.querySelector("a#assignment-link");
    link.textContent = link.href = this.#root + quiz.dataset.path + query;
    this.querySelector("textarea#assignment-instructions").value = this.#say("text", {
      title: quiz.text,
      link: link.textContent,
      questions: this.#counted("questions", number),
      minutes,
      more: more.map((word) => this.#say(word)).join("\n"),
      finish: this.#words.finish,
      sheet: this.#words.sheet,
      talk: "help" in this.dataset ? this.#say("text_help", { help: this.#root + this.dataset.help }) : "",
    });
    const framed = !("sensitive" in quiz.dataset);
    this.querySelector("[data-part=frame]").hidden = !framed;
    this.querySelector("[data-part=no-frame]").hidden = framed;
    this.querySelector("textarea#assignment-frame").value = fill(FRAME, {
      frame: attribute(this.#root + quiz.dataset.frame + query),
      title: attribute(quiz.text),
    });
    this.#announce("");
  }

  /** @param {HTMLElement} field */
  async #copy(field) {
    const typed = field instanceof HTMLTextAreaElement ? field : null;
    try {
      await navigator.clipboard.writeText(typed?.value ?? field.textContent);
      this.#announce(this.#words.copied);
    } catch {
      if (typed) {
        typed.focus();
        typed.select();
      } else {
        getSelection()?.selectAllChildren(field);
      }
      this.#announce(this.#words.not_copied);
    }
  }

  /** @param {string} text */
  #announce(text) {
    this.querySelector(".assignment__result [role=status]").textContent = text;
  }

  /**
   * @param {string} word
   * @param {number} number
   */
  #counted(word, number) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(number);
    return fill(this.#words[`${word}_${form}`] ?? this.#words[`${word}_other`], { number, [word]: number });
  }

  /**
   * @param {string} word
   * @param {Values} values
   */
  #say(word, values = {}) {
    return fill(this.#words[word], values);
  }
}

/** @type {(text: string, values: Values) => string} */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? `{${name}}`));
/** @param {string} text */
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

customElements.define("assignment-builder", AssignmentBuilder);
