/** Which keys lead a class through a quiz. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { askedBy } from "../../hooks/primer/features/quiz/class-view.js";

test("a clicker goes on and back wherever the focus is", () => {
  for (const isOnControl of [true, false]) {
    assert.equal(askedBy({ key: "PageDown" }, isOnControl), "on");
    assert.equal(askedBy({ key: "PageUp" }, isOnControl), "back");
  }
});

test("other keys are the control's own where one has the focus", () => {
  for (const key of ["ArrowRight", "ArrowDown", " ", "Enter", "ArrowLeft", "ArrowUp"]) {
    assert.ok(askedBy({ key }, false), key);
    assert.equal(askedBy({ key }, true), undefined, key);
  }
});

test("a key with another one is the browser's", () => {
  for (const held of ["altKey", "ctrlKey", "metaKey"])
    assert.equal(askedBy({ key: "ArrowLeft", [held]: true }, false), undefined);
  assert.equal(askedBy({ key: "x" }, false), undefined);
});

test("the arrow that points on is the left one where text runs to the left", () => {
  assert.deepEqual(
    ["ArrowLeft", "ArrowRight", "ArrowDown", "PageUp"].map((key) => askedBy({ key }, false, true)),
    ["on", "back", "on", "back"],
  );
});
