import { gradeParts, judgePick } from "../../grading.js";
import { judgeText } from "../../text-answers.js";

/** Grades gaps, each to type in by {accepted, mistakes} or to pick from by {right}. */
export const grade = (key, answer) => gradeParts(key, answer, (gap, given) => (gap.accepted ? judgeText : judgePick)(gap, given));
