/** Shows a quiz to a class: one question large, and its answer once everybody has thought. Nothing is kept. */

import { make } from "./elements.js";

/** Keys that go on, and keys that go back; the first of each is what a clicker for slides sends. */
const KEYS = new Map([
  ...["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"].map((key) => [key, "on"]),
  ...["PageUp", "ArrowLeft", "ArrowUp"].map((key) => [key, "back"]),
]);
const OF_CLICKERS = ["PageDown", "PageUp"];
const CONTROLS = "a, button, input, select, summary, textarea";

/**
 * What the key that was pressed asks for: `on`, `back` or nothing. Where a control has the focus, all keys but those
 * of clickers are the control's own.
 * @param {{key: string, altKey?: boolean, ctrlKey?: boolean, metaKey?: boolean}} event
 * @param {boolean} isOnControl
 * @returns {"on" | "back" | undefined}
 */
export function askedBy(event, isOnControl) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (isOnControl && !OF_CLICKERS.includes(event.key)) return undefined;
  return /** @type {"on" | "back" | undefined} */ (KEYS.get(event.key));
}

export class ClassView {
  #root;
  #quiz;
  #say;
  #bar;

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

  /** Begins; returns what ends it. */
  begin() {
    this.#root.dataset.class = "";
    this.#bar = this.#makeBar();
    this.#quiz.append(this.#bar);
    const onKey = (event) => this.#onKey(event);
    addEventListener("keydown", onKey);
    const observer = new MutationObserver(() => this.#update());
    observer.observe(this.#quiz, { subtree: true, attributeFilter: ["data-here", "open"] });
    this.#update();
    return () => {
      removeEventListener("keydown", onKey);
      observer.disconnect();
      this.#bar.remove();
      delete this.#root.dataset.class;
    };
  }

  /** The question that is shown; null at the start. */
  get #form() {
    return this.#root.dataset.screen === "question" ? this.#quiz.querySelector("form[data-here]") : null;
  }

  get #answer() {
    return /** @type {HTMLDetailsElement} */ (this.#form?.querySelector(".quiz__answer"));
  }

  #makeBar() {
    const bar = make("p", { className: "quiz__actions quiz__class", hidden: true });
    const actions = {
      class_discuss: () => this.#discuss(),
      class_show: () => this.#turn(),
      class_next: () => this.#leave("next"),
      class_screen: () => (document.fullscreenElement ? document.exitFullscreen() : this.#root.requestFullscreen()).catch(() => {}),
    };
    for (const [word, act] of Object.entries(actions)) {
      if (word === "class_screen" && !document.fullscreenEnabled) continue;
      const button = make("button", { className: "quiz__button quiz__button--quiet", type: "button", textContent: this.#say(word) });
      button.dataset.word = word;
      button.addEventListener("click", act);
      bar.append(button);
    }
    return bar;
  }

  #button = (word) => this.#bar.querySelector(`[data-word=${word}]`);

  #update() {
    const form = this.#form;
    this.#bar.hidden = !form;
    if (!form) return;
    this.#button("class_show").textContent = this.#say(this.#answer.open ? "class_hide" : "class_show");
    this.#button("class_show").classList.toggle("quiz__button--quiet", this.#answer.open);
    this.#button("class_next").classList.toggle("quiz__button--quiet", !this.#answer.open);
    this.#button("class_next").hidden = this.#isLast;
    form.toggleAttribute("data-shown", this.#answer.open);
  }

  get #isLast() {
    return [...this.#quiz.querySelectorAll("form:not([hidden])")].at(-1) === this.#form;
  }

  /** Shows the answer, or hides it again. */
  #turn() {
    this.#answer.open = !this.#answer.open;
    this.#update();
    if (this.#answer.open) this.#answer.scrollIntoView({ block: "nearest" });
  }

  /** Asks to think alone, then to talk: the way of peer instruction (Mazur, 1997). */
  #discuss() {
    const there = this.#form.querySelector(".quiz__talk");
    if (there) there.remove();
    else {
      const talk = make("p", { className: "quiz__talk", textContent: this.#say("class_talk") });
      talk.setAttribute("role", "status");
      this.#bar.before(talk);
      this.#form.append(talk);
    }
  }

  #leave(action) {
    this.#answer.open = false;
    this.#form.querySelector(".quiz__talk")?.remove();
    (action === "next" ? this.#form.querySelector(".quiz__next") : this.#quiz.querySelector("[data-action=previous]")).click();
    this.#update();
  }

  /** A step on shows the answer first, then the next question; a step back takes the same way. */
  #onKey(event) {
    const isOnControl = event.target instanceof Element && Boolean(event.target.closest(CONTROLS));
    const asked = askedBy(event, isOnControl);
    if (!asked) return;
    event.preventDefault();
    const form = this.#form;
    if (!form) {
      if (asked === "on") this.#root.querySelector("[data-action=start]").click();
    } else if (asked === "on") {
      if (!this.#answer.open) this.#turn();
      else if (!this.#isLast) this.#leave("next");
    } else if (this.#answer.open) this.#turn();
    else this.#leave("previous");
  }
}
