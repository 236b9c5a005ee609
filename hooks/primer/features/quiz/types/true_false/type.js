import { optionsType } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType("true-false", optionsType(grade));
