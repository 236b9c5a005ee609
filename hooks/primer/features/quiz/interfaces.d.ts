// What the scripts of a quiz hand to each other; tsc reads it, and nothing else does.

import type { Answer, Grade } from "./grading.js";
import type { Judged } from "./summary.js";

export type Values = Record<string, string | number>;

/** What is said: a name among the strings that the quiz was sent with, and what fills its braces. */
export type Said = [word: string, values?: Values];

/** The sentence that a name stands for. */
export type Say = (word: string, values?: Values) => string;

/** What types/<type>/type.js registers. registry.js says what each is. */
export interface QuestionType {
  fetch?(): Promise<void>;
  read(form: HTMLFormElement): Answer;
  fill(form: HTMLFormElement, answer: Answer): void;
  missingAnswer(form: HTMLFormElement): [word: string, values: Values, target: HTMLElement] | null;
  grade(form: HTMLFormElement, answer: Answer): Grade;
  words?(form: HTMLFormElement): string;
  click(form: HTMLFormElement, target: HTMLElement): Said | [] | void;
  input?(form: HTMLFormElement, target: HTMLElement): Said | void;
  start(form: HTMLFormElement): HTMLElement;
  shuffled(form: HTMLFormElement): { id: string; element: HTMLElement }[];
  private?: boolean;
}

/** What is known of a question, and kept where answers are kept. */
export interface Kept {
  answer?: Answer;
  /** Whether the answer was checked. */
  done?: boolean;
  /** What it was at the first try, or `shown` where the answer had been opened before. */
  first?: string;
  /** What it was at the last try. */
  last?: string;
  /** Whether the answer was opened. */
  shown?: boolean;
  /** How it was when an exam ended. */
  final?: Final;
  version?: string;
  exam?: boolean;
}

export interface Final {
  state?: string;
  credit: number | null;
  words: string;
  /** The same as in ``Kept``; null where there was no try. */
  first?: string | null;
}

/** What is kept of the whole quiz. */
export interface Place {
  seed?: string | number;
  /** Whether what was asked last was gone through to its end. */
  finished?: boolean;
  /** Whether anything was, since the quiz was begun. */
  done?: boolean;
  /** Whether it was an exam, then the ids of what was asked, where that was not all. */
  asked?: (boolean | string | undefined)[];
  /** How often an exam was begun. */
  attempt?: number;
  /** The id of a question, `start` or `end`. */
  at?: string;
}

/** A question that was asked, with all that is known of it. */
export interface Question extends Judged {
  form: HTMLFormElement;
  type: QuestionType;
  number: number;
  answer?: Answer;
  words?: string;
}

/** What is shown: one question, or what comes before and after them. */
export type At = HTMLFormElement | "start" | "end";

/** The element around the questions. */
export interface Quiz extends HTMLElement {
  forms: HTMLFormElement[];
  say: Say;
  /** Says something about the quiz as a whole, or nothing any more. */
  notice(word?: string, values?: Values): void;
}
