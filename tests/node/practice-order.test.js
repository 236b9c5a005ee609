/** In which order topics are practised, and with which questions. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, sorted, toAsk } from "../../hooks/primer/features/quiz/practice-order.js";

const KEPT = {
  a: { done: true, first: "wrong", last: "right" },
  b: { done: true, first: "right", last: "partly" },
  c: { done: false, first: "shown" },
  d: { done: true, first: "right", last: "right" },
};
const went = (...ids) => sorted(ids, (id) => KEPT[id]);

test("the last try counts, then the first, and what nobody tried is open", () => {
  assert.deepEqual(went("a", "b", "c", "d", "e"), { again: ["b", "c"], open: ["e"], right: ["a", "d"] });
});

test("what went wrong is asked before what was not tried, and all of it where all went right", () => {
  assert.deepEqual(toAsk(went("e", "d", "b")), ["b", "e"]);
  assert.deepEqual(toAsk(went("e", "f")), ["e", "f"]);
  assert.deepEqual(toAsk(went("a", "d")), ["a", "d"]);
});

test("topics come in the order of what went wrong, then begun ones, and the others stay as they are", () => {
  const topics = [went("e"), went("d"), went("b", "c"), went("d", "e"), went("b"), went("e", "f")];
  const first = [went("b", "c"), went("b"), went("d", "e"), went("d")];
  assert.deepEqual(topics.toSorted(compare), [...first, went("e"), went("e", "f")]);
});
