/** Adds up how a quiz went. */

/**
 * A question with what was made of its answer.
 * @typedef {object} Judged
 * @property {string} [state] right, partly, near, wrong or done; none where nothing was judged
 * @property {number | null} [credit] from 0 to 1
 * @property {string | null} [first] what it was at the first try, or `shown` where the answer had been opened before
 * @property {string} [objective]
 * @property {boolean} [isScored]
 * @property {number} [weight] how many questions it counts as; 1 where nothing is said
 */

const PARTLY = ["partly", "near"];

/**
 * Whether an answer was judged, and was not right.
 * @param {Judged} question
 */
export const isWeak = ({ state }) => state === "wrong" || PARTLY.includes(state ?? "");

/**
 * The points of questions, of those that can be scored: each is worth its weight.
 * @param {Judged[]} questions
 * @returns {{score: number, max: number}}
 */
export function scoreOf(questions) {
  const points = weighed(questions, ({ credit }) => credit ?? 0);
  return { score: Math.round(points * 100) / 100, max: weighed(questions, () => 1) };
}

/**
 * Whether the points reach a mark, in per cent.
 * @param {Judged[]} questions
 * @param {number} mark
 */
export function reaches(questions, mark) {
  return weighed(questions, ({ credit }) => 100 * (credit ?? 0)) >= mark * weighed(questions, () => 1) - 1e-9;
}

/**
 * The sum of what questions that can be scored are worth, each by its weight.
 * @param {Judged[]} questions
 * @param {(question: Judged) => number} worth
 */
function weighed(questions, worth) {
  const scored = questions.filter(({ isScored }) => isScored);
  return scored.reduce((sum, question) => sum + (question.weight ?? 1) * worth(question), 0);
}

/**
 * How many were right, partly right, wrong and open, of those that can be scored.
 * @param {Judged[]} questions
 */
export function countsOf(questions) {
  const scored = questions.filter(({ isScored }) => isScored);
  const count = (/** @type {(state: string) => boolean} */ is) =>
    scored.filter(({ state }) => is(state ?? "open")).length;
  return {
    right: count((state) => state === "right"),
    partly: count((state) => PARTLY.includes(state)),
    wrong: count((state) => state === "wrong"),
    open: count((state) => state === "open"),
    total: scored.length,
    first: scored.filter(({ first }) => first === "right").length,
  };
}

/**
 * The name of the sentence that says how it went as a whole.
 * @param {Judged[]} questions
 * @returns {"score_none" | "went_right" | "went_well" | "went_partly" | "went_open"}
 */
export function headlineOf(questions) {
  const { right, total } = countsOf(questions);
  if (!total) return "score_none";
  if (right === total) return "went_right";
  const worth = (/** @type {Judged} */ { state = "" }) => (state === "right" ? 1 : PARTLY.includes(state) ? 0.5 : 0);
  const share = weighed(questions, worth) / weighed(questions, () => 1);
  if (share >= 0.6) return "went_well";
  return share >= 0.3 ? "went_partly" : "went_open";
}

/**
 * How the questions of one objective went.
 * @param {Judged[]} questions
 * @returns {"right" | "partly" | "again" | "open" | null} null where none of them can be scored
 */
export function partOf(questions) {
  const { right, partly, open, total } = countsOf(questions);
  if (!total) return null;
  if (right === total) return "right";
  if (open === total) return "open";
  return right || partly ? "partly" : "again";
}

/**
 * The objectives that were not met as a whole: what is to be read for them helps.
 * @param {Judged[]} questions
 * @returns {Set<string | undefined>}
 */
export function unmet(questions) {
  return new Set(
    questions.filter(({ isScored, state }) => isScored && state !== "right").map(({ objective }) => objective),
  );
}

/**
 * How many questions a quiz asks where its address asks for nothing: of each pool, those that are drawn.
 * @param {(string | undefined)[]} objectives those of its questions
 * @param {Record<string, number>} pools how many are drawn of an objective
 */
export function askedByItself(objectives, pools) {
  const sizeOf = (/** @type {string} */ pool) => objectives.filter((objective) => objective === pool).length;
  return Object.entries(pools).reduce(
    (number, [id, drawn]) => number - Math.max(0, sizeOf(id) - drawn),
    objectives.length,
  );
}

/**
 * The next quiz that was not done yet, or else the first.
 * @param {string[]} ids
 * @param {(id: string) => boolean | undefined} isDone
 * @returns {string | undefined}
 */
export const nextOf = (ids, isDone) => ids.find((id) => !isDone(id)) ?? ids[0];

/**
 * What a question of a list looks like there: how it was judged, or only that it has an answer.
 * @param {{state?: string, isOpen: boolean}} question
 * @returns {string}
 */
export const markOf = ({ state, isOpen }) => state ?? (isOpen ? "open" : "given");
