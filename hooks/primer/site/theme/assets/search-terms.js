// Finds out what somebody may mean by the words of a query.

import { slips, wordsOf } from "./search-words.js";

/**
 * @typedef {import("./search-index.js").Index} Index
 *
 * What a word or a phrase of a query may stand for: groups of words, and how surely. `exact` are the groups of the very
 * words that were typed.
 * @typedef {{ groups: Map<number, number>, exact: Set<number>, small: boolean }} Term
 */

const SURE = { meaning: 0.7, phrase: 0.85, word: 0.35, joined: 0.8, begun: 0.8, form: 0.6, split: 0.8 };
const MOST_BEGUN = 30; // groups of words that begin like the last one
const FEWEST_LETTERS = 4; // of a word that may have a slip

/**
 * What somebody may mean. The last word may not be finished.
 * @param {Index} index
 * @param {string} query
 * @returns {Term[]}
 */
export function termsOf(index, query) {
  const typed = wordsOf(query).map((word) => read(index, word));
  /** @type {Term[]} */
  const terms = [];
  for (let at = 0; at < typed.length;) {
    const phrase = phraseAt(index, typed.slice(at));
    const end = at + (phrase?.words.length ?? 1);
    if (phrase) terms.push(phraseTerm(index, phrase));
    for (; at < end; at += 1) terms.push(wordTerm(index, typed, at));
  }
  return terms.filter(({ groups }) => groups.size);
}

/**
 * A word, and the groups that it may belong to, with how surely: its own, or those of words that are like it.
 * @typedef {{ word: string, isKnown: boolean, groups: Map<number, number> }} Typed
 *
 * @param {Index} index
 * @param {string} word
 * @returns {Typed}
 */
function read(index, word) {
  const own = index.groups.get(word);
  const isKnown = own !== undefined;
  return { word, isKnown, groups: isKnown ? new Map([[own, 1]]) : nearest(index, word) };
}

/**
 * The longest phrase with which words begin, in whatever forms.
 * @param {Index} index
 * @param {Typed[]} typed
 */
function phraseAt({ groups, phrases }, typed) {
  const begun = [...typed[0].groups.keys()].flatMap((group) => phrases.get(group) ?? []);
  /** @type {(word: string, at: number) => boolean | undefined} */
  const stands = (word, at) => typed[at]?.groups.has(/** @type {number} */ (groups.get(word)));
  return begun.find(({ words }) => words.every(stands));
}

/**
 * @param {Index} index
 * @param {import("./search-index.js").Phrase} phrase
 * @returns {Term}
 */
function phraseTerm({ groups, small }, { words, means }) {
  const term = emptyTerm();
  for (const group of means) add(term, group, SURE.phrase);
  for (const word of words) {
    const group = groups.get(word);
    if (group === undefined || small.has(group)) continue;
    add(term, group, SURE.word);
    term.exact.add(group);
  }
  return term;
}

/**
 * @param {Index} index
 * @param {Typed[]} typed
 * @param {number} at
 * @returns {Term}
 */
function wordTerm(index, typed, at) {
  const { groups, meanings, small } = index;
  const { word, isKnown, groups: own } = typed[at];
  const term = emptyTerm();
  /** @type {(group: number, sure: number) => void} */
  const mean = (group, sure) => {
    add(term, group, sure);
    for (const other of meanings.get(group) ?? []) add(term, other, sure * SURE.meaning);
  };
  for (const [group, sure] of own) mean(group, sure);
  if (isKnown) {
    term.exact = new Set(own.keys());
    term.small = small.has([...own.keys()][0]);
  }
  for (const joined of [typed[at - 1]?.word + word, word + typed[at + 1]?.word]) {
    const group = groups.get(joined);
    if (group !== undefined) mean(group, SURE.joined);
  }
  if (at === typed.length - 1 && word.length > 1 && !term.small)
    for (const group of begunWith(index, word)) mean(group, isKnown ? SURE.begun / 2 : SURE.begun);
  if (!term.groups.size) for (const group of splitIn(index, word)) mean(group, SURE.split);
  return term;
}

/** @returns {Term} */
function emptyTerm() {
  return { groups: new Map(), exact: new Set(), small: false };
}

/**
 * @param {Term} term
 * @param {number} group
 * @param {number} sure
 */
function add({ groups }, group, sure) {
  if (!((groups.get(group) ?? 0) >= sure)) groups.set(group, sure);
}

/**
 * The groups of the words that begin like this one.
 * @param {Index} index
 * @param {string} word
 */
function begunWith({ words, groups }, word) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  /** @type {Set<number>} */
  const found = new Set();
  for (let at = low; words[at]?.startsWith(word) && found.size < MOST_BEGUN; at += 1)
    found.add(/** @type {number} */ (groups.get(words[at])));
  return found;
}

/**
 * What somebody has meant by a word that there is not: the words that the fewest slips lead to, and else those that look
 * like another form of it.
 * @param {Index} index
 * @param {string} word
 * @returns {Map<number, number>}
 */
function nearest({ words, groups }, word) {
  /** @type {[word: string, cost: number][]} */
  const found = [];
  if (word.length < FEWEST_LETTERS) return new Map();
  const most = word.length < 6 ? 1 : word.length < 8 ? 1.5 : 2;
  for (const other of words) {
    if (other.length < FEWEST_LETTERS - 1 || !beginsAlike(word, other)) continue;
    const cost = slips(word, other, most) + (word[0] === other[0] ? 0 : 0.3);
    if (cost <= most) found.push([other, cost]);
  }
  const least = Math.min(...found.map(([, cost]) => cost));
  const slipped = found
    .filter(([, cost]) => cost <= least + 0.2)
    .map(([other, cost]) => /** @type {[number, number]} */ ([groups.get(other), 0.95 - 0.15 * cost]));
  if (slipped.length) return new Map(slipped);
  // An ending of at most three letters for another, as far as more than half of the word is the same.
  let longest = Math.max(4, Math.ceil(word.length * 0.6), word.length - 3);
  /** @type {Map<number, number>} */
  let forms = new Map();
  for (const other of words) {
    let shared = 0;
    while (shared < word.length && word[shared] === other[shared]) shared += 1;
    if (shared < longest || other.length - shared > 3) continue;
    if (shared > longest) [forms, longest] = [new Map(), shared];
    forms.set(/** @type {number} */ (groups.get(other)), SURE.form);
  }
  return forms;
}

/**
 * Whether one of the first two letters is the same, or they have changed places: few slips leave neither.
 * @param {string} one
 * @param {string} other
 */
function beginsAlike(one, other) {
  return one[0] === other[0] || one[1] === other[1] || one[0] === other[1] || one[1] === other[0];
}

/**
 * The groups of two words that were written as one.
 * @param {Index} index
 * @param {string} word
 */
function splitIn({ groups }, word) {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const found = [groups.get(word.slice(0, at)), groups.get(word.slice(at))];
    if (found.every((group) => group !== undefined)) return /** @type {number[]} */ (found);
  }
  return [];
}
