/** How a quiz went, in words. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  askedByItself,
  countsOf,
  headlineOf,
  isWeak,
  markOf,
  nextOf,
  partOf,
  reaches,
  scoreOf,
  unmet,
} from "../../hooks/primer/features/quiz/summary.js";

const CREDIT = { right: 1, partly: 0.83, near: 0.5, wrong: 0, done: null };
const judged = (...states) =>
  states.map((state, index) => ({
    state,
    credit: CREDIT[state],
    isScored: state !== "done",
    objective: index % 2 ? "b" : "a",
  }));

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

test("a question is worth its weight in points, for the mark and in the sentence, and is still counted once", () => {
  const heavy = (states) => judged(...states).map((question, index) => ({ ...question, weight: index ? 1 : 3 }));
  assert.deepEqual(scoreOf(heavy(["right", "wrong", "done"])), { score: 3, max: 4 });
  assert.deepEqual(scoreOf(heavy(["near", "right"])), { score: 2.5, max: 4 });
  assert.deepEqual(scoreOf(heavy(["done", "right"])), { score: 1, max: 1 });
  assert.deepEqual(countsOf(heavy(["right", "wrong"])), { right: 1, partly: 0, wrong: 1, open: 0, total: 2, first: 0 });
  assert.ok(reaches(heavy(["right", "wrong"]), 75) && !reaches(heavy(["right", "wrong"]), 76));
  assert.ok(reaches(judged("partly", "partly", "partly"), 83));
  assert.equal(headlineOf(heavy(["right", "wrong", "wrong"])), "went_well");
  assert.equal(headlineOf(heavy(["wrong", "right", "wrong"])), "went_open");
});

test("a law: no answer is worth less than nothing, and no weight changes whether all was right", () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const states = Array.from(
      { length: 1 + (turn % 5) },
      (_, index) => ["right", "partly", "near", "wrong", undefined][(turn * 7 + index * 3) % 5],
    );
    const questions = judged(...states).map((question, index) => ({ ...question, weight: 1 + ((turn + index) % 4) }));
    const { score, max } = scoreOf(questions);
    assert.ok(score >= 0 && score <= max);
    assert.equal(
      score === max,
      states.every((state) => state === "right"),
    );
  }
});

test("what is looked at again was judged, and was not right", () => {
  assert.deepEqual(judged("right", "partly", "near", "wrong", "done", undefined).map(isWeak), [
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("the next quiz is the first that was not done, or the first of all", () => {
  assert.equal(
    nextOf(["a", "b", "c"], (id) => id === "a"),
    "b",
  );
  assert.equal(
    nextOf(["a", "b"], () => true),
    "a",
  );
  assert.equal(
    nextOf([], () => false),
    undefined,
  );
});

test("a list says how a question went, or that it has an answer", () => {
  assert.equal(markOf({ state: "partly", isOpen: false }), "partly");
  assert.equal(markOf({ isOpen: false }), "given");
  assert.equal(markOf({ isOpen: true }), "open");
});

test("a quiz asks all its questions by itself, and of a pool as many as are drawn", () => {
  const objectives = ["a", "a", "a", "b", "b", undefined];
  assert.equal(askedByItself(objectives, {}), 6);
  assert.equal(askedByItself(objectives, { a: 1 }), 4);
  assert.equal(askedByItself(objectives, { a: 1, b: 2 }), 4);
  assert.equal(askedByItself(objectives, { a: 9, b: 1 }), 5);
});
