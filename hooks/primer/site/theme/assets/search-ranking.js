// Ranks the passages that answer a query.

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-terms.js").Term} Term
 * @typedef {{ page: number, section: number, score: number }} Found
 */

export const P = {
  like: [1, 1, 0.6, 1, 0.9, 0.6],
  word: [5, 1, 2, 3, 2, 1],
  small: 0.5, k: 1.3, b: 0.5, ks: 1.3, bs: 0.5, page: 1, section: 0.3, line: 1, size: 1, exact: 0,
};
const SHOWN = 10; // pages at most

class Sums {
  constructor(length) {
    this.values = new Float32Array(length);
    this.touched = [];
  }
  most(at, value) {
    const was = this.values[at];
    if (value > was) { if (!was) this.touched.push(at); this.values[at] = value; }
  }
  add(at, value) {
    if (!this.values[at]) this.touched.push(at);
    this.values[at] += value;
  }
  drain(use) {
    for (const at of this.touched) { use(at, this.values[at]); this.values[at] = 0; }
    this.touched.length = 0;
  }
}

export function rank(index, terms, linesOf) {
  const { kinds, sizes, sectionOf, pageOf, lengths, usual, headingsOnly } = index;
  const count = kinds.length;
  const worthOf = (group, lines) => Math.log(1 + count / lines.length) * (index.small.has(group) ? P.small : 1);
  if (!index.long) {
    index.long = new Float32Array(pageOf.length);
    for (let line = 0; line < count; line += 1) index.long[sectionOf[line]] += (sizes[line] / 6) ** 2 - 0.5;
    index.usualSection = index.long.reduce((a, b) => a + b, 0) / index.long.length;
    index.scratch = [new Sums(count), new Sums(index.pages.length), new Sums(pageOf.length), new Sums(index.pages.length), new Sums(pageOf.length)];
  }
  const [most, onPage, inSection, inPage, ofSec] = index.scratch;
  const likeness = new Float32Array(count);
  const ofPage = new Float32Array(index.pages.length);
  const ofSection = new Float32Array(pageOf.length);
  const covered = new Map([...headingsOnly].map((page) => [page, 0]));
  let [all, size, needed] = [0, 0, 0];
  for (const { groups, exact, small } of terms) {
    let worth = 1, exactWorth = 0;
    const cover = new Set();
    for (const [group, sure] of groups) {
      const lines = linesOf(group);
      if (!lines.length) continue;
      const own = sure * worthOf(group, lines);
      worth = Math.max(worth, own);
      const isExact = exact.has(group);
      if (isExact) exactWorth = Math.max(exactWorth, own);
      for (const line of lines) {
        most.most(line, own);
        const section = sectionOf[line], page = pageOf[section], w = P.word[kinds[line]];
        onPage.add(page, w);
        inSection.add(section, w);
        if (isExact && headingsOnly.has(page)) cover.add(page);
      }
      onPage.drain((page, times) => inPage.most(page, own * times / (times + P.k * (1 - P.b + P.b * Math.min(lengths[page] / usual, 2)))));
      inSection.drain((section, times) => ofSec.most(section, own * times / (times + P.ks * (1 - P.bs + P.bs * Math.min(index.long[section] / index.usualSection, 3)))));
    }
    if (!small) { needed += 1; for (const page of cover) covered.set(page, covered.get(page) + 1); }
    if (exactWorth) worth = P.exact * exactWorth + (1 - P.exact) * worth;
    all += worth;
    size += worth * worth;
    most.drain((line, own) => { likeness[line] += worth * Math.min(own, worth); });
    inPage.drain((page, part) => { ofPage[page] += part; });
    ofSec.drain((section, part) => { ofSection[section] += part; });
  }
  size = Math.sqrt(size);
  const best = new Float32Array(pageOf.length);
  for (let line = 0; line < count; line += 1) {
    if (!likeness[line]) continue;
    const like = likeness[line] * P.like[kinds[line]] / (size * sizes[line] ** P.size);
    const section = sectionOf[line];
    if (like > best[section]) best[section] = like;
  }
  const found = [];
  for (let page = 0; page < index.pages.length; page += 1) {
    const first = index.firsts[page];
    if (!ofPage[page] || (headingsOnly.has(page) && (!needed || covered.get(page) < needed))) continue;
    let [top, at] = [0, first];
    for (let section = first; section < index.firsts[page + 1]; section += 1) {
      const score = P.line * best[section] + P.section * ofSection[section] / all;
      if (score > top) [top, at] = [score, section];
    }
    const score = (P.page * ofPage[page] / all + top) * index.boosts[page];
    found.push({ page, section: at - first, score });
  }
  found.sort((one, other) => other.score - one.score);
  return found.filter(({ score }) => score > found[0].score / 3).slice(0, SHOWN);
}
