import { gradeParts, judgePick } from "../../grading.js";
import { judgeText } from "../../text-answers.js";

/**
 * Grades gaps, each to type in by {accepted, mistakes} or to pick from by {right}.
 * @param {{ parts: ({ id: string } & ({ accepted: string[], mistakes: string[] } | { right: string[] }))[] }} key
 * @param {import("../../grading.js").Answer} answer
 */
export const grade = (key, answer) =>
  gradeParts(key, answer, (gap, given) => ("accepted" in gap ? judgeText(gap, given) : judgePick(gap, given)));
