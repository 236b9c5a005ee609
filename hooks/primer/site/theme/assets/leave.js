// Leaves this site, and forgets what it kept, on a click or on three clean presses of Shift, each within five seconds
// of the one before. Timing and messages are those of "Exit this page" of GOV.UK Frontend 6.6.0.
// Stands in the head, for it has to work as soon as the button can be seen.

// One page fading into the other would leave this one on the screen for longer.
for (const type of /** @type {const} */ (["pageswap", "pagereveal"]))
  addEventListener(type, ({ viewTransition }) => viewTransition?.skipTransition());

customElements.define(
  "leave-site",
  class extends HTMLElement {
    #presses = 0;
    #clean = false; // Shift is down, and nothing else has happened since
    #held = false; // something else is down; forgotten at the next Shift, for not every system says when a key is let go
    #touch = matchMedia("(pointer: coarse)").matches;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;

    connectedCallback() {
      addEventListener("click", this.#step);
      for (const type in this.#on) addEventListener(type, this, { capture: true, passive: type === "wheel" });
    }

    disconnectedCallback() {
      removeEventListener("click", this.#step);
      for (const type in this.#on) removeEventListener(type, this, { capture: true });
      clearTimeout(this.#timer);
    }

    /** @param {Heard} event */
    handleEvent(event) {
      this.#on[event.type]?.(event);
    }

    /** @type {Listeners} */
    #on = {
      click: (event) => {
        if (!this.querySelector("a").contains(event.target)) return;
        event.preventDefault();
        this.#leave();
      },
      keydown: (event) => {
        if (event.key !== "Shift") this.#hold();
        else if (!event.repeat) {
          this.#clean = !this.#clean && !this.#held && this.#isAlone(event); // or the other Shift is down already
          this.#held = false;
        }
      },
      keyup: (event) => {
        if (event.key === "Shift" && this.#clean && this.#isAlone(event)) this.#press();
        else this.#startAgain();
        if (event.key !== "Shift") this.#held = false;
        this.#clean = false;
      },
      pointerdown: ({ pointerType }) => {
        this.#touch = pointerType === "touch";
        this.#hold();
      },
      pointerup: () => (this.#held = false),
      pointercancel: () => (this.#held = false),
      wheel: () => this.#clean && this.#startAgain(), // it scrolls sideways
      blur: ({ target }) => /** @type {EventTarget} */ (target) === window && this.#startAgain(),
      pageshow: ({ persisted }) => {
        if (!persisted) return;
        this.#presses = 0;
        this.#say("");
      },
    };

    /**
     * Goes to another passage without an entry in the history: only one entry can be replaced on the way out.
     * @param {Event} event
     */
    #step = (event) => {
      const { ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = /** @type {MouseEvent} */ (event);
      const link = /** @type {Element} */ (event.target).closest("a[href*='#']");
      const isElsewhere = ctrlKey || metaKey || shiftKey || altKey || link?.target;
      if (!link || isElsewhere || defaultPrevented || link.href.split("#")[0] !== location.href.split("#")[0]) return;
      event.preventDefault();
      location.replace(link.href);
    };

    /**
     * Whether a key was pressed by itself, and on a keyboard: on a screen, whoever types in a field presses Shift too.
     * @param {KeyboardEvent} event
     */
    #isAlone(event) {
      const { ctrlKey, altKey, metaKey, isComposing } = event;
      const onScreen = this.#touch && document.activeElement?.matches(":read-write");
      return !(ctrlKey || altKey || metaKey || isComposing || onScreen || event.getModifierState("AltGraph"));
    }

    #press() {
      this.#presses += 1;
      if (this.#presses === 3) return this.#leave();
      this.#say(this.#presses === 1 ? "two" : "one");
      this.#wait(() => this.#startAgain());
    }

    #hold() {
      this.#startAgain();
      this.#held = true;
    }

    #startAgain() {
      this.#clean = false;
      if (!this.#presses) return;
      this.#presses = 0;
      this.#say("expired");
      this.#wait(() => this.#say(""));
    }

    /** @param {() => void} then */
    #wait(then) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(then, 5000);
    }

    /** @param {string} message */
    #say(message) {
      this.querySelector("[role=status]").textContent = this.dataset[message] ?? "";
    }

    #leave() {
      const { href } = this.querySelector("a");
      const root = document.documentElement;
      const alert = document.createElement("p");
      document.title = "";
      document.body.style.setProperty("display", "none", "important");
      alert.setAttribute("role", "alert");
      alert.style.opacity = "0"; // to be heard, not seen
      root.append(alert);
      alert.textContent = this.dataset.activated;
      for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
        try {
          const storage = window[name];
          for (const key of Object.keys(storage)) if (key.startsWith(root.dataset.keptAs)) storage.removeItem(key);
        } catch {} // storage is switched off
      }
      location.replace(href);
    }
  },
);
