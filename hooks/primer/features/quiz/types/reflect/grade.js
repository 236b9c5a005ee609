/** Free words are never scored. */
export const grade = () => ({ credit: null, state: "done", marks: [], say: "reflected", values: {}, explain: true });
