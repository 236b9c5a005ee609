/** Shows which quizzes were begun and done in this browser, and forgets the answers to all of them. */

import { Memory, forget } from "./quiz-memory.js";

class CourseQuizzes extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.#mark();
    addEventListener("pageshow", this);
    this.querySelector("button").onclick = () => {
      forget();
      this.#mark();
      this.querySelector("[role=status]").textContent = this.dataset.forgotten;
    };
  }

  handleEvent() {
    this.#mark();
  }

  #mark() {
    for (const mark of document.querySelectorAll("[data-begun]")) {
      const { quiz, begun, done } = mark.dataset;
      const memory = new Memory(quiz);
      mark.textContent = memory.isDone ? done : memory.isBegun ? begun : "";
      mark.hidden = !mark.textContent;
    }
  }
}

customElements.define("course-quizzes", CourseQuizzes);
