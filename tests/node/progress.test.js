/** What a quiz shows next where it shows one question at a time. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { asksForOrder, firstOpen, placeOf, searchFor, viewOf } from "../../hooks/primer/features/quiz/progress.js";

const steps = (...open) => open.map((isOpen, index) => ({ id: `q${index}`, isOpen }));

test("a quiz on its own page shows one question at a time, unless all are asked for", () => {
  assert.equal(viewOf(""), "one");
  assert.equal(viewOf("?exam&view=one"), "one");
  assert.equal(viewOf("?view=ALL "), "all");
  assert.equal(viewOf("?draw=3&view=all"), "all");
  assert.equal(viewOf("?view=class"), "class");
  assert.equal(viewOf("?%&view"), "one");
});

test("an address that asks for a view alone leaves the questions as they stand", () => {
  for (const search of ["", "?", "?view=all", "?view"]) assert.equal(asksForOrder(search), false);
  for (const search of ["?exam", "?view=all&draw=3", "?question=a", "?Shuffle"])
    assert.equal(asksForOrder(search), true);
});

test("the link to the other view keeps every other parameter as it was written", () => {
  assert.equal(searchFor("", "all"), "?view=all");
  assert.equal(searchFor("?question=a,b&exam&seed=x%20y", "all"), "?question=a,b&exam&seed=x%20y&view=all");
  assert.equal(searchFor("?view=all&exam&viewed=1&view", "one"), "?exam&viewed=1");
  assert.equal(searchFor("?view=all", "one"), "?");
});

test("readers begin at the first question without an answer, or go through all again", () => {
  assert.equal(firstOpen(steps(true, true)), 0);
  assert.equal(firstOpen(steps(false, true, false, true)), 1);
  assert.equal(firstOpen(steps(false, false)), 0);
  assert.equal(firstOpen([]), 0);
});

test("a linked question goes before what the tab kept, and what there is not is the start", () => {
  const all = steps(true, true, true);
  assert.equal(placeOf(all, { linked: "q2", kept: "q1" }), 2);
  assert.equal(placeOf(all, { linked: "gone", kept: "q1" }), 1);
  assert.equal(placeOf(all, { kept: "end" }), "end");
  assert.equal(placeOf(all, { kept: "start" }), "start");
  assert.equal(placeOf(all, { kept: "gone" }), "start");
  assert.equal(placeOf(all, {}), "start");
});
