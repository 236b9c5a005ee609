/** Reads what an address asks of a quiz. */

import { wholeNumber } from "./whole-number.js";

const OFF = ["0", "false", "no", "none", "off"];

const SHUFFLES = ["questions", "options"];
const NAMES = ["objective", "question", "draw", "shuffle", "seed", "exam"];

/**
 * `objective` and `question` list ids; `draw` is a whole number, `shuffle` lists `questions` and `options`, `seed` is
 * any text, and `exam` is on unless it says no. Capitals do not matter, nor do digits of full width; of what is written
 * twice, the first counts. What makes no sense counts as not asked, and `unread` lists it.
 * @param {string} search
 */
export function readParameters(search) {
  /** @type {Map<string, string>} */
  const given = new Map();
  /** @type {string[]} */
  const unread = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const known = name.toLowerCase();
    if (!given.has(known)) given.set(known, value.trim());
    else if (NAMES.includes(known)) unread.push(`${name}=${value}`);
  }
  /** @param {string} name */
  const plain = (name) => (given.get(name) ?? "").normalize("NFKC").toLowerCase();
  /** @param {string} name */
  const listed = (name) =>
    plain(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  const shuffles = listed("shuffle").filter((one) => !OFF.includes(one));
  const draw = wholeNumber(plain("draw"));
  if (!draw && plain("draw")) unread.push(`draw=${plain("draw")}`);
  unread.push(...shuffles.filter((one) => !SHUFFLES.includes(one)).map((one) => `shuffle=${one}`));
  return {
    objectives: listed("objective"),
    questions: listed("question"),
    draw,
    shuffles: given.has("shuffle") ? shuffles : null,
    seed: given.get("seed") || null,
    exam: given.has("exam") && !OFF.includes(plain("exam")),
    unread,
  };
}
