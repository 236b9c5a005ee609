// Ranks the passages that answer a query.

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-terms.js").Term} Term
 *
 * The passage of a page that answers best: the number of the section in its page.
 * @typedef {{ page: number, section: number, score: number }} Found
 *
 * How much of the query each line has, and which have any of it.
 * @typedef {{ likeness: Float32Array, lines: number[] }} Sums
 */

// How much lines count, in the order of publish/search/lines.py: `like` for a page that has a line like the query, `here`
// for landing on the section with that line, `word` for each word of the query in it.
// Tuned on the lists in tests/browser that may be looked at.
const KINDS = [
  { like: 1, here: 0.25, word: 5.7 }, // a sentence of a title
  { like: 1.35, here: 0.3, word: 0.6 }, // a title behind that of the page above
  { like: 0.5, here: 0.2, word: 4.9 }, // what a page says that it is about
  { like: 0.9, here: 1.3, word: 3 }, // a question in other words
  { like: 0.6, here: 1.1, word: 2 }, // a heading
  { like: 0.6, here: 0.6, word: 1 }, // a paragraph, an item of a list
];
const OF_SMALL = 0.45; // how much a word counts that says little
const OF_EXACT = 0.45; // how much the word that was typed decides what a term is worth, whatever else it may stand for
const WITH_ALL = 1.3; // how much more it counts that a line has something of every term
const OF_SECTION = 0.75; // how much a section counts that speaks of the query, beside its page
// How soon a word that comes again adds nothing, and how much that depends on the length: k1 and b of BM25.
const IN_PAGE = { soon: 1.75, long: 0.65 };
const IN_SECTION = { soon: 1.15, long: 0.5 };
const SHOWN = 10; // pages at most

/**
 * The passage of each page that answers best, the best page first.
 * @param {Index} index
 * @param {Term[]} terms
 * @param {(group: number) => number[]} linesOf the lines in which the words of a group stand
 * @returns {Found[]}
 */
export function rank(index, terms, linesOf) {
  const { pages, kinds, pageOf, boosts } = index;
  const sums = {
    likeness: new Float32Array(kinds.length),
    terms: new Uint8Array(kinds.length),
    lines: /** @type {number[]} */ ([]), // that have something of a term
    pages: new Float32Array(pages.length),
    sections: new Float32Array(pageOf.length),
  };
  /** @type {Map<number, number>} */
  const typed = new Map();
  let [all, squares] = [0, 0];
  for (const term of terms) {
    const worth = addTerm(index, term, linesOf, sums, typed);
    all += worth;
    squares += worth * worth;
  }
  const needed = terms.filter(({ small }) => !small).length;
  for (const line of sums.lines)
    sums.likeness[line] *= (sums.terms[line] === terms.length ? WITH_ALL : 1) / Math.sqrt(squares);
  const likeness = likestLines(index, sums, "like");
  const landing = likestLines(index, sums, "here");

  /** @type {Found[]} */
  const found = [];
  for (let page = 0; page < pages.length; page += 1) {
    if (!sums.pages[page]) continue;
    const first = index.firsts[page];
    const isByHeadings = index.headingsOnly.has(page);
    let [most, nearest, best] = [0, 0, first];
    for (let section = first; section < index.firsts[page + 1]; section += 1) {
      if (isByHeadings && (!needed || (typed.get(section) ?? 0) < needed)) continue;
      const speaks = (OF_SECTION * sums.sections[section]) / all;
      most = Math.max(most, likeness[section] + speaks);
      if (landing[section] + speaks > nearest) [nearest, best] = [landing[section] + speaks, section];
    }
    if (most) found.push({ page, section: best - first, score: (sums.pages[page] / all + most) * boosts[page] });
  }
  found.sort((one, other) => other.score - one.score);
  return found.filter(({ score }) => score > found[0].score / 3).slice(0, SHOWN);
}

/**
 * Adds to the sums what lines, sections and pages have of a term; returns what the term is worth: the rarer, the more.
 * @param {Index} index
 * @param {Term} term
 * @param {(group: number) => number[]} linesOf
 * @param {Sums & { terms: Uint8Array, pages: Float32Array, sections: Float32Array }} sums
 * @param {Map<number, number>} typed how many terms stand in a section as they were typed, of pages that are found by headings
 */
function addTerm(index, { groups, exact, small }, linesOf, sums, typed) {
  const { kinds, sectionOf, pageOf } = index;
  /** @type {Map<number, number>[]} */
  const [inLines, inSections, inPages] = [new Map(), new Map(), new Map()];
  const standsIn = new Set();
  let [worth, worthTyped] = [1, 0];
  for (const [group, sure] of groups) {
    const lines = linesOf(group);
    if (!lines.length) continue;
    const isExact = exact.has(group);
    const own = sure * Math.log(1 + kinds.length / lines.length) * (index.small.has(group) ? OF_SMALL : 1);
    worth = Math.max(worth, own);
    if (isExact) worthTyped = Math.max(worthTyped, own);
    /** @type {Map<number, number>[]} */
    const [sections, pages] = [new Map(), new Map()];
    for (const line of lines) {
      const section = sectionOf[line];
      const page = pageOf[section];
      const { word } = KINDS[kinds[line]];
      keepMost(inLines, line, own);
      sections.set(section, (sections.get(section) ?? 0) + word);
      pages.set(page, (pages.get(page) ?? 0) + word);
      if (isExact && index.headingsOnly.has(page)) standsIn.add(section);
    }
    for (const [section, times] of sections)
      keepMost(inSections, section, own * saturated(times, index.sectionLengths[section], IN_SECTION));
    for (const [page, times] of pages) keepMost(inPages, page, own * saturated(times, index.lengths[page], IN_PAGE));
  }
  if (worthTyped) worth = OF_EXACT * worthTyped + (1 - OF_EXACT) * worth;
  for (const [line, own] of inLines) {
    sums.likeness[line] += worth * Math.min(own, worth);
    if (!sums.terms[line]) sums.lines.push(line);
    sums.terms[line] += 1;
  }
  for (const [section, own] of inSections) sums.sections[section] += own;
  for (const [page, own] of inPages) sums.pages[page] += own;
  if (!small) for (const section of standsIn) typed.set(section, (typed.get(section) ?? 0) + 1);
  return worth;
}

/**
 * @param {Map<number, number>} kept
 * @param {number} at
 * @param {number} value
 */
function keepMost(kept, at, value) {
  if (value > (kept.get(at) ?? 0)) kept.set(at, value);
}

/**
 * How much it counts that a word comes so often, from 0 to 1: BM25, after Robertson and Zaragoza (2009).
 * @param {number} times
 * @param {number} length as a part of what is usual
 * @param {{ soon: number, long: number }} how
 */
function saturated(times, length, { soon, long }) {
  return times / (times + soon * (1 - long + long * Math.min(length, 3)));
}

/**
 * For each section how like the query its likest line is, from 0 to 1 and more: the cosine between them, by the kind of line.
 * @param {Index} index
 * @param {Sums} sums
 * @param {"like" | "here"} how
 */
function likestLines({ kinds, sizes, sectionOf, pageOf }, { likeness, lines }, how) {
  const most = new Float32Array(pageOf.length);
  for (const line of lines) {
    const like = (KINDS[kinds[line]][how] * likeness[line]) / sizes[line];
    if (like > most[sectionOf[line]]) most[sectionOf[line]] = like;
  }
  return most;
}
