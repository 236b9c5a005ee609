import { rowsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType("categorise", rowsType(grade));
