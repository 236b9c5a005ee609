// What scripts may take for granted of the pages that our templates make; tsc reads it, and nothing else does.

import type { ParseSelector } from "typed-query-selector/parser.js";

declare global {
  // What a selector finds has the type that it names. All is HTML; and what a script asks for stands in the template
  // beside it, which tsc cannot read: where something may be missing, the script says `?.`.
  interface ParentNode {
    querySelector<S extends string>(selector: S): ParseSelector<S, HTMLElement>;
    querySelectorAll<S extends string>(selector: S): NodeListOf<ParseSelector<S, HTMLElement>>;
  }

  interface Element {
    closest<S extends string>(selector: S): ParseSelector<S, HTMLElement> | null;
  }

  // The methods of an element that listens hear of events inside it, or of its page.
  interface EventListenerObject {
    handleEvent(event: Heard): void;
  }

  interface Document {
    addEventListener<K extends keyof DocumentEventMap>(
      type: K,
      listener: (event: Heard<DocumentEventMap[K]>) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
  }

  /** An event, with the element at which it happened. */
  type Heard<E extends Event = Event, T extends Element = HTMLElement> = E & { target: T };

  /** What hears of an event; a method in its type, so that one that asks for more than an event may be called with one. */
  type Listener<E extends Event = Event> = { hear(event: Heard<E>): unknown }["hear"];

  /** Listeners by the type of event that each hears. */
  type Listeners = { [type: string]: Listener | undefined } & {
    [type in keyof WindowEventMap]?: Listener<WindowEventMap[type]>;
  };

  interface HTMLElement {
    // The attributes that scripts read are sent with the element: what is missing is empty, not undefined.
    readonly dataset: { [name: string]: string };
  }
}
