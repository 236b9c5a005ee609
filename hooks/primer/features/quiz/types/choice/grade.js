export { gradeOptions as grade } from "../../grading.js";
