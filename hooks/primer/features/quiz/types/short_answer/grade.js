import { gradeParts } from "../../grading.js";
import { judgeText } from "../../text-answers.js";

/** Grades a word or two by {accepted, mistakes}. */
export const grade = (key, answer) => gradeParts(key, answer, judgeText);
