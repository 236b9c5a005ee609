/** Types of question arrive when they arrive. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { registerType, typeOf, whenRegistered } from "../../hooks/primer/features/quiz/registry.js";

test("a quiz waits for all of its types, in whichever order they come", async () => {
  let ready = false;
  const waiting = whenRegistered(["one", "two"]).then(() => {
    ready = true;
  });
  registerType("other", {});
  registerType("two", {});
  await Promise.resolve();
  assert.equal(ready, false);
  const one = {};
  registerType("one", one);
  await waiting;
  assert.equal(typeOf({ dataset: { type: "one" } }), one);
});

test("two quizzes that wait for the same type both hear of it, and none waits for what is there", async () => {
  const waiting = [whenRegistered(["late"]), whenRegistered(["late"])];
  registerType("late", {});
  await Promise.all(waiting);
  await whenRegistered(["late"]);
  await whenRegistered([]);
});
