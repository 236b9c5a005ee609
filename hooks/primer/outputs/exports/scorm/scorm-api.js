/**
 * Talks to a learning platform as SCORM 1.2 has it (ADL, SCORM Run-Time Environment 1.2, 2001).
 *
 * A platform refuses what it does not know by answering "false"; the quiz goes on all the same.
 */

/**
 * What a platform puts into one of its windows.
 * @typedef {object} Api
 * @property {(empty: "") => string} LMSInitialize
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 * @property {(empty: "") => string} LMSCommit
 * @property {(empty: "") => string} LMSFinish
 */

/** Windows may be in one another that deep, as the sample of ADL has it. */
const DEPTH = 7;

/**
 * The API of a platform: in a window around this one, or around the one that has opened it.
 * @param {Window} window
 * @returns {Api | null}
 */
export function findApi(window) {
  return apiAround(window) ?? (window.opener ? apiAround(window.opener) : null);
}

/**
 * @param {Window} from
 * @returns {Api | null}
 */
function apiAround(from) {
  let here = from;
  for (let depth = 0; depth <= DEPTH; depth += 1) {
    try {
      const { API } = /** @type {Window & { API?: Api }} */ (here);
      if (API) return API;
    } catch {} // the window belongs to another site
    if (here.parent === here) return null;
    here = here.parent;
  }
  return null;
}

export class Session {
  #api;
  #began = performance.now();
  /**
   * What was said last, by name: nothing is said twice.
   * @type {Map<string, string>}
   */
  #said = new Map();
  #isOpen = false;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** Begins; returns whether the platform listens. */
  begin() {
    this.#isOpen = this.#api.LMSInitialize("") === "true";
    return this.#isOpen;
  }

  /** @param {string} name */
  get(name) {
    return this.#isOpen ? String(this.#api.LMSGetValue(name)) : "";
  }

  /**
   * Says something, unless it was said last; returns whether it was news.
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    if (!this.#isOpen || this.#said.get(name) === value) return false;
    this.#said.set(name, value);
    this.#api.LMSSetValue(name, value);
    return true;
  }

  /** Asks the platform to keep what it was told. */
  commit() {
    if (this.#isOpen) this.#api.LMSCommit("");
  }

  /** Says how long it took, and ends: a platform lets no session go on after that. */
  end() {
    if (!this.#isOpen) return;
    this.set("cmi.core.session_time", timespan(performance.now() - this.#began));
    this.commit();
    this.#api.LMSFinish("");
    this.#isOpen = false;
  }
}

/**
 * A length of time as SCORM 1.2 writes it: HHHH:MM:SS.SS.
 * @param {number} milliseconds
 */
export function timespan(milliseconds) {
  const hundredths = Math.round(milliseconds / 10);
  const seconds = Math.floor(hundredths / 100);
  const parts = [Math.min(Math.floor(seconds / 3600), 9999), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return `${hours.padStart(4, "0")}:${minutes}:${rest}.${String(hundredths % 100).padStart(2, "0")}`;
}
