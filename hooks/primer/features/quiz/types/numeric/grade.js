import { gradeParts } from "../../grading.js";
import { judgeNumber } from "./number-answers.js";

/**
 * Grades a number by {answer, tolerance, units, mistakes}.
 * @param {{ parts: { id: string, answer: number, tolerance: number, units: string[], mistakes: number[] }[] }} key
 * @param {import("../../grading.js").Answer} answer
 */
export const grade = (key, answer) => gradeParts(key, answer, judgeNumber);
