/** Checks a quiz's answers in the page. The server has sent every question, answer and word (fragments/quiz.html). */

import { Memory } from "./quiz-memory.js";
import { fillSheet, listOf, record, save, showResults } from "./quiz-results.js";
import { copy, types } from "./quiz-types.js";

class CourseQuiz extends HTMLElement {
  /** The questions that are asked, in order. */
  #forms = [];
  /** By form: the `answer`, whether it is `done`, its `state` and `credit` then, the state at the `first` try, whether the key was `shown`. */
  #records = new Map();
  #words;
  #memory;
  #seed;
  #exam = false;
  #finished = false;

  connectedCallback() {
    this.#words = JSON.parse(this.dataset.words);
    this.#memory = new Memory(this.dataset.quiz, "sensitive" in this.dataset);
    this.#arrange("standalone" in this.dataset ? new URLSearchParams(location.search) : new URLSearchParams());
    this.#restore();
    for (const hidden of this.querySelectorAll(".quiz__tools, .quiz__end, .quiz__moves, [type=submit]")) hidden.hidden = hidden.disabled = false;
    const remember = this.querySelector("[data-action=remember]");
    if (remember) remember.checked = this.#memory.remembers;
    for (const type of ["submit", "input", "click"]) this.addEventListener(type, this);
    for (const type of ["storage", "pagehide", "afterprint"]) addEventListener(type, this);
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    for (const type of ["storage", "pagehide", "afterprint"]) removeEventListener(type, this);
  }

  handleEvent(event) {
    const form = event.target.closest?.("form");
    if (event.type === "submit") {
      event.preventDefault();
      this.#check(form);
    } else if (event.type === "input") {
      if (form) this.#changed(form);
      else if (event.target.dataset.action === "remember") this.#remember(event.target);
    } else if (event.type === "click") {
      this.#click(event, form);
    } else if (event.type === "storage") {
      this.#told(event);
    } else if (event.type === "afterprint") {
      delete document.documentElement.dataset.quizPrint;
      delete this.dataset.print;
    } else if ("sensitive" in this.dataset) {
      this.#startAgain();
    }
  }

  #click(event, form) {
    const target = event.target.closest("button, a, summary");
    if (!target) return;
    const moved = form && typeOf(form).click(form, target);
    if (moved || target.dataset.choice) event.preventDefault();
    if (moved) {
      this.#changed(form);
      if (Array.isArray(moved)) status(form, this.#say(...moved));
      else if (!typeOf(form).lack(form)) this.#check(form);
    } else if (target.matches(".quiz__answer > summary")) {
      this.#opened(form);
    } else {
      this.#actions[target.dataset.action]?.(form);
    }
  }

  #actions = {
    retry: (form) => {
      this.#retry(form);
      focusOn(form);
    },
    restart: () => {
      this.#startAgain();
      focusOn(this.#forms[0]);
    },
    finish: () => this.#finish(),
    "finish-anyway": () => this.#results(),
    review: () => this.#review(true),
    "show-all": () => this.#review(false),
    forget: () => {
      this.#memory.forget();
      this.#startAgain();
      this.#memory.forget();
      this.querySelector("[data-action=remember]").checked = false;
      this.#notice("forgotten");
    },
    "print-questions": () => this.#print("questions"),
    "print-key": () => this.#print("key"),
    "print-sheet": () => {
      fillSheet(this.querySelector(".quiz__sheet"), this.#record(), this.#say);
      document.documentElement.dataset.quizPrint = "sheet";
      print();
    },
    "save-sheet": () => save(this.#record()),
  };

  // Which questions are asked, and in which order

  /**
   * Address parameters, on the quiz's own page: `objective`, `question`, `draw`, `shuffle`, `seed`, `exam`.
   * The same seed gives every reader the same draw and order.
   */
  #arrange(asked) {
    const all = [...this.querySelectorAll("form")];
    if (!all.length) throw new Error(`course-quiz "${this.dataset.quiz}": expected a <form> inside`);
    const listed = (name) => asked.getAll(name).flatMap((value) => value.split(",")).filter(Boolean);
    this.#seed = asked.get("seed") ?? this.dataset.seed ?? this.#memory.read()?.seed ?? String(crypto.getRandomValues(new Uint16Array(1))[0]);
    this.#exam = asked.has("exam");
    this.toggleAttribute("data-exam", this.#exam);

    const [objectives, questions] = [listed("objective"), listed("question")];
    let drawn = all.filter(({ dataset }) => (
      (!objectives.length || objectives.includes(dataset.objective)) && (!questions.length || questions.includes(dataset.question))
    ));
    if (!drawn.length) drawn = all;
    const take = (pool, number) => new Set(this.#mixed(pool).slice(0, number));
    if (Number(asked.get("draw")) > 0) {
      const kept = take(drawn, Number(asked.get("draw")));
      drawn = drawn.filter((form) => kept.has(form));
    } else {
      for (const { dataset } of this.querySelectorAll("[data-draw]")) {
        const pool = drawn.filter((form) => form.dataset.objective === dataset.objective);
        const kept = take(pool, Number(dataset.draw));
        drawn = drawn.filter((form) => form.dataset.objective !== dataset.objective || kept.has(form));
      }
    }
    const linked = all.find((form) => `#${form.id}` === location.hash);
    if (linked && !drawn.includes(linked)) drawn = all.filter((form) => form === linked || drawn.includes(form));

    const shuffles = asked.has("shuffle") ? listed("shuffle") : (this.dataset.shuffles ?? "").split(" ");
    if (shuffles.includes("options")) for (const form of all) this.#shuffleOptions(form);
    for (const section of this.querySelectorAll(".quiz__section")) {
      const forms = [...section.querySelectorAll("form")];
      if (shuffles.includes("questions")) section.append(...this.#mixed(forms));
      section.hidden = !forms.some((form) => drawn.includes(form));
    }
    this.#forms = [...this.querySelectorAll("form")].filter((form) => drawn.includes(form));
    for (const form of all) form.hidden = !drawn.includes(form);
    for (const [index, form] of this.#forms.entries()) {
      form.querySelector(".quiz__number").textContent = this.#say("question_of", { number: index + 1, total: this.#forms.length });
    }
    if (this.#exam) this.#notice("exam");
    else if (drawn.length < all.length) this.#notice("showing", { number: drawn.length, total: all.length });
    if (linked) linked.scrollIntoView();
  }

  #shuffleOptions(form) {
    if (form.dataset.type === "true-false") return;
    for (const list of form.querySelectorAll(".quiz__parts, [data-type=choice] .quiz__options")) list.append(...this.#mixed([...list.children]));
  }

  /** These elements in the order that the seed gives them. */
  #mixed(elements) {
    const key = (element) => hash(`${this.#seed} ${element.dataset.question ?? element.dataset.part ?? element.querySelector("input").value}`);
    return elements.toSorted((one, other) => key(one) - key(other));
  }

  // One question

  #check(form) {
    const type = typeOf(form);
    const answer = type.read(form);
    const lack = type.lack(form, answer);
    this.#clear(form);
    if (lack) {
      const [word, values, target] = lack;
      status(form, this.#say(word, values));
      (target ?? form.querySelector(FIELDS)).focus();
      return;
    }
    if (this.#exam && !this.#finished) return;
    this.#grade(form, answer);
    if (!this.#finished) form.querySelector(".quiz__status").scrollIntoView({ block: "nearest" });
  }

  /** Judges an answer, shows how it was and keeps that. */
  #grade(form, answer) {
    const { state, credit } = this.#show(form, answer);
    const { first, shown } = this.#records.get(form);
    this.#keep(form, { answer, done: true, state, credit, first: first ?? (shown ? "shown" : state) });
  }

  /** Says how an answer was, marks what was answered; the right answer itself stays folded away. */
  #show(form, answer) {
    const result = typeOf(form).grade(form, answer);
    this.#clear(form);
    for (const mark of result.marks) this.#mark(form, mark);
    form.dataset.state = result.state;
    status(form, this.#say(result.say, result.values));
    form.querySelector("[data-action=retry]").hidden = false;
    const outcome = form.querySelector(".quiz__outcome");
    const model = form.querySelector(".quiz__model");
    if (model) outcome.append(copy(model));
    if (result.explain) outcome.append(copy(form.querySelector(".quiz__explanation")));
    return result;
  }

  /** Puts a word and the feedback beside what was answered. */
  #mark(form, { part, mark, when, beside }) {
    const place = beside?.closest(".quiz__option")
      ?? form.querySelector(`[data-beside="${CSS.escape(part)}"]`) ?? form.querySelector(`[data-part="${CSS.escape(part)}"]`);
    const control = beside ?? form.querySelector(`[data-part="${CSS.escape(part)}"]`).querySelector(FIELDS);
    const verdict = document.createElement("div");
    verdict.className = "quiz__verdict";
    verdict.dataset.mark = mark;
    verdict.id = `${form.id}--${beside?.value ?? part}--verdict`;
    const word = document.createElement("strong");
    word.className = "quiz__mark";
    word.textContent = (place.dataset.label ? `${place.dataset.label}: ` : "") + this.#say(`mark_${mark}`);
    verdict.append(word);
    const key = form.querySelector(`[data-key="${CSS.escape(part)}"]`);
    const said = when.map((name) => key.querySelector(`[data-when~="${CSS.escape(name)}"]`)).find(Boolean);
    if (said) verdict.append(copy(said));
    control?.setAttribute("aria-describedby", verdict.id);
    place.append(verdict);
  }

  #clear(form) {
    delete form.dataset.state;
    status(form, "");
    form.querySelector(".quiz__outcome").replaceChildren();
    for (const verdict of form.querySelectorAll(":not(.quiz__answer) > .quiz__verdict[id]")) {
      form.querySelector(`[aria-describedby="${CSS.escape(verdict.id)}"]`)?.removeAttribute("aria-describedby");
      verdict.remove();
    }
  }

  /** The answer is another one now, so nothing is said of it until it is checked again. */
  #changed(form) {
    if (form.dataset.state) this.#clear(form);
    this.#keep(form, { answer: typeOf(form).read(form), done: false, state: undefined, credit: undefined });
  }

  /** Empties one question; how it went at the first try is kept. */
  #retry(form) {
    this.#clear(form);
    typeOf(form).fill(form, null);
    form.querySelector("[data-action=retry]").hidden = true;
    for (const details of form.querySelectorAll("details")) details.open = false;
    form.querySelector(".quiz__answer").removeAttribute("data-revealed");
    this.#keep(form, { answer: null, done: false, state: undefined, credit: undefined });
  }

  #startAgain() {
    this.#finished = false;
    delete this.dataset.finished;
    this.#review(false);
    for (const form of this.#forms) {
      this.#retry(form);
      this.#keep(form, { first: undefined, shown: undefined });
    }
    for (const part of this.querySelectorAll(".quiz__results, .quiz__missing")) part.hidden = true;
  }

  /** The reader opened or closed the answer. Said apart from `open`, because Material opens every <details> to print. */
  #opened(form) {
    const details = form.querySelector(".quiz__answer");
    details.toggleAttribute("data-revealed", !details.open);
    this.#keep(form, { shown: true });
  }

  // The end

  #questions() {
    return this.#forms.map((form, index) => ({ form, number: index + 1, ...this.#records.get(form) }));
  }

  #finish() {
    const open = this.#questions().filter(({ form, answer, done }) => (this.#exam ? !answer || typeOf(form).lack(form, answer) : !done));
    const missing = this.querySelector(".quiz__missing");
    missing.hidden = !open.length;
    if (!open.length) {
      this.#results();
      return;
    }
    missing.querySelector("p").textContent = this.#say(open.length === 1 ? "missing_one" : "missing_many", { number: open.length });
    listOf(missing.querySelector("ol"), open);
    missing.focus();
  }

  #results() {
    this.querySelector(".quiz__missing").hidden = true;
    this.#finished = true;
    this.dataset.finished = "";
    if (this.#exam) {
      for (const { form, answer } of this.#questions()) if (answer && !typeOf(form).lack(form, answer)) this.#grade(form, answer);
    }
    showResults(this, this.#questions(), this.#say);
    this.querySelector(".quiz__results > [tabindex]").focus();
  }

  /** Shows only what was not right, or everything again. */
  #review(only) {
    for (const { form, state } of this.#questions()) form.hidden = only && (!state || state === "right" || state === "done");
    for (const [name, hidden] of [["review", only], ["show-all", !only]]) this.querySelector(`[data-action=${name}]`).hidden = hidden;
    if (only) focusOn(this.#forms.find((form) => !form.hidden));
  }

  #record() {
    return record(this, this.#questions(), this.querySelector(".quiz__results .quiz__text").value.trim());
  }

  #print(what) {
    this.dataset.print = what;
    print();
  }

  // What is kept

  #keep(form, changes) {
    const kept = { ...this.#records.get(form), ...changes };
    this.#records.set(form, kept);
    const { state, credit, ...written } = kept;
    const done = this.#memory.write(form.dataset.question, { ...written, version: form.dataset.version }, typeOf(form).private);
    if (!done) this.#cannotKeep();
  }

  /** Puts back what the tab or the device remembers; what no longer fits is left out, and said. */
  #restore() {
    let dropped = 0;
    const known = new Map([...this.querySelectorAll("form")].map((form) => [form.dataset.question, form]));
    for (const form of this.#forms) {
      this.#records.set(form, {});
      typeOf(form).fill(form, null);
    }
    for (const name of this.#memory.questions()) {
      const [form, saved] = [known.get(name), this.#memory.read(name)];
      if (form && saved?.version === form.dataset.version) {
        if (this.#records.has(form)) this.#putBack(form, saved);
      } else {
        if (saved?.answer) dropped += 1;
        this.#memory.drop(name);
      }
    }
    if (dropped) this.#notice(dropped === 1 ? "changed_one" : "changed_many", { number: dropped });
    if (this.dataset.shuffles || this.querySelector("[data-draw]")) this.#memory.write("", { seed: this.#seed });
  }

  #putBack(form, { answer, done, first, shown }) {
    try {
      typeOf(form).fill(form, answer);
      this.#records.set(form, { answer, first, shown });
      if (done && (!this.#exam || this.#finished)) this.#grade(form, answer);
    } catch {
      this.#retry(form);
    }
  }

  #remember(box) {
    if (!box.checked) {
      this.#memory.stopRemembering();
      this.#notice();
    } else if (this.#memory.remember()) {
      this.#notice("remembered");
      for (const form of this.#forms) this.#keep(form, {});
    } else {
      this.#cannotKeep();
    }
  }

  #cannotKeep() {
    this.#memory.stopRemembering();
    this.querySelector("[data-action=remember]").checked = false;
    this.#notice("not_kept");
  }

  /** Another tab began to remember, or made this device forget; what is on screen stays. */
  #told(event) {
    const box = this.querySelector("[data-action=remember]");
    const told = box && this.#memory.told(event);
    if (told === "forgotten" && box.checked) this.#notice("forgotten_elsewhere");
    if (told) box.checked = told === "remembered";
  }

  #notice(word, values) {
    this.querySelector(".quiz__notice").textContent = word ? this.#say(word, values) : "";
  }

  #say = (word, values = {}) => this.#words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const FIELDS = "input, select, textarea, button, a[href]";
const status = (form, text) => { form.querySelector(".quiz__status").textContent = text; };

function focusOn(form) {
  form.querySelector(".quiz__fields").querySelector(".quiz__step:not([hidden]), .quiz__moves button, :is(input, select, textarea):not(.quiz__box)").focus();
}

function typeOf(form) {
  const type = types[form.dataset.type];
  if (!type) throw new Error(`quiz.js: no question type "${form.dataset.type}"`);
  return type;
}

/** A number that stands for a text, the same everywhere (FNV-1a, 32 bits, mixed once more). */
function hash(text) {
  let number = 0x811c9dc5;
  for (const letter of text) number = Math.imul(number ^ letter.codePointAt(0), 0x01000193);
  return Math.imul(number ^ (number >>> 15), 0x2c1b3c6d) >>> 0;
}

if (!customElements.get("course-quiz")) customElements.define("course-quiz", CourseQuiz);
