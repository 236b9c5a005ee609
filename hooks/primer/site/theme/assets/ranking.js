// Ranks the pages that answer what somebody typed, in the words of worried people.

// Words

// Words that say little about what is asked.
const SMALL = (
  "a about after again all always am an and any are as at be because been before being but by can cant could did didnt do " +
  "does doesnt dont everything for from get gets go goes got had has have he her hers herself him himself his how i if im " +
  "in into is isnt it its ive just keep keeps let made make makes me mine my never no not of off on one only or our " +
  "out over really she should so some someone something still than that the their them then there these they thing this " +
  "those through to too up us very was we were what when where which while who whole whose why will with wont would you your"
).split(" ");

// Words that people use for the same thing, or nearly, and forms that no rule brings together.
const ALIKE = [
  "therapist counsellor psychologist psychotherapist shrink",
  "mum mom mother dad father parent",
  "husband wife spouse partner boyfriend girlfriend",
  "couple marriage married",
  "teenager teen child kid son daughter",
  "holiday vacation leave",
  "stop quit end leave finish",
  "ditch dump fire ghost stop",
  "match fit",
  "gift present",
  "boundary limit",
  "text message email",
  "website site",
  "phone call ring",
  "suicide suicidal overdose",
  "upset hurt angry",
  "scared afraid frightened",
  "shout yell scream",
  "toxic abusive abuse manipulate gaslight controlling",
  "sex sexual",
  "affair romantic romance",
  "trauma traumatised ptsd",
  "zoom video skype",
  "chatgpt chatbot bot ai",
  "licence register registered licensed",
  "religion religious faith christian muslim jewish hindu god church",
  "gay lesbian queer bisexual lgbt trans transgender",
  "race racist racism black asian white",
  "notes records file",
  "lie lied lying",
  "say said",
  "tell told",
  "feel felt feelings",
  "leave left",
  "break broke broken",
  "think thought",
];

/** @param {string} text */
function wordsOf(text) {
  const letters = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
  return letters.match(/[\p{L}\p{N}]+/gu) || [];
}

/**
 * Brings together the forms of a word and its spellings: cancelled and canceling, traumatised and traumatize.
 * @param {string} word
 */
function stem(word) {
  if (word.length < 4) return word;
  return word
    .replace("our", "or")
    .replace(/(.{3})(?:ations?|ating|ated|ate)$/, "$1")
    .replace(/(.{3})(?:ively|ives?|ly|ity|ness)$/, "$1")
    .replace(/(.{3})(?:ies|y)$/, "$1i")
    .replace(/(.{3})(?:ings?|ed|es)$/, "$1")
    .replace(/([^su])s$/, "$1")
    .replace(/(.{3})(?:i?al|e)$/, "$1")
    .replace(/(.)\1/g, "$1")
    .replace(/iz$/, "is")
    .replace(/nc$/, "ns");
}

/**
 * Whether a slip of the finger lies between two words: a letter more, less or other, or two that changed places.
 * @param {string} one
 * @param {string} other
 */
function isSlip(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1);
}

// Pages

/**
 * A page or a section, as the site's texts have it.
 * @typedef {{ location: string, title: string, text: string, description?: string, asked?: string[], boost?: number }} Doc
 *
 * @typedef {keyof typeof KINDS} Kind
 * @typedef {{ doc: Doc, html: string, kind: Kind, stems: Set<string>, size: number }} Passage
 * @typedef {{ doc: Doc, passages: Passage[], words: Map<string, number>, length: number }} Page
 *
 * What a word of a query may stand for.
 * @typedef {{ sure: Map<string, number>, small: boolean, worth: number }} Term
 *
 * What is found, in pieces of which every second one is to be marked.
 * @typedef {{ location: string, title: string[], text?: string[] }} Found
 * @typedef {Found & { passage?: Found }} Result
 */

// What a page says, in passages: a sentence of its title, a heading, a paragraph, an item of a list. ``like`` is how
// much it counts that a passage is like the query; ``word`` how much a word counts, wherever it stands.
const KINDS = {
  title: { like: 1, word: 5 },
  above: { like: 0.8, word: 1 }, // with the title of the page above
  about: { like: 0.8, word: 2 },
  asked: { like: 1, word: 3 },
  heading: { like: 0.75, word: 2 },
  text: { like: 0.6, word: 1 },
};

/**
 * The text of what publish/sections.py keeps as HTML.
 * @param {string} html
 */
function plain(html) {
  const text = html.replace(/<[^>]+>/g, "");
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").trim();
}

/** @param {string} html */
function withoutCitations(html) {
  return html.replace(/<sup>.*?<\/sup>/g, "");
}

/** @param {Doc[]} docs */
function pagesOf(docs) {
  const titles = new Set(docs.filter(({ location }) => !location.includes("#")).map(({ title }) => title));
  /** @type {Map<string, Page>} */
  const pages = new Map();
  for (const doc of docs) {
    const [address, anchor = ""] = doc.location.split("#");
    /** @type {Page} */
    const page = (anchor && pages.get(address)) || { doc, passages: [], words: new Map(), length: 0 };
    /** @type {(html: string, kind: Kind) => void} */
    const add = (html, kind) => {
      const stems = new Set(wordsOf(plain(html)).map(stem));
      if (stems.size) page.passages.push({ doc, html, kind, stems, size: 0 });
    };
    if (!anchor) {
      pages.set(address, page);
      for (const sentence of doc.title.match(/[^?.:]+[?.:]*/g) || []) add(sentence, "title");
      const above = pages.get(address.replace(/[^/]+\/$/, ""));
      if (above && address) add(above.doc.title + " " + doc.title, "above");
      add(doc.description || "", "about");
    } else add(doc.title, "heading");
    for (const question of doc.asked || []) add(question, "asked");
    for (const block of withoutCitations(doc.text).split(/<\/?(?:p|li|ul|ol|pre)>/))
      if (!titles.has(plain(block))) add(block, "text"); // a title alone is a link to that page
  }
  return [...pages.values()];
}

// Finding

const FEWEST_LETTERS = 4; // of a word that may have a slip
const PAGES = 12; // shown at most

/**
 * Returns a function that finds pages among the texts of a site: for each page that answers a query, the best first,
 * its `location` and `title`, and either its `text` or the `passage` of it that is most like the query, which has all
 * three. Titles and texts are lists of strings, of which every second one is to be marked.
 * @param {Doc[]} docs
 */
export function finder(docs) {
  const pages = pagesOf(docs);
  const passages = pages.flatMap((page) => page.passages);
  const holding = new Map(); // in how many passages a stem stands
  for (const { stems } of passages) for (const one of stems) holding.set(one, (holding.get(one) || 0) + 1);

  const small = new Set(SMALL.map(stem));
  /** @param {string} one */
  const worth = (one) => Math.log(1 + passages.length / (holding.get(one) || 1)) * (small.has(one) ? 0.4 : 1);
  // The more a passage says, the more of it has to be like the query; one of a word or two is not like everything.
  for (const passage of passages) passage.size = Math.hypot(6, ...[...passage.stems].map(worth));
  for (const page of pages) {
    for (const { stems, kind } of page.passages)
      for (const one of stems) page.words.set(one, (page.words.get(one) || 0) + KINDS[kind].word);
    page.length = page.passages.reduce((sum, { stems }) => sum + stems.size, 0);
  }
  const usual = pages.reduce((sum, { length }) => sum + length, 0) / pages.length;

  /** @type {Map<string, string[]>} */
  const alike = new Map();
  for (const group of ALIKE.map((line) => line.split(" ").map(stem)))
    for (const one of group) alike.set(one, [...(alike.get(one) || []), ...group]);

  /**
   * What a word may stand for, how surely, and what it is worth. The last one may not be finished.
   * @param {string} word
   * @param {boolean} last
   * @returns {Term}
   */
  function meant(word, last) {
    const own = stem(word);
    /** @type {Map<string, number>} */
    const sure = new Map();
    /** @type {(one: string, much: number) => void} */
    const add = (one, much) => {
      if (holding.has(one) && !((sure.get(one) ?? 0) >= much)) sure.set(one, much);
    };
    add(own, 1);
    for (const other of alike.get(own) || []) add(other, 0.7);
    if (last && word.length > 1) for (const one of holding.keys()) if (one.startsWith(word)) add(one, 0.6);
    if (!sure.size && own.length >= FEWEST_LETTERS)
      for (const one of holding.keys()) if (isSlip(own, one)) add(one, 0.7);
    return { sure, small: small.has(own), worth: Math.max(1, ...[...sure].map(([one, much]) => much * worth(one))) };
  }

  return (/** @type {string} */ query) => {
    const words = wordsOf(query);
    const terms = words.map((word, place) => meant(word, place === words.length - 1));
    const all = terms.reduce((sum, term) => sum + term.worth, 0);
    const size = Math.hypot(...terms.map((term) => term.worth));

    // How much of the query a page speaks of, from 0 to 1: BM25, after Robertson and Zaragoza (2009).
    /** @param {Page} page */
    const speaksOf = (page) => {
      let sum = 0;
      for (const { sure, worth } of terms) {
        const often = Math.max(0, ...[...sure].map(([one, much]) => much * (page.words.get(one) || 0)));
        sum += (worth * often) / (often + 2 * (0.5 + 0.5 * Math.min(page.length / usual, 2)));
      }
      return sum / all;
    };
    // How like the query a passage is, from 0 to 1: the cosine between them.
    /** @param {Passage} passage */
    const likeness = (passage) => {
      let sum = 0;
      for (const { sure, worth: wanted } of terms) {
        let most = 0;
        for (const [one, much] of sure) if (passage.stems.has(one)) most = Math.max(most, much * worth(one));
        sum += wanted * most;
      }
      return (KINDS[passage.kind].like * sum) / (size * passage.size);
    };

    const found = pages
      .flatMap((page) => {
        let like = 0;
        /** @type {Passage | undefined} */
        let best;
        for (const passage of page.passages) {
          const one = likeness(passage);
          if (one > like) [like, best] = [one, passage];
        }
        return best ? [{ page, best, score: (speaksOf(page) + like) * (page.doc.boost ?? 1) }] : [];
      })
      .sort((one, other) => other.score - one.score);
    const shown = found.filter(({ score }) => score > found[0].score / 3).slice(0, PAGES);
    return shown.map((one) => resultOf(one, terms));
  };
}

/**
 * A page with what it is about, or with the passage of it that is most like the query.
 * @param {{ page: Page, best: Passage }} found
 * @param {Term[]} terms
 * @returns {Result}
 */
function resultOf({ page, best }, terms) {
  /** @param {string} word */
  const sought = (word) => terms.some(({ sure, small }) => !small && sure.has(stem(word)));
  /** @param {string} html */
  const marked = (html) => {
    const parts = [""];
    for (const piece of plain(html).match(/[\p{L}\p{N}'’]+|[^\p{L}\p{N}'’]+/gu) || []) {
      if (wordsOf(piece).some(sought) === (parts.length % 2 === 0)) parts[parts.length - 1] += piece;
      else parts.push(piece);
    }
    return parts;
  };
  /** @param {Doc} doc */
  const heading = ({ location, title }) => ({ location, title: marked(title) });
  /** @param {Doc} doc */
  const whole = ({ description, text }) =>
    marked(description || withoutCitations(text.match(/^<p>.*?<\/p>/s)?.[0] ?? ""));

  if (best.doc === page.doc) return { ...heading(page.doc), text: whole(page.doc) };
  const text = best.kind === "text" ? marked(best.html) : whole(best.doc);
  return { ...heading(page.doc), passage: { ...heading(best.doc), text } };
}
