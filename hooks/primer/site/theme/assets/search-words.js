// Divides what somebody types into words, and tells how far apart two words are.

/**
 * The words of a text in small letters, without accents and apostrophes, as publish/search/words.py has them.
 * Marks of Indian scripts are letters, and each sign of Chinese and Japanese is a word.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const letters = text.normalize("NFKD").replace(ACCENTS, "").normalize("NFC").toLowerCase();
  return letters.match(WORDS) || [];
}

const ALONE = "\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
const ACCENTS = /[^\P{M}\u0900-\u1ccf\ua800-\uabff]|['\u2019\u0640]/gu;
const WORDS = new RegExp(`[${ALONE}]|(?:(?![${ALONE}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** @type {Map<string, string>} the keys around each key */
const AROUND = new Map();
for (const [row, keys] of KEYBOARD.entries())
  for (const [column, key] of [...keys].entries()) {
    const near = [row - 1, row, row + 1].map((other) =>
      (KEYBOARD[other] ?? "").slice(Math.max(0, column - 1), column + 2),
    );
    AROUND.set(key, near.join(""));
  }

/**
 * What it costs to type one letter for another: the key beside it is soon hit, and vowels sound alike.
 * @param {string} one
 * @param {string} other
 */
function exchange(one, other) {
  if (AROUND.get(one)?.includes(other)) return 0.7;
  return "aeiouy".includes(one) && "aeiouy".includes(other) ? 0.7 : 1;
}

const LONGEST = 64; // letters of a word that may have a slip
const ROWS = [0, 1, 2].map(() => new Float32Array(LONGEST)); // a query compares thousands of words

/**
 * How many slips of the finger lie between two words: letters more, fewer, others or in another order. A letter that is
 * doubled or not counts half. What is more than `most` is Infinity.
 *
 * It is the distance of Damerau and Levenshtein, as far as no letter is touched twice.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function slips(one, other, most) {
  const width = other.length + 1;
  if (Math.abs(one.length - other.length) > most * 2 || width > LONGEST) return Infinity;
  let [twoBefore, before, row] = ROWS;
  row[0] = 0;
  for (let at = 1; at < width; at += 1) row[at] = row[at - 1] + (other[at - 1] === other[at - 2] ? 0.5 : 1);
  for (let down = 1; down <= one.length; down += 1) {
    [twoBefore, before, row] = [before, row, twoBefore];
    const letter = one[down - 1];
    const dropped = letter === one[down - 2] ? 0.5 : 1;
    row[0] = before[0] + dropped;
    let least = row[0];
    for (let at = 1; at < width; at += 1) {
      const wanted = other[at - 1];
      let cost = before[at - 1] + (letter === wanted ? 0 : exchange(letter, wanted));
      cost = Math.min(cost, before[at] + dropped, row[at - 1] + (wanted === other[at - 2] ? 0.5 : 1));
      if (down > 1 && at > 1 && letter === other[at - 2] && one[down - 2] === wanted)
        cost = Math.min(cost, twoBefore[at - 2] + 0.7);
      row[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
  }
  const found = row[width - 1];
  return found > most ? Infinity : found;
}
