// Ranks the passages that answer a query.

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-terms.js").Term} Term
 * @typedef {{ page: number, section: number, score: number }} Found
 */

// What lines are, in the order of publish/search/lines.py. `like` is how much it counts that a line is like the query;
// `word` how much a word counts, wherever it stands.
export const KINDS = [
  { like: 1, word: 5 }, // a sentence of a title
  { like: 0.8, word: 1 }, // a title behind that of the page above
  { like: 0.8, word: 2 }, // what a page says that it is about
  { like: 1, word: 3 }, // a question in other words
  { like: 0.75, word: 2 }, // a heading
  { like: 0.6, word: 1 }, // a paragraph, an item of a list
];
const OF_SMALL = 0.4; // how much a word counts that says little
const SHOWN = 10; // pages at most

/**
 * The passage of each page that answers best, the best page first.
 * @param {Index} index
 * @param {Term[]} terms
 * @param {(group: number) => number[]} linesOf the lines in which the words of a group stand
 * @returns {Found[]}
 */
export function rank(index, terms, linesOf) {
  const count = index.kinds.length;
  /** @type {(group: number, lines: number[]) => number} */
  const worthOf = (group, lines) => Math.log(1 + count / lines.length) * (index.small.has(group) ? OF_SMALL : 1);

  const likeness = new Float32Array(count); // of each line
  const speaks = new Float32Array(index.pages.length); // how much of the query a page speaks of
  let [all, size] = [0, 0];
  for (const { groups } of terms) {
    const most = new Map(); // for each line, how much of the term it has
    const often = new Map(); // for each page
    let worth = 1;
    for (const [group, sure] of groups) {
      const lines = linesOf(group);
      if (!lines.length) continue;
      const own = sure * worthOf(group, lines);
      worth = Math.max(worth, own);
      const inPages = new Map();
      for (const line of lines) {
        if (own > (most.get(line) ?? 0)) most.set(line, own);
        const page = index.pageOf[line];
        inPages.set(page, (inPages.get(page) ?? 0) + KINDS[index.kinds[line]].word);
      }
      for (const [page, times] of inPages) often.set(page, Math.max(often.get(page) ?? 0, sure * times));
    }
    all += worth;
    size += worth * worth;
    for (const [line, own] of most) likeness[line] += worth * own;
    // BM25, after Robertson and Zaragoza (2009).
    for (const [page, times] of often) {
      const long = 0.5 + 0.5 * Math.min(index.lengths[page] / index.usual, 2);
      speaks[page] += (worth * times) / (times + 2 * long);
    }
  }
  size = Math.sqrt(size);

  const best = new Int32Array(index.pages.length).fill(-1);
  for (let line = 0; line < count; line += 1) {
    if (!likeness[line]) continue;
    likeness[line] *= KINDS[index.kinds[line]].like / (size * index.sizes[line]);
    const page = index.pageOf[line];
    if (best[page] < 0 || likeness[line] > likeness[best[page]]) best[page] = line;
  }
  /** @type {Found[]} */
  const found = [];
  for (const [page, line] of best.entries()) {
    if (line < 0) continue;
    const score = (speaks[page] / all + likeness[line]) * index.boosts[page];
    found.push({ page, section: index.sectionOf[line], score });
  }
  found.sort((one, other) => other.score - one.score);
  return found.filter(({ score }) => score > found[0].score / 3).slice(0, SHOWN);
}
