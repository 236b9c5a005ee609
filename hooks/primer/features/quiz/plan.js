/** Decides which questions of a quiz are asked, and in which order. */

/**
 * A question, with the ids of what can be shuffled in it.
 * @typedef {{ id: string, objective?: string, options: string[] }} Planned
 */

/**
 * `sections` holds the questions of each section as {id, objective, options}, where `options` lists the ids of what
 * can be shuffled in a question; `pools` says how many questions of an objective are drawn, `shuffles` what the quiz
 * mixes by itself, and `linked` names a question that is asked in any case. `asked` is what readParameters returns.
 *
 * Returns the `order` of the questions of each section, the ids of those that are `shown`, the order of the `options`
 * of each question by its id, whether `chance` had a say, and what is `missing` of what was asked for. The same seed
 * gives every reader the same, whatever the questions and answers are called.
 * @param {{ sections: Planned[][], pools: Record<string, number>, shuffles: string[], linked?: string }} quiz
 * @param {ReturnType<typeof import("./parameters.js").readParameters>} asked
 * @param {string | number} seed
 */
export function plan({ sections, pools, shuffles, linked }, asked, seed) {
  const all = sections.flat();
  const named = all.filter(({ id, objective }) =>
    asked.questions.length ? asked.questions.includes(id) : asked.objectives.includes(objective ?? ""),
  );
  const chosen = named.length ? named : all;
  const drawn = asked.questions.length ? [] : Object.entries(pools);
  /** @type {[pool: Planned[], number: number][]} */
  const draws = asked.draw
    ? [[chosen, asked.draw]]
    : drawn.map(([objective, number]) => [chosen.filter((question) => question.objective === objective), number]);
  /** @param {Planned[]} questions */
  const ids = (questions) => questions.map(({ id }) => id);
  const left = new Set(draws.flatMap(([pool, number]) => mixed(ids(pool), seed).slice(number)));
  const shown = new Set(
    ids(chosen)
      .filter((id) => !left.has(id))
      .concat(linked ?? []),
  );
  const mixes = asked.shuffles ?? shuffles;
  const order = sections.map((section) => (mixes.includes("questions") ? mixed(ids(section), seed) : ids(section)));
  return {
    order,
    shown: order.flat().filter((id) => shown.has(id)),
    options: new Map(
      all.map(({ id, options }) => [id, mixes.includes("options") ? mixed(options, `${seed} ${id}`) : options]),
    ),
    chance: left.size > 0 || mixes.length > 0,
    missing: [
      ...asked.questions.filter((id) => !all.some((one) => one.id === id)).map((id) => `question=${id}`),
      ...asked.objectives.filter((id) => !all.some((one) => one.objective === id)).map((id) => `objective=${id}`),
      ...((asked.draw ?? 0) > chosen.length ? [`draw=${asked.draw}`] : []),
      ...asked.unread,
    ],
  };
}

/**
 * These ids in the order that the seed gives to them.
 * @param {string[]} ids
 * @param {string | number} seed
 */
export function mixed(ids, seed) {
  const keys = ids.map((id) => ({ id, key: hash(`${seed} ${id}`) }));
  return keys.toSorted((one, other) => one.key - other.key).map(({ id }) => id);
}

/**
 * A number that stands for a text, the same everywhere (FNV-1a, then mixed as MurmurHash3 ends).
 * @param {string} text
 */
function hash(text) {
  let number = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) number = Math.imul(number ^ text.charCodeAt(place), 0x01000193);
  number = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  number = Math.imul(number ^ (number >>> 13), 0xc2b2ae35);
  return number ^ (number >>> 16);
}
