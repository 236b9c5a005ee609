/**
 * Tells a learning platform how a quiz went. It runs before quiz.js, which then finds the answers of an earlier visit
 * where it always looks for them. Without a platform, as in a plain preview, it does nothing.
 */

import { Session, findApi } from "./scorm-api.js";
import { packed, percentOf, responseOf, resultOf, unpacked } from "./scorm-answers.js";
import { reportedOf } from "./scorm-questions.js";

/**
 * A question of the quiz with what was made of its answer.
 * @typedef {object} Question
 * @property {HTMLFormElement} form
 * @property {string} [state]
 * @property {number | null} [credit]
 * @property {boolean} [isScored]
 * @property {number} [weight]
 * @property {import("./scorm-answers.js").Answer | null} [answer]
 * @property {string} words
 *
 * What the quiz tells when it is asked to.
 * @typedef {{ questions: Question[], isFinished: boolean }} Change
 *
 * @typedef {HTMLElement & { late(action: string): void }} Quiz
 */

/** What is true on the site alone: that answers stay in the tab, that the same page can be seen in other ways. */
const ON_THE_SITE = ".quiz__start .quiz__note, .quiz__remember, [data-switch], [data-action=forget]";
const DONE = ["completed", "passed", "failed"];
/** Texts that stand in what the quiz keeps of each question. */
const WORDS = "answer done first last right partly wrong near shown version exam path seed finished at end asked".split(
  " ",
);

class Reporter {
  #session;
  #quiz;
  /** @type {Map<string, import("./scorm-questions.js").Reported>} */
  #reported;
  /** Texts that are long and come again and again. */
  #known;
  /** @type {Map<string, number>} */
  #numbers = new Map();
  #before = 0;
  #isDone = false;
  /** @type {Change | undefined} */
  #change;
  #seen = "";

  /**
   * `types` holds the type of interaction of each question that is told, by its id.
   * @param {Session} session
   * @param {Quiz} quiz
   * @param {Record<string, import("./scorm-questions.js").InteractionType>} types
   */
  constructor(session, quiz, types) {
    this.#session = session;
    this.#quiz = quiz;
    const forms = [...quiz.querySelectorAll("form")];
    const idOf = (/** @type {HTMLFormElement} */ form) => form.dataset.question ?? "";
    const told = forms.filter((form) => types[idOf(form)]);
    this.#reported = new Map(told.map((form) => [idOf(form), reportedOf(form, types[idOf(form)])]));
    const named = [...quiz.querySelectorAll("form, [data-part], [data-choice], .quiz__input, option[value]")];
    this.#known = [...new Set([...named.flatMap(idsOf), ...WORDS])];
  }

  /** Says that the quiz is open, and puts back what the platform has kept. */
  begin() {
    this.#isDone = DONE.includes(this.#session.get("cmi.core.lesson_status"));
    this.#before = Number(this.#session.get("cmi.interactions._count")) || 0;
    if (!this.#isDone) this.#session.set("cmi.core.lesson_status", "incomplete");
    this.#session.commit();
    this.#restore();
    this.#quiz.addEventListener("quiz-change", () => this.#quiz.late("report"));
    this.#quiz.addEventListener("quiz-report", (event) => {
      this.#change = /** @type {CustomEvent<Change>} */ (event).detail;
      const seen = JSON.stringify([this.#change.isFinished, this.#change.questions.map(({ state }) => state ?? null)]);
      if (seen !== this.#seen) this.#tell(); // not at each letter that is typed
      this.#seen = seen;
    });
    document.addEventListener("visibilitychange", () => document.hidden && this.#tell());
    addEventListener("pagehide", () => {
      this.#tell();
      this.#session.set("cmi.core.exit", this.#isDone ? "" : "suspend");
      this.#session.end();
    });
  }

  get #isSensitive() {
    return "sensitive" in this.#quiz.dataset;
  }

  /** What the names of all that this browser keeps of the quiz begin with, as quiz-memory.js writes them. */
  get #prefix() {
    return `${document.documentElement.dataset.keptAs}quiz:${this.#quiz.dataset.quiz}:`;
  }

  /** What this browser kept may be of somebody else who learns here: the platform alone says what was answered. */
  #restore() {
    const { version = "" } = this.#quiz.dataset;
    try {
      for (const storage of [sessionStorage, localStorage])
        for (const name of this.#namesIn(storage)) storage.removeItem(name);
      if (this.#isSensitive) return;
      for (const [name, value] of unpacked(this.#session.get("cmi.suspend_data"), version, this.#known))
        sessionStorage.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {} // the browser keeps nothing here, so the quiz begins empty
  }

  #packed() {
    const { version = "" } = this.#quiz.dataset;
    try {
      /** @type {import("./scorm-answers.js").Kept} */
      const kept = this.#namesIn(sessionStorage).map((name) => [
        name.slice(this.#prefix.length),
        JSON.parse(sessionStorage.getItem(name) ?? "null"),
      ]);
      return packed(version, kept, this.#known);
    } catch {
      return ""; // the browser keeps nothing here
    }
  }

  /** @param {Storage} storage */
  #namesIn = (storage) => Object.keys(storage).filter((name) => name.startsWith(this.#prefix));

  #tell() {
    if (!this.#change) return;
    const { questions, isFinished } = this.#change;
    for (const question of questions) if (question.state) this.#tellAnswer(question);
    const percent = percentOf(questions);
    // Whoever begins again keeps what was reached, until there is another end.
    if (percent !== null && (isFinished || !this.#isDone)) {
      this.#session.set("cmi.core.score.min", "0");
      this.#session.set("cmi.core.score.max", "100");
      this.#session.set("cmi.core.score.raw", String(percent));
    }
    if (isFinished) {
      this.#isDone = true;
      this.#session.set("cmi.core.lesson_status", "completed");
    }
    if (!this.#isSensitive) this.#session.set("cmi.suspend_data", this.#packed());
    this.#session.commit();
  }

  /** @param {Question} question */
  #tellAnswer(question) {
    const { form, answer, words, weight = 1 } = question;
    const id = form.dataset.question ?? "";
    const reported = this.#reported.get(id);
    if (!reported) return;
    const number = this.#numbers.get(id) ?? this.#before + this.#numbers.size;
    this.#numbers.set(id, number);
    const say = (/** @type {string} */ name, /** @type {string} */ value) =>
      this.#session.set(`cmi.interactions.${number}.${name}`, value);
    say("id", `${this.#quiz.dataset.quiz}.${id}`);
    say("type", reported.type);
    say("weighting", String(weight));
    if (reported.right) say("correct_responses.0.pattern", reported.right);
    const response = responseOf(reported, answer ?? {}, words);
    const isNew = !this.#isSensitive && say("student_response", response);
    if (say("result", resultOf(question)) || isNew) say("time", new Date().toTimeString().slice(0, 8));
  }
}

/**
 * The ids by which an element stands in an answer, or in what is kept.
 * @param {Element} element
 */
function idsOf(element) {
  const { dataset, value } = /** @type {HTMLInputElement} */ (element);
  return [dataset.question, dataset.version, dataset.part, dataset.choice, value].filter(
    (id) => typeof id === "string",
  );
}

/** Begins where there is a platform. */
function begin() {
  const api = findApi(window);
  const quiz = /** @type {Quiz | null} */ (document.querySelector("course-quiz"));
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-interactions]"));
  if (!api || !quiz || !page) return;
  const session = new Session(api);
  if (!session.begin()) return;
  for (const part of document.querySelectorAll(ON_THE_SITE)) part.remove();
  for (const told of page.querySelectorAll("[data-told]")) told.removeAttribute("hidden");
  new Reporter(session, quiz, JSON.parse(page.dataset.interactions ?? "{}")).begin();
}

begin();
