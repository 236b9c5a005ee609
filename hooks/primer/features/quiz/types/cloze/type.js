import { partsType, rightPicks, textKey } from "../../parts.js";
import { registerType } from "../../registry.js";
import { grade } from "./grade.js";

registerType(
  "cloze",
  partsType(grade, (gap) => (gap.dataset.accepted ? textKey(gap) : rightPicks(gap))),
);
