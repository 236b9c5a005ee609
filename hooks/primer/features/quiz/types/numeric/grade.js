import { gradeParts } from "../../grading.js";
import { judgeNumber } from "./number-answers.js";

/** Grades a number by {answer, tolerance, units, mistakes}. */
export const grade = (key, answer) => gradeParts(key, answer, judgeNumber);
