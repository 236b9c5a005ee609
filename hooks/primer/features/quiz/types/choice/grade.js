import { gradeOptions } from "../../grading.js";

/**
 * Grades options by {options, right}, and says how many were chosen that do not belong.
 * @param {{ options: string[], right: string[] }} key
 * @param {import("../../grading.js").Answer} answer
 */
export const grade = (key, answer) => gradeOptions(key, answer, "partly_extra");
