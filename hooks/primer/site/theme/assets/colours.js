/** The choice of colours in the footer; first.js keeps it, and has painted the page by then. */

class ColourChoice extends HTMLElement {
  connectedCallback() {
    this.querySelector(`input[value=${document.documentElement.dataset.colours}]`).checked = true;
  }
}

customElements.define("colour-choice", ColourChoice);
