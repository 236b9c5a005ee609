/** Shows which quizzes were begun and done in this browser, and forgets the answers to all of them. */

import { Memory, forget, isDone } from "./quiz-memory.js";

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
      mark.textContent = isDone(quiz) ? done : new Memory(quiz).questions().length ? begun : "";
      mark.hidden = !mark.textContent;
    }
  }
}

customElements.define("course-quizzes", CourseQuizzes);
