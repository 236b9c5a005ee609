import { registerType } from "../../registry.js";
import { options } from "../choice/type.js";

registerType("true-false", options);
