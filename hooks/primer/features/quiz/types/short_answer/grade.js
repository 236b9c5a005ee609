import { gradeParts } from "../../grading.js";
import { judgeText } from "../../text-answers.js";

/**
 * Grades a word or two by {accepted, mistakes}.
 * @param {{ parts: { id: string, accepted: string[], mistakes: string[] }[] }} key
 * @param {import("../../grading.js").Answer} answer
 */
export const grade = (key, answer) => gradeParts(key, answer, judgeText);
