export { grade } from "../choice/grade.js";
