/** How what somebody types is divided into words, and how far apart two words are. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { slips, wordsOf } from "../../hooks/primer/site/theme/assets/search-words.js";

const written = JSON.parse(readFileSync(new URL("search-words.json", import.meta.url), "utf-8"));

for (const [text, words] of written)
  test(`the words of ${text} are those that the build finds`, () => assert.deepEqual(wordsOf(text), words));

for (const [one, other, cost] of [
  ["trust", "trust", 0],
  ["trust", "trst", 1], // a letter fewer
  ["trust", "trusnt", 1],
  ["trust", "tryst", 0.7], // a key beside it
  ["trust", "tzust", 1],
  ["therapist", "tehrapist", 0.7], // two that changed places
  ["cancelled", "canceled", 0.5], // a letter that is doubled or not
  ["canceled", "cancelled", 0.5],
  ["independent", "independant", 0.7], // vowels that sound alike
])
  test(`from ${one} to ${other} it is ${cost}`, () => {
    assert.ok(Math.abs(slips(one, other, 2) - cost) < 1e-6, String(slips(one, other, 2)));
    assert.ok(Math.abs(slips(other, one, 2) - cost) < 1e-6, String(slips(other, one, 2)));
  });

test("what is too far apart is endless", () => {
  assert.equal(slips("trust", "boat", 2), Infinity);
  assert.equal(slips("trust", "trustworthiness", 2), Infinity);
  assert.equal(slips("", "abc", 2), Infinity);
});
