/** Checks a quiz's answers in the page. The server has sent every question, answer and word (fragments/quiz.html). */

/** Choosing options: one with radio buttons, several with checkboxes. An answer is a list of option ids. */
const pick = {
  read(form) {
    const chosen = [...inputs(form)].filter((input) => input.checked).map((input) => input.value);
    return chosen.length ? chosen : null;
  },

  fill(form, answer) {
    for (const input of inputs(form)) input.checked = answer?.includes(input.value) ?? false;
  },

  /**
   * Partial credit: right when every right option is chosen and no other, wrong when no right one is chosen,
   * otherwise partly right. The reader is told how many; a question counts as right only when it is right in full.
   */
  grade(form, answer) {
    const all = [...inputs(form)];
    const total = all.filter(isRight).length;
    const chosen = all.filter((input) => answer.includes(input.value));
    const found = chosen.filter(isRight).length;
    const extra = chosen.length - found;
    const state = found === total && extra === 0 ? "right" : found === 0 ? "wrong" : "partly";
    return { state, found, total, extra };
  },

  show(form, answer) {
    for (const input of inputs(form)) {
      if (!answer.includes(input.value)) continue;
      const verdict = copy(form.querySelector(`[data-option="${CSS.escape(input.value)}"] .quiz__verdict`));
      verdict.id = `${input.id}-verdict`;
      input.setAttribute("aria-describedby", verdict.id);
      input.closest(".quiz__option").append(verdict);
    }
  },

  hide(form) {
    for (const input of inputs(form)) input.removeAttribute("aria-describedby");
    for (const verdict of form.querySelectorAll(".quiz__option .quiz__verdict")) verdict.remove();
  },
};

/**
 * What is particular to a question type; a type also has a template, fragments/quiz/<type>.html.
 *
 *   read(form)          the answer, as JSON, or null while there is none
 *   fill(form, answer)  puts an answer back; null empties the form
 *   grade(form, answer) {state: "right" | "partly" | "wrong"} and the numbers its status line names
 *   show(form, answer)  marks what was answered, beside it
 *   hide(form)          takes the marks away
 */
const types = { choice: pick, "true-false": pick };

class CourseQuiz extends HTMLElement {
  /** By form, what is remembered: `answer` ticked, `checked` last, state at the `first` try, whether the key was `shown`. */
  #records = new Map();

  connectedCallback() {
    const forms = this.querySelectorAll("form");
    if (!forms.length) throw new Error(`course-quiz "${this.dataset.quiz}": expected a <form> inside`);
    for (const check of this.querySelectorAll("[type=submit]")) check.hidden = check.disabled = false;
    for (const form of forms) this.#restore(form);
    for (const type of ["submit", "change", "click"]) this.addEventListener(type, this);
    if ("sensitive" in this.dataset) addEventListener("pagehide", this);
    this.dataset.ready = "";
    this.#sumUp();
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this);
  }

  handleEvent(event) {
    const form = event.target.closest?.("form");
    if (event.type === "submit") {
      event.preventDefault();
      this.#check(form);
    } else if (event.type === "change") {
      this.#record(form, { answer: typeOf(form).read(form) });
    } else if (event.type === "pagehide") {
      this.#startAgain();
    } else if (event.target.closest(".quiz__answer > summary")) {
      this.#opened(form);
    } else if (event.target.dataset.action === "retry") {
      this.#retry(form);
      focusOn(form);
    } else if (event.target.dataset.action === "restart") {
      this.#startAgain();
      focusOn(this.querySelector("form"));
    }
  }

  #check(form) {
    const answer = typeOf(form).read(form);
    if (!answer) {
      this.#clear(form);
      form.querySelector(".quiz__status").textContent = this.dataset.nothingChosen;
      focusOn(form);
      return;
    }
    const { state } = this.#show(form, answer);
    const { first, shown } = this.#records.get(form);
    this.#record(form, { answer, checked: answer, first: first ?? (shown ? "shown" : state) });
    this.#sumUp();
    form.querySelector(".quiz__status").scrollIntoView({ block: "nearest" });
  }

  /** Says how an answer was, marks what was chosen; the right answer itself stays folded away. */
  #show(form, answer) {
    const type = typeOf(form);
    const result = type.grade(form, answer);
    this.#clear(form);
    type.show(form, answer);
    form.dataset.state = result.state;
    form.querySelector(".quiz__status").textContent = this.#message(result);
    form.querySelector("[data-action=retry]").hidden = false;
    if (result.state === "right") {
      form.querySelector(".quiz__outcome").append(copy(form.querySelector(".quiz__explanation")));
    }
    return result;
  }

  #message({ state, extra, ...numbers }) {
    const { partly, partlyOne, partlyMany } = this.dataset;
    if (state !== "partly") return this.dataset[state];
    return fillIn([partly, partlyOne][extra] ?? partlyMany, { ...numbers, extra });
  }

  #clear(form) {
    typeOf(form).hide(form);
    delete form.dataset.state;
    form.querySelector(".quiz__status").textContent = "";
    form.querySelector(".quiz__outcome").replaceChildren();
  }

  /** Empties one question; how it went at the first try is kept. */
  #retry(form) {
    this.#clear(form);
    typeOf(form).fill(form, null);
    form.querySelector("[data-action=retry]").hidden = true;
    for (const details of form.querySelectorAll("details")) details.open = false;
    form.querySelector(".quiz__answer").removeAttribute("data-revealed");
    this.#record(form, { answer: null, checked: null });
  }

  #startAgain() {
    for (const form of this.#records.keys()) {
      this.#retry(form);
      this.#record(form, { first: undefined, shown: undefined });
    }
    this.#sumUp();
  }

  /** The reader opened or closed the answer. Said apart from `open`, because Material opens every <details> to print. */
  #opened(form) {
    const details = form.querySelector(".quiz__answer");
    details.toggleAttribute("data-revealed", !details.open);
    this.#record(form, { shown: true });
    this.#sumUp();
  }

  /** Shows how it went, once the last question is done. */
  #sumUp() {
    const questions = [...this.#records].map(([form, { first, shown }]) => ({ form, first, seen: first || shown }));
    const atEnd = questions.at(-1).seen;
    const total = questions.length;
    const answered = questions.filter((question) => question.first).length;
    const first = questions.filter((question) => question.first === "right").length;

    const end = this.querySelector(".quiz__end");
    for (const part of end.children) part.hidden = !atEnd;
    const score = end.querySelector(".quiz__score");
    score.hidden = false;   // a live region is there before it is filled
    score.textContent = atEnd ? fillIn(this.dataset.endLine, { answered, total, first }) : "";
    if (!atEnd) return;
    list(end.querySelector("[data-list=open]"), questions.filter((question) => !question.seen));
    list(end.querySelector("[data-list=again]"), questions.filter((question) => question.seen && question.first !== "right"));
  }

  #record(form, changes) {
    const record = { ...this.#records.get(form), ...changes };
    this.#records.set(form, record);
    if ("sensitive" in this.dataset) return;
    attempt(() => sessionStorage.setItem(this.#key(form), JSON.stringify({ ...record, version: this.dataset.version })));
  }

  /** Puts back what this tab remembers of a question; what it cannot make sense of, it forgets. */
  #restore(form) {
    this.#records.set(form, {});
    if ("sensitive" in this.dataset) return;
    const saved = attempt(() => JSON.parse(sessionStorage.getItem(this.#key(form))));
    if (saved?.version !== this.dataset.version) return;
    try {
      if (saved.checked) this.#show(form, saved.checked);
      typeOf(form).fill(form, saved.answer);
      this.#records.set(form, saved);
    } catch {
      this.#retry(form);
    }
  }

  #key(form) {
    return `quiz:${this.dataset.quiz}:${form.dataset.question}`;
  }
}

const inputs = (form) => form.querySelectorAll(".quiz__input");
const isRight = (input) => "correct" in input.dataset;
const focusOn = (form) => inputs(form)[0].focus();
const fillIn = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function typeOf(form) {
  const type = types[form.dataset.type];
  if (!type) throw new Error(`quiz.js: no question type "${form.dataset.type}"`);
  return type;
}

/** A copy that can stand beside its original: without ids. */
function copy(element) {
  const twin = element.cloneNode(true);
  for (const part of twin.querySelectorAll("[id]")) part.removeAttribute("id");
  return twin;
}

/** What the action returns, or null where the browser refuses storage or the text in it is damaged. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** Fills a numbered list, and hides it with the line above it when there is nothing to list. */
function list(element, questions) {
  element.hidden = element.previousElementSibling.hidden = questions.length === 0;
  element.replaceChildren(...questions.map(({ form }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    item.value = [...form.parentElement.children].indexOf(form) + 1;
    link.href = `#${form.id}`;
    link.textContent = form.querySelector(".quiz__prompt").textContent;
    item.append(link);
    return item;
  }));
}

customElements.define("course-quiz", CourseQuiz);
