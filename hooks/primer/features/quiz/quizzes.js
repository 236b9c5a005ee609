/** Forgets the answers to all quizzes, in this tab and on this device. */

import { forget } from "./quiz-memory.js";

class CourseQuizzes extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").onclick = () => {
      forget();
      this.querySelector("[role=status]").textContent = this.dataset.forgotten;
    };
  }
}

customElements.define("course-quizzes", CourseQuizzes);
