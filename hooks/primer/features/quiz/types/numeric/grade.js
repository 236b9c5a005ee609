import { gradeParts } from "../../grading.js";
import { judgeNumber } from "./number-answers.js";

export { unread } from "./number-answers.js";

/**
 * Grades a number by {answer, tolerance, mistakes} and what it is read by.
 * @param {{ parts: ({ id: string } & Parameters<typeof judgeNumber>[0])[] }} key
 * @param {import("../../grading.js").Answer} answer
 */
export const grade = (key, answer) => gradeParts(key, answer, judgeNumber);
