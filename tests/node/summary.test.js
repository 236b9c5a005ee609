/** How a quiz went, in words. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { countsOf, headlineOf, isWeak, nextOf, partOf, scoreOf, unmet } from "../../hooks/primer/features/quiz/summary.js";

const CREDIT = { right: 1, partly: 0.83, near: 0.5, wrong: 0, done: null };
const judged = (...states) => states.map((state, index) => (
  { state, credit: CREDIT[state], isScored: state !== "done", objective: index % 2 ? "b" : "a" }
));

test("each answer is counted once, and what is never scored is not counted", () => {
  const questions = judged("right", "partly", "near", "wrong", undefined, "done");
  assert.deepEqual(countsOf(questions), { right: 1, partly: 2, wrong: 1, open: 1, total: 5, first: 0 });
  assert.equal(countsOf([{ state: "right", first: "right", isScored: true }]).first, 1);
});

test("a sentence says how it went as a whole, and an ending that harmed somebody is no zero", () => {
  assert.equal(headlineOf([]), "score_none");
  assert.equal(headlineOf(judged("done")), "score_none");
  assert.equal(headlineOf(judged("right", "right", "done")), "went_right");
  assert.equal(headlineOf(judged("right", "right", "wrong")), "went_well");
  assert.equal(headlineOf(judged("right", "wrong", "wrong")), "went_partly");
  assert.equal(headlineOf(judged("wrong", undefined)), "went_open");
});

test("an objective is met where all its questions were right", () => {
  assert.equal(partOf([]), null);
  assert.equal(partOf(judged("done")), null);
  assert.equal(partOf(judged("right", "right")), "right");
  assert.equal(partOf(judged("right", "wrong")), "partly");
  assert.equal(partOf(judged("near", "wrong")), "partly");
  assert.equal(partOf(judged("wrong", undefined)), "again");
  assert.equal(partOf(judged(undefined, undefined)), "open");
});

test("what is to be read is for objectives that were not met", () => {
  assert.deepEqual([...unmet(judged("right", "wrong", "right", "near"))], ["b"]);
  assert.deepEqual([...unmet(judged("right", "right", "done"))], []);
});

test("points add up without a rest of binary fractions", () => {
  assert.deepEqual(scoreOf(judged("right", "partly", "near", "done")), { score: 2.33, max: 3 });
  assert.deepEqual(scoreOf(judged(undefined)), { score: 0, max: 1 });
});

test("what is looked at again was judged, and was not right", () => {
  assert.deepEqual(judged("right", "partly", "near", "wrong", "done", undefined).map(isWeak), [false, true, true, true, false, false]);
});

test("the next quiz is the first that was not done, or the first of all", () => {
  assert.equal(nextOf(["a", "b", "c"], (id) => id === "a"), "b");
  assert.equal(nextOf(["a", "b"], () => true), "a");
  assert.equal(nextOf([], () => false), undefined);
});
