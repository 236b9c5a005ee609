/** Checks a quiz's answers in the page. The server has sent every question, answer and word (fragments/quiz.html). */

import { fragmentOf } from "../../site/theme/assets/fragment.js";
import { copy, make, rearrange, textOf } from "./elements.js";
import { Memory, lastForgotten } from "./quiz-memory.js";
import { readParameters } from "./parameters.js";
import { plan } from "./plan.js";
import { firstOpen, isForClass, placeOf, viewOf } from "./progress.js";
import { areRegistered, typeOf, whenRegistered } from "./registry.js";
import { Screens } from "./screens.js";

const INSIDE = ["focusin", "submit", "input", "click", "keydown"];
const OUTSIDE = ["storage", "pagehide", "pageshow", "afterprint", "hashchange"];

class CourseQuiz extends HTMLElement {
  /** The questions that are asked, in order. */
  #forms = [];
  /** By form: the `answer`, whether it is `done`, what it was at the `first` try, whether the key was `shown`. */
  #records = new Map();
  /** By form: what was made of its answer, where that was judged. */
  #grades = new Map();
  #screens;
  /** The whole of the quiz, with what stands before its questions. */
  #root;
  /** What was last forgotten when this began. */
  #forgotten;
  #words;
  #memory;
  #seed;
  /** Whether what is asked, or its order, was left to chance. */
  #chance;
  /** Whether each beginning asks something else, or in another order. */
  #isDrawnAnew;
  #asked;
  #exam;
  #finished = false;
  /** Whether answers have changed since what follows from them was kept and shown. */
  #isStale = false;
  /** What shows how it went, once it is here. */
  #end;
  /** Ends what a class looks at. */
  #endOfClass;

  /** Begins once the script of each type of question is here; until then, nothing in the forms is touched. */
  connectedCallback() {
    const types = this.#all("form").map(({ dataset }) => dataset.type);
    if (areRegistered(types)) this.#begin();
    else whenRegistered(types).then(() => this.isConnected && !("ready" in this.dataset) && this.#begin());
  }

  #begin() {
    const search = "standalone" in this.dataset ? location.search : "";
    this.#words = JSON.parse(this.dataset.words);
    this.#root = this.closest(".quiz");
    const forClass = isForClass(search, "standalone" in this.dataset);
    this.#memory = new Memory(this.dataset.quiz, forClass || "sensitive" in this.dataset);
    this.#forgotten = lastForgotten();
    this.#screens = new Screens(this.#root, this, this.#say);
    const linked = this.#arrange(readParameters(search));
    this.#restore();
    for (const part of this.#all(".quiz__tools, .quiz__end, [type=submit]")) part.hidden = part.disabled = false;
    for (const form of this.#all("form")) describe(form);
    this.#tick(this.#memory.remembers);
    this.#screens.begin(viewOf(search, "standalone" in this.dataset), search);
    this.#screens.onMap(async (list) => {
      await this.#fetchEnd();
      this.#end.fillMap(list, this.#questions, this.#screens.at, this.#exam && !this.#finished, this.#say);
    });
    const kept = this.#memory.read() ?? {};
    const place = placeOf(this.#steps, { linked: linked?.dataset.question, kept: this.#memory.inTab()?.at });
    this.#show(this.#forms[place] ?? place);
    if (linked) linked.scrollIntoView();
    if (kept.finished && Boolean(kept.exam) === this.#exam) this.#results(true);
    if (forClass) this.#showToClass();
    for (const type of INSIDE) this.#root.addEventListener(type, this);
    for (const type of OUTSIDE) addEventListener(type, this);
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    for (const type of INSIDE) this.#root?.removeEventListener(type, this);
    for (const type of OUTSIDE) removeEventListener(type, this);
    this.#endOfClass?.();
    this.#screens?.end();
    delete this.dataset.ready;
  }

  handleEvent(event) {
    const form = event.target.closest?.("form");
    if (form) statusOf(form).removeAttribute("aria-live"); // it may speak again, and listens before it is filled
    this.#on[event.type]?.(event, form);
    if (this.#isStale) this.#settle();
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
    keydown: (event) => {
      // A key that is held would press the button that has come in the place of the one before.
      if (event.repeat && event.key === "Enter" && event.target.closest("button, a")) event.preventDefault();
    },
    click: (event, form) => {
      const target = event.target.closest("button, a, summary");
      if (!target) return;
      if (event.detail > 1 && target.matches(MOVES)) {
        event.preventDefault(); // the second press of a double click was meant for what stood there before
        return;
      }
      if (target.type === "submit") {
        event.preventDefault(); // in a frame that may send no forms, there is no event "submit"
        this.#check(form);
        return;
      }
      const said = form && typeOf(form).click(form, target);
      const linked = target.closest(".quiz__list") && this.#question(fragmentOf(target));
      if (said || linked || target.dataset.action === "start") {
        event.preventDefault();
        event.stopPropagation(); // instant navigation would follow a link
      }
      if (said) {
        this.#changed(form);
        if (said.length) status(form, this.#say(...said));
        else if (!typeOf(form).missingAnswer(form)) this.#check(form);
      } else if (linked) {
        linked.hidden = false;
        if (this.#screens.at) this.#go(linked);
        else {
          linked.scrollIntoView();
          focusOn(linked);
        }
      } else if (target.matches(".quiz__answer > summary")) {
        this.#opened(form, target.parentElement);
      } else {
        this.#actions[target.dataset.action]?.(form);
      }
    },
    storage: (event) => this.#onStorageChange(event),
    afterprint: () => delete this.dataset.print,
    pagehide: () => "sensitive" in this.dataset && this.#startAgain(),
    pageshow: ({ persisted }) => {
      if (persisted) for (const wait of LATER) setTimeout(() => this.#comeBack(), wait);
    },
    hashchange: () => {
      const linked = this.#question(fragmentOf(location));
      if (linked && this.#screens.at && this.#forms.includes(linked)) this.#go(linked);
    },
  };

  #actions = {
    retry: (form) => {
      this.#retry(form);
      focusOn(form);
    },
    restart: () => {
      this.#startAgain();
      if (this.#screens.at) this.#go("start");
      else focusOn(this.#forms[0]);
    },
    start: () => {
      if (this.#finished) this.#finish();
      else if (this.#screens.at) this.#go(this.#forms[firstOpen(this.#steps)]);
      else focusOn(this.#forms[0]);
    },
    previous: () => {
      const shown = this.#shown;
      this.#go(shown[shown.indexOf(this.#screens.at) - 1] ?? "start");
    },
    next: (form) => this.#onward(form),
    skip: () => this.#onward(this.#screens.at),
    finish: () => this.#finish(),
    "to-results": () => this.#finish(),
    "finish-anyway": () => this.#results(),
    review: () => {
      this.#review(this.#end.isAgain);
      if (this.#screens.at) this.#go(this.#shown[0]);
      else focusOn(this.#shown[0]);
    },
    "show-all": () => {
      this.#review();
      this.#show("end");
      leadTo(this.#find(RESULTS_HEADING));
    },
    forget: () => {
      this.#startAgain();
      this.#memory.forget();
      this.#forgotten = lastForgotten();
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
  #arrange(asked, isNew) {
    this.#asked = asked;
    const { seed, shuffles = "" } = this.dataset;
    this.#seed =
      asked.seed ??
      seed ??
      (isNew ? undefined : this.#memory.read()?.seed) ??
      crypto.getRandomValues(new Uint16Array(1))[0];
    this.#exam = this.toggleAttribute("data-exam", asked.exam);

    const all = this.#all("form");
    const sections = this.#all(".quiz__section");
    const shuffled = new Map(all.map((form) => [form, typeOf(form).shuffled(form)]));
    const describe = (form) => {
      const { question: id, objective } = form.dataset;
      return { id, objective, options: shuffled.get(form).map((option) => option.id) };
    };
    const linked = isNew ? undefined : this.#question(fragmentOf(location));
    const { order, shown, options, chance } = plan(
      {
        sections: sections.map((section) => [...section.querySelectorAll("form")].map(describe)),
        pools: Object.fromEntries(
          this.#all("[data-draw]").map(({ dataset }) => [dataset.objective, Number(dataset.draw)]),
        ),
        shuffles: shuffles.split(" ").filter(Boolean),
        linked: linked?.dataset.question,
      },
      asked,
      this.#seed,
    );
    this.#chance = chance && !asked.seed;
    this.#isDrawnAnew = this.#chance && !seed;

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
    return linked;
  }

  // One question at a time

  /** Those of the questions that can be gone through now. */
  get #shown() {
    return this.#forms.filter(({ hidden }) => !hidden);
  }

  get #steps() {
    return this.#forms.map((form) => ({
      id: form.dataset.question,
      isOpen: !this.#records.get(form).answer && !this.#grades.has(form),
    }));
  }

  #show(at) {
    this.#screens.show(at, { forms: this.#shown, number: this.#forms.indexOf(at) + 1, total: this.#forms.length });
    if (at !== "start") return;
    const steps = this.#steps;
    if (this.#finished) this.#screens.offer("to_results");
    else if (steps.every(({ isOpen }) => isOpen)) this.#screens.offer("start");
    else this.#screens.offer("go_on", { number: firstOpen(steps) + 1 });
  }

  /** Goes where a reader asked to go. */
  #go(at) {
    this.#show(at);
    this.#screens.lead();
    this.#keepPlace();
  }

  /** Goes to the next question, or to how it went. */
  #onward(form) {
    const shown = this.#shown;
    const next = shown[shown.indexOf(form) + 1];
    if (next) this.#go(next);
    else this.#finish();
  }

  async #showToClass() {
    const { ClassView } = await import("./class-view.js");
    if (this.isConnected) this.#endOfClass = new ClassView(this.#root, this, this.#say).begin();
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
      this.#keep(form, {});
    } else {
      this.#grade(form);
      show(form);
    }
  }

  /** Judges an answer, says how it was and keeps that; the right answer itself stays folded away. */
  #grade(form) {
    const graded = typeOf(form).grade(form);
    const { state, say, values, marks, explain } = graded;
    this.#clear(form);
    this.#grades.set(form, graded);
    const verdicts = marks.map((mark) => [mark, this.#mark(form, mark)]);
    form.dataset.state = state;
    form.toggleAttribute("data-told", marks.length === 1 && "option" in marks[0]);
    const weak = verdicts.filter(([{ mark }]) => mark !== "right");
    const heard = (weak.length ? weak : verdicts).map(([{ option }, verdict]) =>
      textIn(option && marks.length === 1 ? verdict.querySelector(".quiz__feedback") : verdict),
    );
    status(form, this.#say(say, values), heard.join(" "));
    retryOf(form).hidden = false;
    const shown = form.querySelectorAll(`.quiz__model${explain || state === "right" ? ", .quiz__explanation" : ""}`);
    form.querySelector(".quiz__outcome").append(...[...shown].map(copy));
    const { first, shown: seen } = this.#records.get(form);
    this.#keep(form, { done: true, first: first ?? (seen ? "shown" : state), last: state });
  }

  /** The same for a question that nobody works on now: its status line is not read out. */
  #gradeQuietly(form) {
    statusOf(form).setAttribute("aria-live", "off");
    this.#grade(form);
  }

  /** Judges what was answered and not checked. */
  #gradeRest() {
    for (const form of this.#forms) {
      if (!this.#grades.has(form) && !typeOf(form).missingAnswer(form)) this.#gradeQuietly(form);
    }
    if (this.#finished) this.#settle();
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
    verdict.append(make("strong", { className: "quiz__mark", textContent: word }), ...(said ? [copy(said)] : []));
    const described = control ?? find("part", part).querySelector(ANSWERED);
    if (described) described.setAttribute("aria-describedby", [...describedBy(described), verdict.id].join(" "));
    place.append(verdict);
    return verdict;
  }

  #clear(form) {
    this.#grades.delete(form);
    delete form.dataset.state;
    delete form.dataset.told;
    status(form, "");
    form.querySelector(".quiz__outcome").replaceChildren();
    for (const verdict of form.querySelectorAll(".quiz__verdict[id]")) {
      const described = form.querySelector(`[aria-describedby~="${verdict.id}"]`);
      const others = described ? describedBy(described).filter((id) => id !== verdict.id) : [];
      if (others.length) described.setAttribute("aria-describedby", others.join(" "));
      else described?.removeAttribute("aria-describedby");
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
    const before = this.#forms;
    if (this.#isDrawnAnew) this.#arrange(this.#asked, true);
    this.#review();
    for (const form of new Set([...before, ...this.#forms])) {
      this.#records.set(form, {});
      this.#retry(form);
      this.#memory.drop(form.dataset.question);
    }
    for (const part of this.#all(".quiz__results, .quiz__missing")) part.hidden = true;
    this.#find(".quiz__results .quiz__text").value = "";
    this.#screens.at &&= "start";
    this.#show("start");
    this.#keepPlace();
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
      const judged = this.#exam && kept.final ? kept.final : this.#grades.get(form);
      const { objective, weight } = form.dataset;
      return {
        ...kept,
        ...judged,
        form,
        type,
        objective,
        weight: Number(weight ?? 1),
        isScored: !type.private,
        number: index + 1,
      };
    });
  }

  /** What an exam is worth, kept as it was when it ended: what is tried after that is practice. */
  #freeze() {
    for (const form of this.#forms) {
      const record = this.#records.get(form);
      const { state, credit = 0 } = this.#grades.get(form) ?? {};
      record.final ??= { state, credit, words: state ? typeOf(form).words(form) : "" };
      if (state) this.#keep(form, {});
    }
  }

  /** Fetches what shows how it went, for when it is needed; where that fails, the next call tries again. */
  async #fetchEnd() {
    this.#end ??= await import("./results.js");
  }

  async #finish() {
    await this.#fetchEnd();
    this.#review();
    const open = this.#finished ? [] : this.#questions.filter(({ form }) => typeOf(form).missingAnswer(form));
    if (!open.length) {
      await this.#results();
      return;
    }
    this.#show("end");
    const missing = this.#find(".quiz__missing");
    missing.hidden = false;
    missing.querySelector("p").textContent = this.#say(open.length === 1 ? "missing_one" : "missing_many", {
      number: open.length,
    });
    this.#end.listOf(missing.querySelector("ol"), open);
    leadTo(missing);
  }

  /** Shows how it went; `quietly` where nobody asked for it now. */
  async #results(quietly) {
    await this.#fetchEnd();
    this.#find(".quiz__missing").hidden = true;
    this.#gradeRest();
    if (this.#exam) this.#freeze();
    this.#finished = true;
    this.dataset.finished = "";
    if (!quietly) this.#show("end");
    this.#settle();
    if (!quietly) leadTo(this.#find(RESULTS_HEADING));
  }

  /** Keeps and shows what follows from answers, once for all that have changed. */
  #settle() {
    this.#isStale = false;
    this.#keepPlace();
    const detail = { questions: this.#questions, isFinished: this.#finished };
    this.dispatchEvent(new CustomEvent("quiz-change", { bubbles: true, detail })); // for who reports it to a course
    if (this.#finished) this.#end.showResults(this, this.#questions, this.#say);
  }

  /** Shows only some questions, or all. */
  #review(isShown) {
    if (isShown) for (const question of this.#questions) question.form.hidden = !isShown(question);
    else for (const form of this.#forms) form.hidden = false;
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
    this.#isStale = true;
    if (!this.#memory.write(question, kept, typeOf(form).private)) this.#cannotKeep();
  }

  /** Keeps where a reader is, once something is answered. */
  #keepPlace() {
    const { at } = this.#screens;
    const isBegun = this.#finished || this.#steps.some(({ isOpen }) => !isOpen);
    const place = { ...this.#memory.inTab(), seed: this.#seed, finished: this.#finished, exam: this.#exam };
    if (at) place.at = at.dataset?.question ?? at; // where all is on one page, the place of the other view stays
    if (isBegun) this.#memory.write("", place);
    else this.#memory.forgetPlace();
  }

  /** The browser shows a page again that it had put away, and may have emptied its fields, or know of less than there is. */
  #comeBack() {
    if (lastForgotten() !== this.#forgotten) {
      this.#forgotten = lastForgotten();
      this.#memory.drop("");
      for (const name of this.#memory.questions()) this.#memory.drop(name);
      this.#startAgain();
      this.#tick(this.#memory.remembers);
      return;
    }
    for (const form of this.#forms) {
      const { answer = null } = this.#records.get(form);
      const isJudged = this.#grades.has(form);
      typeOf(form).fill(form, answer);
      if (isJudged) this.#gradeQuietly(form);
    }
  }

  /**
   * Puts back what the tab or the device remembers; what no longer fits is left out, and said.
   * An exam does not begin with the answers of practice, nor practice with those of an exam.
   */
  #restore() {
    let number = 0;
    const early = new Set();
    for (const form of this.#forms) {
      const answer = typeOf(form).read(form); // answered before the scripts were here
      this.#records.set(form, {});
      typeOf(form).fill(form, answer);
      if (answer && JSON.stringify(answer) !== JSON.stringify(this.#memory.read(form.dataset.question)?.answer))
        early.add(form);
    }
    const forms = new Map(this.#all("form").map((form) => [form.dataset.question, form]));
    for (const name of this.#memory.questions()) {
      const form = forms.get(name);
      const saved = this.#memory.read(name);
      if (!form || saved?.version !== form.dataset.version) {
        if (saved?.answer) number += 1;
        this.#memory.drop(name);
      } else if (this.#records.has(form) && !early.has(form) && this.#exam === Boolean(saved.exam)) {
        this.#putBack(form, saved);
      }
    }
    for (const form of early) this.#keep(form, { done: false });
    if (number) this.#notice(number === 1 ? "changed_one" : "changed_many", { number });
  }

  #putBack(form, { done, ...saved }) {
    try {
      typeOf(form).fill(form, saved.answer);
      this.#records.set(form, saved); // "done" comes with the grade
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
    } else if (this.#memory.remember({ seed: this.#seed, finished: this.#finished, exam: this.#exam })) {
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

/** WebKit says that a page is back before it empties the fields of forms, and takes its time on a busy machine (ms). */
const LATER = [0, 100, 500, 2000];
/** What leads on to something else in the same place. */
const MOVES = ".quiz__choice, .quiz__next, .quiz__skip, [data-action=previous], [data-action=start]";
const RESULTS_HEADING = ".quiz__results > [tabindex]";
/** The control of a part that holds its answer; an item that is moved has none to see. */
const ANSWERED = "input:checked, .quiz__text, .quiz__select";
const statusOf = (form) => form.querySelector(".quiz__status");
/** Says something; what only has to be `heard` can be read elsewhere. */
function status(form, text, heard = "") {
  const [line, more] = statusOf(form).children;
  line.textContent = text;
  more.textContent = heard && ` ${heard}`;
}
const textIn = (element) => (element ? textOf(element).replace(/\s+/g, " ") : "");
const describedBy = (control) => control.getAttribute("aria-describedby")?.split(" ") ?? [];
/** Says of each field how it is answered; options have that of the group around them. */
function describe(form) {
  const how = form.querySelector(".quiz__how").id;
  const fields = [...form.querySelectorAll(".quiz__fields :is(.quiz__text, .quiz__select)")];
  for (const field of fields) field.setAttribute("aria-describedby", [how, ...describedBy(field)].join(" "));
}
/** Shows all that was said to an answer, or else its beginning, and goes on with the button that has come. */
function show(form) {
  const verdicts = [...form.querySelectorAll(".quiz__verdict[id]")];
  document.documentElement.style.setProperty("--quiz-bar", `${form.querySelector(".quiz__do").offsetHeight}px`);
  const parts = ["told" in form.dataset ? [] : statusOf(form), verdicts.reverse()].flat();
  for (const part of parts) part.scrollIntoView({ block: "nearest" });
  const next = form.querySelector(".quiz__next");
  if (next?.checkVisibility() && form.contains(document.activeElement) && !document.activeElement.checkVisibility())
    next.focus({ preventScroll: true });
}
/** Moves the focus to what has just appeared, and shows what follows it too. */
const leadTo = (part) => {
  part.scrollIntoView();
  part.focus({ preventScroll: true });
};
const retryOf = (form) => form.querySelector("[data-action=retry]");

const focusOn = (form) => typeOf(form).start(form).focus();

customElements.define("course-quiz", CourseQuiz);
