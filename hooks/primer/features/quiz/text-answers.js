/** Compares what was typed with words that are accepted, or that are mistakes to expect. */

/** Judges by {accepted, mistakes}; a spelling that is nearly right is near. */
export function judgeText({ accepted, mistakes }, given) {
  const right = accepted.map(normalised);
  const text = normalised(given);
  if (right.includes(text)) return { mark: "right", when: ["right"] };
  const mistake = mistakes.map(normalised).indexOf(text);
  if (mistake < 0 && right.some((one) => isNear(one, text, one.length > 8 ? 2 : one.length > 4 ? 1 : 0))) return { mark: "near", when: [] };
  return { mark: "wrong", when: [`mistake-${mistake}`, "wrong"] };
}

/** A text normalised for comparison: without case, accents, white space, punctuation and what is not seen. As in question.py. */
export function normalised(text) {
  const letters = text.replace(APOSTROPHES, "").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(APOSTROPHES, "");
  return letters.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** All that keyboards write for one: straight, curly, grave, acute, prime and modifier letters. */
const APOSTROPHES = /['\u2018\u2019\u201b`\u00b4\u2032\u02b9\u02bb\u02bc]/g;

/** Whether so many letters, put in, left out, replaced or swapped with their neighbour, make one word of the other. */
export function isNear(one, other, letters) {
  if (one === other) return true;
  if (!letters) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const without = (left, right) => isNear(one.slice(same + left), other.slice(same + right), letters - 1);
  const swapped = one[same] === other[same + 1] && one[same + 1] === other[same];
  return without(1, 0) || without(0, 1) || without(1, 1) || (swapped && without(2, 2));
}
