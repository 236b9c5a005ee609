/** What the search's worker answers, in the surroundings of a worker. */

import assert from "node:assert/strict";
import { test } from "node:test";

const TEXTS = [
  { location: "", title: "Boats", text: "" },
  { location: "knots/", title: "Knots", text: "" },
];

let hear, heard, fetching;
const answers = [];
Object.assign(globalThis, {
  location: "https://site.test/base/assets/search.00000000.js",
  addEventListener: (type, listener) => (hear = listener),
  postMessage: (answer) => {
    answers.push(answer);
    heard?.();
  },
  fetch: (address) => {
    assert.equal(String(address), "https://site.test/base/search/texts.json");
    return new Promise((...settle) => (fetching = settle));
  },
});
await import("../../hooks/primer/site/theme/assets/search.js");

/** Sends queries as a worker gets them: between two messages, what waits for nothing else goes on. */
async function send(...queries) {
  for (const data of queries) {
    hear({ data });
    for (let turn = 0; turn < 20; turn += 1) await null;
  }
}

/** Resolves to the number and the first page of each answer, when a query has its answer. */
async function answersUpTo(last) {
  while (answers.at(-1)?.number !== last) await new Promise((resolve) => (heard = resolve));
  return answers.splice(0).map(({ number, pages }) => [number, pages?.[0].location]);
}

test("texts that did not arrive are fetched again with the next query, and only the newest is answered", async () => {
  fetching[1](new Error("no line")); // before somebody has typed
  await new Promise(setImmediate);

  await send({ number: 1, query: "b" }, { number: 2, query: "bo" });
  fetching[1](new Error("no line"));
  assert.deepEqual(await answersUpTo(2), [[2, undefined]]);

  await send({ number: 3, query: "boats" }, { number: 4, query: "k" }, { number: 5, query: "knots" });
  fetching[0]({ json: async () => TEXTS });
  assert.deepEqual(await answersUpTo(5), [[5, "knots/"]]);

  await send({ number: 6, query: "knots" }, { number: 7, query: "boats" });
  assert.deepEqual(await answersUpTo(7), [[7, ""]]);
});
