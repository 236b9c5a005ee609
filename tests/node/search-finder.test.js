/** What the search finds in an index that tests/unit/search/test_index.py has written. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Finder, partsOf } from "../../hooks/primer/site/theme/assets/search-finder.js";

const FILES = JSON.parse(readFileSync(new URL("search-index.json", import.meta.url), "utf-8"));
const fetching = async (name) => FILES[`search/${name}.json`] ?? assert.fail(name);

const find = (query) => new Finder(fetching).find(query);
const addresses = async (query) => (await find(query)).map(({ address }) => address);

test("a passage comes with its page and how it begins, in parts of which every second one was sought", async () => {
  assert.deepEqual((await find("anchoring"))[0], {
    address: "tides/#neap",
    heading: ["Neap <b> tides"],
    page: "What are tides?",
    text: ["Small ones, twice a month. ", "Anchor", " in a lagoon."],
  });
});

test("a page comes with what it says that it is about", async () => {
  assert.deepEqual((await find("moons"))[0], {
    address: "tides/",
    heading: ["What are tides?"],
    text: ["Why the sea & the ", "moon", " move."],
  });
});

test("a page without a description comes with its first words", async () => {
  assert.deepEqual(await find("knot"), [{ address: "knots/", heading: ["", "Knots"], text: ["A bowline holds."] }]);
});

for (const [why, query, address] of [
  ["a question in other words leads to the passage that answers it", "harbour", "tides/#neap"],
  ["another form of a word", "lagoons", "tides/#neap"],
  ["another form that stands nowhere", "floated", ""],
  ["a slip of the finger", "lagon", "tides/#neap"],
  ["a slip in the first letter", "kagoon", "tides/#neap"],
  ["a word that is not finished", "lago", "tides/#neap"],
  ["two words that were written as one", "seamoon", "tides/"],
  ["one word that was written as two", "bow line", "knots/"],
  ["a word with a meaning", "skiffs", ""],
  ["a slip in a word with a meaning", "skif", ""],
  ["a phrase with a meaning, in another form", "slack waters", "tides/"],
  ["a phrase of which a word alone means nothing", "row boat", ""],
])
  test(`${why} finds the passage`, async () => assert.equal((await addresses(query))[0], address));

test("a page is worth what its author says", async () => {
  assert.ok(!(await addresses("lagoon")).includes("quays/"));
  assert.deepEqual(await addresses("moors"), ["quays/"]);
});

test("a page for authors is found by the words of its headings, as they are written", async () => {
  assert.ok((await addresses("lagoon errors")).includes("errors/#lagoon-error"));
  for (const query of ["lagon error", "mast", "harbour errors", "authors lagoon"])
    assert.deepEqual(
      (await addresses(query)).filter((address) => address.startsWith("errors")),
      [],
      query,
    );
});

test("what nobody wrote about finds nothing, and so does nothing", async () => {
  for (const query of ["xylophone", "", " ", "?", "…"]) assert.deepEqual(await find(query), [], query);
});

test("a site without pages finds nothing", async () => {
  const head = { ...FILES["search/index.json"], ...{ pages: [], lines: "", lengths: [], lexicon: "", pieces: [] } };
  assert.deepEqual(await new Finder(async () => ({ ...head, headingsOnly: [], meanings: [] })).find("boats"), []);
});

test("each piece is fetched once, when it is needed", async () => {
  const asked = [];
  const finder = new Finder((name) => (asked.push(name), fetching(name)));
  await finder.prepare();
  assert.deepEqual(asked.splice(0), ["index"]);
  await finder.find("knots");
  const { folder } = FILES["search/index.json"];
  assert.deepEqual(asked.splice(0), [`${folder}/words-0`, `${folder}/page-2-0`]);
  await finder.find("knots");
  assert.deepEqual(asked, []);
});

for (const missing of ["index", "words", "page"])
  test(`what did not arrive is said, and fetched again with the next query: ${missing}`, async () => {
    let fails = true;
    const finder = new Finder(async (name) => {
      if (fails && name.includes(missing)) throw new Error("no line");
      return fetching(name);
    });
    await assert.rejects(finder.find("knots"), /no line/);
    fails = false;
    assert.equal((await finder.find("knots")).length, 1);
  });

test("a site that was published anew is asked for its new index", async () => {
  let folder = "old";
  const finder = new Finder(async (name) => {
    if (name === "index") return { ...FILES["search/index.json"], folder };
    if (!name.startsWith(folder)) throw new Error("404");
    return FILES[`search/${FILES["search/index.json"].folder}/${name.split("/")[1]}.json`];
  });
  await finder.find("knots");
  folder = "new";
  await assert.rejects(finder.find("tides"), /404/);
  assert.equal((await finder.find("tides"))[0].page, "What are tides?");
});

test("what nobody waits for any more is not looked for", async () => {
  const asked = [];
  const finder = new Finder((name) => (asked.push(name), fetching(name)));
  assert.equal(await finder.find("knots", () => false), null);
  assert.deepEqual(asked, ["index"]);
});

test("words are marked whole, and what is between them with neither", () => {
  const sought = (word) => ["trust", "cant"].includes(word);
  assert.deepEqual(partsOf("Trust? I can’t <trust>!", sought), ["", "Trust", "? I ", "can’t", " <", "trust", ">!"]);
});
