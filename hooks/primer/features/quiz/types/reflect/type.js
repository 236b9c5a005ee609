import { partsType, rightPicks } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType("reflect", { ...partsType(grade, rightPicks), private: true });
