/** Shows a quiz to a class: one question large, and its answer once everybody has thought. Nothing is kept. */

import { make } from "./elements.js";

/** Keys that go on, and keys that go back; the first of each is what a clicker for slides sends. */
const ON = ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp"];
/** @type {Record<string, string>} */
const TURNED = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };
const OF_CLICKERS = ["PageDown", "PageUp"];
const CONTROLS = "a, button, input, select, summary, textarea";

/**
 * What the key that was pressed asks for: `on`, `back` or nothing. Where a control has the focus, all keys but those
 * of clickers are the control's own.
 * @param {{key: string, altKey?: boolean, ctrlKey?: boolean, metaKey?: boolean}} event
 * @param {boolean} isOnControl
 * @param {boolean} [isRightToLeft] where the arrow to the left points on
 * @returns {"on" | "back" | undefined}
 */
export function askedBy(event, isOnControl, isRightToLeft = false) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (isOnControl && !OF_CLICKERS.includes(event.key)) return undefined;
  const key = (isRightToLeft && TURNED[event.key]) || event.key;
  if (ON.includes(key)) return "on";
  return BACK.includes(key) ? "back" : undefined;
}

export class ClassView {
  #root;
  #quiz;
  #say;
  /** @type {HTMLElement} */
  #bar = make("p", { className: "quiz__actions quiz__class", hidden: true });

  /**
   * `root` holds the quiz with what stands before its questions.
   * @param {HTMLElement} root
   * @param {HTMLElement} quiz
   * @param {(word: string) => string} say
   */
  constructor(root, quiz, say) {
    this.#root = root;
    this.#quiz = quiz;
    this.#say = say;
  }

  begin() {
    this.#root.dataset.class = "";
    this.#fillBar();
    this.#quiz.append(this.#bar);
    addEventListener("keydown", (event) => this.#onKey(event));
    const observer = new MutationObserver(() => this.#update());
    observer.observe(this.#quiz, { subtree: true, attributeFilter: ["data-here", "open"] });
    this.#update();
  }

  /** The question that is shown; null at the start. */
  get #form() {
    return this.#root.dataset.screen === "question" ? this.#quiz.querySelector("form[data-here]") : null;
  }

  #fillBar() {
    const actions = {
      class_discuss: () => this.#discuss(),
      class_show: () => this.#turn(),
      class_next: () => this.#leave("next"),
      class_screen: () =>
        (document.fullscreenElement ? document.exitFullscreen() : this.#root.requestFullscreen()).catch(() => {}),
    };
    for (const [word, act] of Object.entries(actions)) {
      if (word === "class_screen" && !document.fullscreenEnabled) continue;
      const button = make("button", {
        className: "button button--second",
        type: "button",
        textContent: this.#say(word),
      });
      button.dataset.word = word;
      button.addEventListener("click", act);
      this.#bar.append(button);
    }
  }

  /** @param {string} word */
  #button = (word) => /** @type {HTMLButtonElement} */ (this.#bar.querySelector(`[data-word=${word}]`));

  #update() {
    const form = this.#form;
    this.#bar.hidden = !form;
    if (!form) return;
    const isShown = answerOf(form).open;
    this.#button("class_show").textContent = this.#say(isShown ? "class_hide" : "class_show");
    this.#button("class_show").classList.toggle("button--second", isShown);
    this.#button("class_next").classList.toggle("button--second", !isShown);
    this.#button("class_next").hidden = this.#isLast(form);
    form.toggleAttribute("data-shown", isShown);
  }

  /** @param {HTMLFormElement} form */
  #isLast = (form) => [...this.#quiz.querySelectorAll("form:not([hidden])")].at(-1) === form;

  /** Shows the answer, or hides it again. */
  #turn() {
    const form = this.#form;
    if (!form) return;
    const answer = answerOf(form);
    answer.open = !answer.open;
    this.#update();
    if (answer.open) answer.scrollIntoView({ block: "nearest" });
  }

  /** Asks to think alone, then to talk: the way of peer instruction (Mazur, 1997). */
  #discuss() {
    const there = this.#form?.querySelector(".quiz__talk");
    if (there) there.remove();
    else {
      const talk = make("p", { className: "quiz__talk", textContent: this.#say("class_talk") });
      talk.setAttribute("role", "status");
      this.#form?.append(talk);
    }
  }

  /** @param {"next" | "previous"} action */
  #leave(action) {
    const form = this.#form;
    if (!form) return;
    answerOf(form).open = false;
    form.querySelector(".quiz__talk")?.remove();
    press(action === "next" ? form : this.#quiz, action);
    this.#update();
  }

  /**
   * A step on shows the answer first, then the next question; a step back takes the same way.
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    const isOnControl = event.target instanceof Element && Boolean(event.target.closest(CONTROLS));
    const asked = askedBy(event, isOnControl, document.dir === "rtl");
    if (!asked) return;
    event.preventDefault();
    const form = this.#form;
    if (event.repeat) return; // a key that sticks would run through all
    if (!form) {
      if (asked === "on") press(this.#root, "start");
    } else if (asked === "on") {
      if (!answerOf(form).open) this.#turn();
      else if (!this.#isLast(form)) this.#leave("next");
    } else if (answerOf(form).open) this.#turn();
    else this.#leave("previous");
  }
}

/** @param {HTMLFormElement} form */
const answerOf = (form) => /** @type {HTMLDetailsElement} */ (form.querySelector(".quiz__answer"));

/**
 * Presses a button or link of the quiz that may not be seen now.
 * @param {HTMLElement} within
 * @param {string} action
 */
const press = (within, action) => /** @type {HTMLElement} */ (within.querySelector(`[data-action=${action}]`)).click();
