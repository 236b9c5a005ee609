/** Checks a quiz's answers in the page. The server has sent every question, answer and word (fragments/quiz.html). */

import { fragmentOf } from "../../site/theme/assets/fragment.js";
import { copy, make, rearrange } from "./elements.js";
import { Memory } from "./quiz-memory.js";
import { readParameters } from "./parameters.js";
import { plan } from "./plan.js";
import { areRegistered, typeOf, whenRegistered } from "./registry.js";

const INSIDE = ["focusin", "submit", "input", "click"];
const OUTSIDE = ["storage", "pagehide", "afterprint"];

class CourseQuiz extends HTMLElement {
  /** The questions that are asked, in order. */
  #forms = [];
  /** By form: the `answer`, whether it is `done`, what it was at the `first` try, whether the key was `shown`. */
  #records = new Map();
  #words;
  #memory;
  #seed;
  /** Whether what is asked, or its order, was left to chance. */
  #chance;
  #exam;
  #finished = false;
  /** What shows how it went, once it is here. */
  #end;

  /** Begins once the script of each type of question is here; until then, nothing in the forms is touched. */
  connectedCallback() {
    const types = this.#all("form").map(({ dataset }) => dataset.type);
    if (areRegistered(types)) this.#begin();
    else whenRegistered(types).then(() => this.isConnected && !("ready" in this.dataset) && this.#begin());
  }

  #begin() {
    this.#words = JSON.parse(this.dataset.words);
    this.#memory = new Memory(this.dataset.quiz, "sensitive" in this.dataset);
    this.#arrange(readParameters("standalone" in this.dataset ? location.search : ""));
    this.#restore();
    for (const part of this.#all(".quiz__tools, .quiz__end, [type=submit]")) part.hidden = part.disabled = false;
    this.#tick(this.#memory.remembers);
    for (const type of INSIDE) this.addEventListener(type, this);
    for (const type of OUTSIDE) addEventListener(type, this);
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) removeEventListener(type, this);
    delete this.dataset.ready;
  }

  handleEvent(event) {
    const form = event.target.closest?.("form");
    if (form) statusOf(form).removeAttribute("aria-live");   // it may speak again, and listens before it is filled
    this.#on[event.type]?.(event, form);
  }

  #on = {
    submit: (event, form) => {
      event.preventDefault();
      this.#check(form);
    },
    input: ({ target }, form) => {
      if (form) {
        const said = typeOf(form).input?.(form, target);
        this.#changed(form);
        if (said) status(form, this.#say(...said));
      } else if (target.dataset.action === "remember") this.#remember(target.checked);
    },
    click: (event, form) => {
      const target = event.target.closest("button, a, summary");
      if (!target) return;
      if (target.type === "submit") {
        event.preventDefault();   // in a frame that may send no forms, there is no event "submit"
        this.#check(form);
        return;
      }
      const said = form && typeOf(form).click(form, target);
      const linked = target.closest(".quiz__list") && this.#question(fragmentOf(target));
      if (said || linked) {
        event.preventDefault();
        event.stopPropagation();   // instant navigation would follow a link
      }
      if (said) {
        this.#changed(form);
        if (said.length) status(form, this.#say(...said));
        else if (!typeOf(form).missingAnswer(form)) this.#check(form);
      } else if (linked) {
        linked.scrollIntoView();
        focusOn(linked);
      } else if (target.matches(".quiz__answer > summary")) {
        this.#opened(form, target.parentElement);
      } else {
        this.#actions[target.dataset.action]?.(form);
      }
    },
    storage: (event) => this.#onStorageChange(event),
    afterprint: () => delete this.dataset.print,
    pagehide: () => "sensitive" in this.dataset && this.#startAgain(),
  };

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
    review: () => {
      this.#review(this.#end.isWeak);
      focusOn(this.#forms.find(({ hidden }) => !hidden));
    },
    "show-all": () => {
      this.#review();
      leadTo(this.#find(RESULTS_HEADING));
    },
    forget: () => {
      this.#startAgain();
      this.#memory.forget();
      this.#tick(false);
      this.#notice("forgotten");
    },
    "print-questions": () => this.#print("questions"),
    "print-key": () => this.#print("key"),
    "print-sheet": async () => {
      const { fillSheet } = await import("./results-sheet.js");
      this.#gradeRest();
      fillSheet(this, this.#questions, this.#say);
      this.#print("sheet");
    },
    "save-sheet": async () => {
      const { save } = await import("./results-sheet.js");
      this.#gradeRest();
      save(this, this.#questions);
    },
  };

  // Which questions are asked, and in which order

  /** Asks what the parameters of the address ask for, on the quiz's own page, in the order that plan.js decides. */
  #arrange(asked) {
    const { seed, shuffles = "" } = this.dataset;
    this.#seed = asked.seed ?? seed ?? this.#memory.read()?.seed ?? crypto.getRandomValues(new Uint16Array(1))[0];
    this.#exam = this.toggleAttribute("data-exam", asked.exam);

    const all = this.#all("form");
    const sections = this.#all(".quiz__section");
    const shuffled = new Map(all.map((form) => [form, typeOf(form).shuffled(form)]));
    const describe = (form) => {
      const { question: id, objective } = form.dataset;
      return { id, objective, options: shuffled.get(form).map((option) => option.id) };
    };
    const linked = this.#question(fragmentOf(location));
    const { order, shown, options, chance } = plan({
      sections: sections.map((section) => [...section.querySelectorAll("form")].map(describe)),
      pools: Object.fromEntries(this.#all("[data-draw]").map(({ dataset }) => [dataset.objective, Number(dataset.draw)])),
      shuffles: shuffles.split(" ").filter(Boolean),
      linked: linked?.dataset.question,
    }, asked, this.#seed);
    this.#chance = chance && !asked.seed;

    const forms = new Map(all.map((form) => [form.dataset.question, form]));
    for (const [index, ids] of order.entries()) sections[index].append(...ids.map((id) => forms.get(id)));
    for (const [id, ids] of options) {
      const elements = new Map(shuffled.get(forms.get(id)).map((option) => [option.id, option.element]));
      rearrange(ids.map((option) => elements.get(option)));
    }
    this.#forms = shown.map((id) => forms.get(id));
    for (const form of all) form.hidden = !this.#forms.includes(form);
    const total = shown.length;
    for (const [index, form] of this.#forms.entries()) {
      form.querySelector(".quiz__number").textContent = this.#say("question_of", { number: index + 1, total });
    }
    if (this.#exam) this.#notice("exam");
    else if (total < all.length) this.#notice("showing", { number: total, total: all.length });
    linked?.scrollIntoView();
  }

  // One question

  #check(form) {
    const missing = typeOf(form).missingAnswer(form);
    this.#clear(form);
    if (missing) {
      const [word, values, target] = missing;
      status(form, this.#say(word, values));
      target.focus();
    } else if (this.#exam && !this.#finished) {
      status(form, this.#say("kept"));
    } else {
      this.#grade(form);
      statusOf(form).scrollIntoView({ block: "nearest" });
    }
  }

  /** Judges an answer, says how it was and keeps that; the right answer itself stays folded away. */
  #grade(form) {
    const { state, say, values, marks, explain } = typeOf(form).grade(form);
    this.#clear(form);
    for (const mark of marks) this.#mark(form, mark);
    form.dataset.state = state;
    status(form, this.#say(say, values));
    retryOf(form).hidden = false;
    const shown = form.querySelectorAll(`.quiz__model${explain || state === "right" ? ", .quiz__explanation" : ""}`);
    form.querySelector(".quiz__outcome").append(...[...shown].map(copy));
    const { first, shown: seen } = this.#records.get(form);
    this.#keep(form, { done: true, first: first ?? (seen ? "shown" : state) });
  }

  /** The same for a question that nobody works on now: its status line is not read out. */
  #gradeQuietly(form) {
    statusOf(form).setAttribute("aria-live", "off");
    this.#grade(form);
  }

  /** Judges what was answered and not checked. */
  #gradeRest() {
    for (const { form, done } of this.#questions) if (!done && !typeOf(form).missingAnswer(form)) this.#gradeQuietly(form);
  }

  /** Puts a word and the feedback beside what was answered. */
  #mark(form, { part, mark, when, option }) {
    const find = (name, value) => form.querySelector(`[data-${name}~="${value}"]`);
    const control = option && form.querySelector(`.quiz__input[value="${option}"]`);
    const place = control?.closest(".quiz__option") ?? find("beside", part) ?? find("part", part);
    const word = (place.dataset.label ?? "") + (place.dataset[mark] ?? this.#say(`mark_${mark}`));
    const said = when.map((name) => find("key", part).querySelector(`[data-when~="${name}"]`)).find(Boolean);
    const verdict = make("div", { id: `${form.id}--${option ?? part}--verdict`, className: "quiz__verdict" });
    verdict.dataset.mark = mark;
    verdict.append(make("strong", { className: "quiz__mark", textContent: word }), ...said ? [copy(said)] : []);
    (control ?? find("part", part).querySelector(ANSWERED))?.setAttribute("aria-describedby", verdict.id);
    place.append(verdict);
  }

  #clear(form) {
    delete form.dataset.state;
    status(form, "");
    form.querySelector(".quiz__outcome").replaceChildren();
    for (const verdict of form.querySelectorAll(".quiz__verdict[id]")) {
      form.querySelector(`[aria-describedby="${verdict.id}"]`)?.removeAttribute("aria-describedby");
      verdict.remove();
    }
  }

  /** The answer is another one now, so nothing is said of it until it is checked again. */
  #changed(form) {
    this.#fetchEnd().catch(() => {});
    if (form.dataset.state) this.#clear(form);
    this.#keep(form, { done: false });
  }

  /** Empties one question; how it went at the first try is kept. */
  #retry(form) {
    this.#clear(form);
    typeOf(form).fill(form, null);
    retryOf(form).hidden = true;
    for (const details of form.querySelectorAll("details")) details.open = false;
    form.querySelector(".quiz__answer").removeAttribute("data-revealed");
    this.#keep(form, { done: false });
  }

  #startAgain() {
    this.#finished = false;
    delete this.dataset.finished;
    this.#review();
    for (const form of this.#forms) {
      this.#records.set(form, {});
      this.#retry(form);
    }
    for (const part of this.#all(".quiz__results, .quiz__missing")) part.hidden = true;
    this.#find(".quiz__results .quiz__text").value = "";
  }

  /** The reader opens or closes the answer. Said apart from `open`, because Material opens every <details> to print. */
  #opened(form, details) {
    details.toggleAttribute("data-revealed", !details.open);
    this.#keep(form, { shown: true });
  }

  // The end

  get #questions() {
    return this.#forms.map((form, index) => {
      const kept = this.#records.get(form);
      const type = typeOf(form);
      return { ...kept, ...kept.done && type.grade(form), form, type, number: index + 1 };
    });
  }

  /** Fetches what shows how it went, for when it is needed; where that fails, the next call tries again. */
  async #fetchEnd() {
    this.#end ??= await import("./results.js");
  }

  async #finish() {
    await this.#fetchEnd();
    this.#review();
    const open = this.#questions.filter(({ form }) => typeOf(form).missingAnswer(form));
    if (!open.length) {
      await this.#results();
      return;
    }
    const missing = this.#find(".quiz__missing");
    missing.hidden = false;
    missing.querySelector("p").textContent = this.#say(open.length === 1 ? "missing_one" : "missing_many", { number: open.length });
    this.#end.listOf(missing.querySelector("ol"), open);
    leadTo(missing);
  }

  async #results() {
    await this.#fetchEnd();
    this.#find(".quiz__missing").hidden = true;
    this.#gradeRest();
    this.#finished = true;
    this.dataset.finished = "";
    this.#end.showResults(this, this.#questions, this.#say);
    leadTo(this.#find(RESULTS_HEADING));
  }

  /** Shows only some questions, or all. */
  #review(isShown) {
    for (const question of this.#questions) question.form.hidden = isShown ? !isShown(question) : false;
    this.#find("[data-action=review]").hidden = Boolean(isShown);
    this.#find("[data-action=show-all]").hidden = !isShown;
  }

  #print(what) {
    this.dataset.print = what;
    print();
  }

  // What is kept

  #keep(form, changes) {
    const { question, version } = form.dataset;
    const kept = { ...this.#records.get(form), ...changes, answer: typeOf(form).read(form), version, exam: this.#exam };
    this.#records.set(form, kept);
    if (this.#finished) this.#end.showResults(this, this.#questions, this.#say);
    if (this.#chance) this.#memory.write("", { seed: this.#seed });
    if (!this.#memory.write(question, kept, typeOf(form).private)) this.#cannotKeep();
  }

  /**
   * Puts back what the tab or the device remembers; what no longer fits is left out, and said.
   * An exam does not begin with the answers of practice, nor practice with those of an exam.
   */
  #restore() {
    let number = 0;
    for (const form of this.#forms) {
      this.#records.set(form, {});
      typeOf(form).fill(form, typeOf(form).read(form));   // answered before the scripts were here
    }
    for (const name of this.#memory.questions()) {
      const form = this.#all("form").find(({ dataset }) => dataset.question === name);
      const saved = this.#memory.read(name);
      if (!form || saved?.version !== form.dataset.version) {
        if (saved?.answer) number += 1;
        this.#memory.drop(name);
      } else if (this.#records.has(form) && this.#exam === Boolean(saved.exam)) {
        this.#putBack(form, saved);
      }
    }
    if (number) this.#notice(number === 1 ? "changed_one" : "changed_many", { number });
  }

  #putBack(form, { done, ...saved }) {
    try {
      typeOf(form).fill(form, saved.answer);
      this.#records.set(form, saved);
      if (done && typeOf(form).missingAnswer(form)) this.#retry(form);
      else if (done && !this.#exam) this.#gradeQuietly(form);
    } catch {
      this.#retry(form);
    }
  }

  #remember(wanted) {
    if (!wanted) {
      this.#memory.stopRemembering();
      this.#notice();
    } else if (this.#memory.remember({ seed: this.#seed })) {
      this.#notice("remembered");
      for (const form of this.#forms) this.#keep(form, {});
    } else {
      this.#cannotKeep();
    }
  }

  #cannotKeep() {
    this.#memory.stopRemembering();
    this.#tick(false);
    this.#notice("not_kept");
  }

  /** Another tab began to remember, or made this device forget; what is on screen stays. */
  #onStorageChange(event) {
    const remembers = this.#memory.remembersAfter(event);
    if (remembers === undefined) return;
    if (this.#tick(remembers) && !remembers) this.#notice("forgotten_elsewhere");
  }

  /** Sets the box of what is remembered; returns whether it had been ticked. */
  #tick(checked) {
    const box = this.#find("[data-action=remember]");
    const before = box?.checked;
    if (box) box.checked = checked;
    return before;
  }

  // Short names

  #find = (selector) => this.querySelector(selector);

  /** The form of a question by its id in the page. */
  #question = (id) => this.#all("form").find((form) => form.id === id);

  #all = (selector) => [...this.querySelectorAll(selector)];

  #notice(word, values) {
    this.#find(".quiz__notice").textContent = word ? this.#say(word, values) : "";
  }

  #say = (word, values) => this.#words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const RESULTS_HEADING = ".quiz__results > [tabindex]";
/** The control of a part that holds its answer; an item that is moved has none to see. */
const ANSWERED = "input:checked, .quiz__text, .quiz__select";
const statusOf = (form) => form.querySelector(".quiz__status");
const status = (form, text) => { statusOf(form).textContent = text; };
/** Moves the focus to what has just appeared, and shows what follows it too. */
const leadTo = (part) => { part.scrollIntoView(); part.focus({ preventScroll: true }); };
const retryOf = (form) => form.querySelector("[data-action=retry]");

const focusOn = (form) => typeOf(form).start(form).focus();

customElements.define("course-quiz", CourseQuiz);
