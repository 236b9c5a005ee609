// Does what cannot wait until a page is there: its colours, and the way out of it.

{
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const key = "site.colours";
  let chosen = "auto";
  const paint = () => {
    root.dataset.colours = chosen;
    const scheme = chosen === "auto" && dark.matches ? "slate" : chosen;
    root.dataset.mdColorScheme = scheme === "slate" && !paper.matches ? "slate" : "default";
  };

  try {
    const stored = localStorage.getItem(key);
    if (["default", "slate"].includes(stored)) chosen = stored;
  } catch {} // storage is switched off
  paint();
  root.classList.replace("no-js", "js");
  for (const query of [dark, paper]) query.addEventListener("change", paint);
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "colours") return;
    chosen = target.value;
    paint();
    try {
      localStorage.setItem(key, chosen);
    } catch {}
  });
}

// Leaves this site, and forgets what it stored, on a click or when Shift is pressed three times in five seconds.
class LeaveSite extends HTMLElement {
  #presses = 0;
  #combined = false;
  #timer;

  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("keyup", this, true);
  }

  disconnectedCallback() {
    document.removeEventListener("keyup", this, true);
    clearTimeout(this.#timer);
  }

  handleEvent(event) {
    if (event.type === "click") {
      if (!event.target.closest("a")) return;
      event.preventDefault();
      this.#leave();
    } else {
      // The keyup of a Shift that was held for another key does not count.
      if (event.key === "Shift" && !this.#combined) this.#press();
      else if (this.#presses) this.#start("");
      this.#combined = event.shiftKey;
    }
  }

  #press() {
    this.#presses += 1;
    if (this.#presses === 3) return this.#leave();
    if (this.#presses === 1) this.#timer = setTimeout(() => this.#start("expired"), 5000);
    this.#say(this.#presses === 1 ? "two" : "one");
  }

  #start(message) {
    clearTimeout(this.#timer);
    this.#presses = 0;
    this.#say(message);
  }

  #say(message) {
    this.querySelector("[role=status]").textContent = this.dataset[message] ?? "";
  }

  #leave() {
    const { href } = this.querySelector("a");
    document.title = "";
    document.documentElement.hidden = true;
    for (const name of ["localStorage", "sessionStorage"]) {
      try {
        window[name].clear();
      } catch {} // storage is switched off
    }
    location.replace(href);
  }
}

customElements.define("leave-site", LeaveSite);
