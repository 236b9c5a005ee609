// Reads the index that publish/search/index.py writes.

import { wordsOf } from "./search-words.js";

/**
 * What a browser fetches first.
 * @typedef {object} Head
 * @property {string} folder where the rest stands
 * @property {string[]} pages their addresses below the site's root
 * @property {{ [page: string]: number }} boosts
 * @property {number[]} headingsOnly the pages that are found by their own words alone
 * @property {string} lines
 * @property {number[]} lengths of pages, in words
 * @property {string} lexicon
 * @property {number[]} pieces with which group of words each file of postings begins
 * @property {string} small words that say little
 * @property {[words: string[], means: string[]][]} meanings
 *
 * What somebody may type in several words, and the groups of words that it stands for.
 * @typedef {{ words: string[], means: number[] }} Phrase
 *
 * The index. A group holds the forms of a word; a line is a heading, a sentence of a title, a paragraph; all are numbers.
 * @typedef {object} Index
 * @property {string[]} pages
 * @property {number[]} boosts
 * @property {Set<number>} headingsOnly
 * @property {string[]} words from A to Z
 * @property {Map<string, number>} groups the group of each word
 * @property {number} count of the groups
 * @property {number[]} pieces
 * @property {Set<number>} small
 * @property {Map<number, number[]>} meanings what the words of a group stand for
 * @property {Map<number, Phrase[]>} phrases by the group of their first word, the longest first
 * @property {Uint8Array} kinds of lines
 * @property {Float32Array} sizes of lines
 * @property {Uint16Array} sectionOf each line
 * @property {Uint16Array} pageOf each section
 * @property {number[]} firsts the first section of each page
 * @property {number[]} lengths of pages, as a part of what is usual
 * @property {Float32Array} sectionLengths the same of sections
 */

const LEVELS = 12;
const FIRST = "#".charCodeAt(0);
const SMALLEST = 6;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * @param {Head} head
 * @returns {Index}
 */
export function readIndex(head) {
  const { words, groups, count } = readLexicon(head.lexicon);
  const lines = readLines(head.lines);
  const boosts = head.pages.map((_, page) => head.boosts[page] ?? 1);
  const small = new Set(wordsOf(head.small).map((word) => /** @type {number} */ (groups.get(word))));
  return {
    ...{ pages: head.pages, boosts, headingsOnly: new Set(head.headingsOnly), lengths: asPartsOfUsual(head.lengths) },
    ...{ words, groups, count, pieces: head.pieces, small },
    ...readMeanings(head.meanings, groups, small),
    ...lines,
  };
}

/** @param {number[]} lengths */
function asPartsOfUsual(lengths) {
  const usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return lengths.map((length) => length / usual);
}

/** @param {string} text */
function readLexicon(text) {
  /** @type {Map<string, number>} */
  const groups = new Map();
  let [before, count] = ["", 0];
  for (const group of text ? text.split(" ") : []) {
    for (const form of group.split(",")) {
      before = before.slice(0, parseInt(form[0], 36)) + form.slice(1);
      groups.set(before, count);
    }
    count += 1;
  }
  return { words: [...groups.keys()].sort(), groups, count };
}

/**
 * What words stand for: of one word by its group, of several as phrases.
 * @param {Head["meanings"]} meanings
 * @param {Map<string, number>} groups
 * @param {Set<number>} small
 */
function readMeanings(meanings, groups, small) {
  /** @type {(text: string) => number[]} */
  const groupsOf = (text) => text.split(" ").flatMap((word) => groups.get(word) ?? []);
  const found = {
    meanings: /** @type {Map<number, number[]>} */ (new Map()),
    phrases: /** @type {Map<number, Phrase[]>} */ (new Map()),
  };
  for (const [said, means] of meanings) {
    const wanted = means.flatMap(groupsOf).filter((group) => !small.has(group));
    for (const text of said) {
      const [first, ...others] = groupsOf(text);
      if (others.length)
        found.phrases.set(first, [...(found.phrases.get(first) ?? []), { words: text.split(" "), means: wanted }]);
      else found.meanings.set(first, [...(found.meanings.get(first) ?? []), ...wanted]);
    }
  }
  for (const phrases of found.phrases.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return found;
}

/** @param {string} text */
function readLines(text) {
  /** @type {[kinds: number[], sizes: number[], sectionOf: number[], pageOf: number[], firsts: number[]]} */
  const [kinds, sizes, sectionOf, pageOf, firsts] = [[], [], [], [], [0]];
  for (const letter of text) {
    if (letter === "!") firsts.push(pageOf.length);
    else if (letter === " ") pageOf.push(firsts.length - 1);
    else {
      const code = letter.charCodeAt(0) - FIRST;
      kinds.push(Math.floor(code / LEVELS));
      sizes.push(SMALLEST * 2 ** ((code % LEVELS) / 4));
      sectionOf.push(pageOf.length);
    }
  }
  const sectionLengths = new Float32Array(pageOf.length);
  for (const [line, section] of sectionOf.entries()) sectionLengths[section] += (sizes[line] / SMALLEST) ** 2 - 0.5;
  return {
    ...{ kinds: Uint8Array.from(kinds), sizes: Float32Array.from(sizes), firsts },
    sectionLengths: Float32Array.from(asPartsOfUsual([...sectionLengths])),
    ...{ sectionOf: Uint16Array.from(sectionOf), pageOf: Uint16Array.from(pageOf) },
  };
}

/**
 * The numbers of the lines in which a word stands.
 * @param {string} text
 */
export function readPosting(text) {
  /** @type {number[]} */
  const found = [];
  let [last, step, shift] = [-1, 0, 1];
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    step += (digit % 32) * shift;
    if (digit > 31) shift *= 32;
    else {
      last += step + 1;
      found.push(last);
      [step, shift] = [0, 1];
    }
  }
  return found;
}

/**
 * Which file holds the postings of a group.
 * @param {Index} index
 * @param {number} group
 */
export function pieceOf({ pieces }, group) {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pieces[middle] <= group) low = middle;
    else high = middle - 1;
  }
  return low;
}
