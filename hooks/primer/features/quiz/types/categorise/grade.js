export { gradePicks as grade } from "../../grading.js";
