// Ranks the passages that answer a query.

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-terms.js").Term} Term
 * @typedef {{ page: number, section: number, score: number }} Found
 */

export const P = {
  like: [1, 0.8, 0.8, 1, 0.75, 0.6],
  word: [5, 1, 2, 3, 2, 1],
  small: 0.4, k: 2, b: 0.5, ks: 2, bs: 0.5, page: 1, section: 0.3, line: 1, size: 1, exact: 0,
};
const SHOWN = 10; // pages at most

export function rank(index, terms, linesOf) {
  const { kinds, sizes, sectionOf, pageOf, lengths, usual } = index;
  const count = kinds.length;
  const worthOf = (group, lines) => Math.log(1 + count / lines.length) * (index.small.has(group) ? P.small : 1);
  if (!index.long) {
    index.long = new Float32Array(pageOf.length);
    for (let line = 0; line < count; line += 1) index.long[sectionOf[line]] += (sizes[line] / 6) ** 2 - 0.5;
    index.usualSection = index.long.reduce((a, b) => a + b, 0) / index.long.length;
  }
  const likeness = new Float32Array(count);
  const ofPage = new Float32Array(index.pages.length);
  const ofSection = new Float32Array(pageOf.length);
  let [all, size] = [0, 0];
  for (const { groups, exact } of terms) {
    const most = new Map(), inPage = new Map(), inSection = new Map();
    let worth = 1, exactWorth = 0;
    for (const [group, sure] of groups) {
      const lines = linesOf(group);
      if (!lines.length) continue;
      const own = sure * worthOf(group, lines);
      worth = Math.max(worth, own);
      if (exact.has(group)) exactWorth = Math.max(exactWorth, own);
      const pages = new Map(), sections = new Map();
      for (const line of lines) {
        if (own > (most.get(line) ?? 0)) most.set(line, own);
        const section = sectionOf[line], page = pageOf[section], w = P.word[kinds[line]];
        pages.set(page, (pages.get(page) ?? 0) + w);
        sections.set(section, (sections.get(section) ?? 0) + w);
      }
      for (const [page, times] of pages) inPage.set(page, Math.max(inPage.get(page) ?? 0, sure * times));
      for (const [section, times] of sections) inSection.set(section, Math.max(inSection.get(section) ?? 0, sure * times));
    }
    if (exactWorth) worth = P.exact * exactWorth + (1 - P.exact) * worth;
    all += worth;
    size += worth * worth;
    for (const [line, own] of most) likeness[line] += worth * Math.min(own, worth);
    for (const [page, times] of inPage) ofPage[page] += (worth * times) / (times + P.k * (1 - P.b + P.b * Math.min(lengths[page] / usual, 2)));
    for (const [section, times] of inSection) ofSection[section] += (worth * times) / (times + P.ks * (1 - P.bs + P.bs * Math.min(index.long[section] / index.usualSection, 3)));
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
  for (const [page, first] of index.firsts.entries()) {
    if (!ofPage[page]) continue;
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
