/** Reads what an address asks of a quiz. */

const OFF = ["0", "false", "no", "off"];

/**
 * `objective` and `question` list ids; `draw` is a whole number, `shuffle` lists `questions` and `options`, `seed` is
 * any text, and `exam` is on unless it says no. What makes no sense counts as not asked, and is null.
 * @param {string} search
 */
export function readParameters(search) {
  const given = new URLSearchParams(search);
  /** @param {string} name */
  const listed = (name) =>
    given
      .getAll(name)
      .join(",")
      .split(/[\s,]+/)
      .filter(Boolean);
  return {
    objectives: listed("objective"),
    questions: listed("question"),
    draw: wholeNumber(given.get("draw")),
    shuffles: given.has("shuffle") ? listed("shuffle") : null,
    seed: given.get("seed")?.trim() || null,
    exam: given.has("exam") && !OFF.includes((given.get("exam") ?? "").trim().toLowerCase()),
  };
}

/**
 * The whole number from 1 that a text is, or null.
 * @param {string | null} text
 */
export function wholeNumber(text) {
  return /^\s*0*[1-9]\d*\s*$/.test(text ?? "") ? Number(text) : null;
}
