import { gradeOptions, valuesFor } from "../../grading.js";

/**
 * Grades sentences by {parts: [{id, right}]}, of which `right` is empty where a sentence is not to be marked.
 * Each gets a mark, for what was missed and what was rightly left unmarked teach as much as what was marked.
 * @param {{ parts: { id: string, right: string[] }[] }} key
 * @param {import("../../grading.js").Answer} answer
 * @returns {import("../../grading.js").Grade}
 */
export function grade({ parts }, answer) {
  const options = parts.map(({ id }) => id);
  const right = parts.flatMap((part) => part.right);
  const marked = options.filter((id) => valuesFor(answer, id).includes(id));
  const marks = options.map((id) => {
    /** @type {"right" | "wrong"} */
    const mark = marked.includes(id) === right.includes(id) ? "right" : "wrong";
    return { part: id, mark, when: [mark], option: id };
  });
  return { ...gradeOptions({ options, right }, { answer: marked }, "marked_extra"), marks };
}
