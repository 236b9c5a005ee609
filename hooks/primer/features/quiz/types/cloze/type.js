import { lateType, rightPicks, textKey } from "../../parts.js";
import { registerType } from "../../registry.js";

registerType(
  "cloze",
  lateType(
    () => import("./grade.js"),
    (gap) => (gap.dataset.accepted ? textKey(gap) : rightPicks(gap)),
  ),
);
