/**
 * Free words are never scored.
 * @returns {import("../../grading.js").Grade}
 */
export const grade = () => ({ credit: null, state: "done", marks: [], say: "reflected", values: {}, explain: true });
