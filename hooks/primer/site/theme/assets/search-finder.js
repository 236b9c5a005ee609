// Answers a query from the pieces of the index, each of which it fetches when it is needed first.

import { pieceOf, readIndex, readPosting } from "./search-index.js";
import { rank } from "./search-ranking.js";
import { termsOf } from "./search-terms.js";
import { wordsOf } from "./search-words.js";

/**
 * @typedef {import("./search-index.js").Head} Head
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-terms.js").Term} Term
 *
 * What results show of a page.
 * @typedef {{ title: string, sections: [anchor: string, heading: string, text: string][] }} Shown
 *
 * A passage: its address below the site's root, its heading, and the title of its page where that is another. Heading and
 * text are in parts, of which every second one was sought.
 * @typedef {{ address: string, heading: string[], page?: string, text: string[] }} Result
 *
 * Fetches a file of the search by its name.
 * @typedef {(name: string) => Promise<any>} Fetching
 */

const MOST_PIECES = 24; // that are fetched of the words of a query
const SECTIONS = 10; // of a page in one file, as publish/search/index.py has it

export class Finder {
  /** @type {Fetching} */
  #fetch;
  /** @type {Map<string, Promise<any>>} what was fetched or is on its way, by its name */
  #fetched = new Map();
  /** @type {Promise<{ head: Head, index: Index }> | null} */
  #index = null;
  /** @type {Map<number, number[]>} the lines in which the words of a group stand */
  #lines = new Map();

  /** @param {Fetching} fetching */
  constructor(fetching) {
    this.#fetch = fetching;
  }

  /** Fetches what every query needs. */
  async prepare() {
    const fetched = (this.#index ??= this.#fetch("index").then((head) => ({ head, index: readIndex(head) })));
    fetched.catch(() => {
      if (this.#index === fetched) this.#index = null; // the next query tries again
    });
    return fetched;
  }

  /**
   * The passages that answer a query, the best first. It is null where `isWanted` says meanwhile that nobody waits for it.
   * What does not arrive rejects, and is fetched anew for the next query.
   * @param {string} query
   * @param {() => boolean} isWanted
   * @returns {Promise<Result[] | null>}
   */
  async find(query, isWanted = () => true) {
    try {
      return await this.#found(query, isWanted);
    } catch (error) {
      // The site may have been published anew, and its index has moved.
      [this.#index, this.#fetched, this.#lines] = [null, new Map(), new Map()];
      throw error;
    }
  }

  /**
   * @param {string} query
   * @param {() => boolean} isWanted
   */
  async #found(query, isWanted) {
    const { head, index } = await this.prepare();
    if (!isWanted()) return null;
    const terms = termsOf(index, query);
    const groups = looked(index, terms);
    await this.#fetchLines(head, index, groups);
    if (!isWanted()) return null;
    const found = rank(index, terms, (group) => (groups.has(group) && this.#lines.get(group)) || []);
    /** @type {Shown[]} */
    const shown = await Promise.all(
      found.map(({ page, section }) => this.#piece(head, `page-${page}-${Math.floor(section / SECTIONS)}`)),
    );
    const sought = soughtBy(index, terms);
    return found.map(({ page, section }, number) => resultOf(index.pages[page], shown[number], section, sought));
  }

  /**
   * @param {Head} head
   * @param {Index} index
   * @param {Set<number>} groups
   */
  async #fetchLines(head, index, groups) {
    const missing = [...groups].filter((group) => !this.#lines.has(group));
    const arriving = missing.map(async (group) => {
      const piece = pieceOf(index, group);
      /** @type {string[]} */
      const postings = await this.#piece(head, `words-${piece}`);
      this.#lines.set(group, readPosting(postings[group - index.pieces[piece]]));
    });
    await Promise.all(arriving);
  }

  /**
   * @param {Head} head
   * @param {string} name
   */
  async #piece({ folder }, name) {
    const path = `${folder}/${name}`;
    const piece = this.#fetched.get(path) ?? this.#fetch(path);
    this.#fetched.set(path, piece);
    return piece;
  }
}

/**
 * The groups of words that are looked up: all of them, unless their lines stand in very many files, as those of a long
 * question do. Then those come first that say much, as they were typed.
 * @param {Index} index
 * @param {Term[]} terms
 */
function looked(index, terms) {
  const found = terms.flatMap(({ groups, exact, small }) =>
    [...groups].map(([group, sure]) => ({ group, worth: sure + Number(exact.has(group)) - 2 * Number(small) })),
  );
  found.sort((one, other) => other.worth - one.worth);
  const pieces = new Set();
  /** @type {Set<number>} */
  const kept = new Set();
  for (const { group } of found) {
    const piece = pieceOf(index, group);
    if (pieces.size === MOST_PIECES && !pieces.has(piece)) continue;
    pieces.add(piece);
    kept.add(group);
  }
  return kept;
}

/**
 * Tells whether a word of a page was sought.
 * @param {Index} index
 * @param {Term[]} terms
 */
function soughtBy({ groups, small }, terms) {
  const wanted = new Set(terms.flatMap((term) => [...term.groups.keys()]));
  return (/** @type {string} */ word) => {
    const group = groups.get(word);
    return group !== undefined && wanted.has(group) && !small.has(group);
  };
}

/**
 * @param {string} address
 * @param {Shown} shown
 * @param {number} section
 * @param {(word: string) => boolean} sought
 * @returns {Result}
 */
function resultOf(address, { title, sections }, section, sought) {
  const [anchor, heading, text] = sections[section % SECTIONS];
  const passage = { heading: partsOf(heading, sought), text: partsOf(text, sought) };
  return anchor ? { address: `${address}#${anchor}`, page: title, ...passage } : { address, ...passage };
}

/**
 * A text in parts, of which every second one was sought.
 * @param {string} text
 * @param {(word: string) => boolean} sought
 */
export function partsOf(text, sought) {
  const parts = [""];
  for (const piece of text.match(/[\p{L}\p{N}'’]+|[^\p{L}\p{N}'’]+/gu) ?? []) {
    if (wordsOf(piece).some(sought) === (parts.length % 2 === 0)) parts[parts.length - 1] += piece;
    else parts.push(piece);
  }
  return parts;
}
