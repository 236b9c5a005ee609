import { lateType, textKey } from "../../parts.js";
import { registerType } from "../../registry.js";

registerType(
  "short-answer",
  lateType(() => import("./grade.js"), textKey),
);
