/** Judges answers of one part or several, each by itself. */

const WORTH = { right: 1, near: 0.5, wrong: 0 };

/** How good an answer is that is worth so much. */
export const stateOf = (credit) => (credit === 1 ? "right" : credit ? "partly" : "wrong");

/** What an answer holds for a part, as texts; nothing where it holds none, or something damaged. */
export function valuesFor(answer, part) {
  const values = answer && Object.hasOwn(answer, part) ? [answer[part]].flat() : [];
  return values.map((value) => String(value ?? "").trim()).filter(Boolean);
}

/** Grades parts that are worth the same; `judge(part, given)` says {mark, when}, and `say` where it has more to say. */
export function gradeParts({ parts }, answer, judge) {
  const marks = parts.flatMap((part) => (
    valuesFor(answer, part.id).slice(0, 1).map((given) => ({ part: part.id, ...judge(part, given) }))
  ));
  const total = parts.length;
  const credit = marks.reduce((sum, { mark }) => sum + WORTH[mark], 0) / total;
  const found = marks.filter(({ mark }) => mark === "right").length;
  const state = total === 1 && marks.length ? marks[0].mark : stateOf(credit);
  return { credit, state, marks, say: marks[0]?.say ?? state, values: { found, total }, explain: false };
}

/** Judges what was picked by the ids of what is `right`. */
export function judgePick({ right }, given) {
  const mark = right.includes(given) ? "right" : "wrong";
  return { mark, when: [given, mark] };
}

/** Grades {parts: [{id, right}]}, of each of which one thing is picked. */
export const gradePicks = (key, answer) => gradeParts(key, answer, judgePick);

/**
 * Grades options by {options, right}: right ones chosen, less wrong ones, of all right ones. `sayMixed` names what is
 * said where so many wrong ones were chosen beside right ones.
 */
export function gradeOptions({ options, right }, answer, sayMixed = () => "partly") {
  const chosen = options.filter((id) => valuesFor(answer, "answer").includes(id));
  const isRight = (id) => right.includes(id);
  const total = right.length;
  const found = chosen.filter(isRight).length;
  const extra = chosen.length - found;
  const credit = Math.max(0, found - extra) / total;
  const state = stateOf(credit || Math.min(found, 0.5));
  const say = found && extra ? sayMixed(extra) : state;
  const marks = chosen.map((option) => ({ part: "answer", mark: isRight(option) ? "right" : "wrong", when: [option], option }));
  return { credit, state, marks, say, values: { found, total, extra }, explain: false };
}
