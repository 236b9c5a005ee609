import { partsType, textKey } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType("short-answer", partsType(grade, textKey));
