/** What the search finds among the texts of a site. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { finder } from "../../hooks/primer/site/theme/assets/ranking.js";

const TEXTS = [
  { location: "", title: "Boats", text: "<p>All about boats.</p>" },
  {
    location: "tides/",
    title: "What are tides?",
    text: "<p>The sea goes up and down.</p>",
    description: "Why the sea &amp; the moon move.",
  },
  {
    location: "tides/#neap",
    title: "Neap <code>&lt;b&gt;</code> tides",
    text: "<p>Small ones<sup>[1]</sup>, twice a month.</p><ul><li>Anchor in a lagoon.</li></ul>",
    asked: ["Why does the harbour run dry &amp; when?"],
  },
  { location: "knots/", title: "Knots", text: "<p>A bowline<sup>[2]</sup> holds.</p>" },
  { location: "quays/", title: "Lagoon", text: "", boost: 0.1 },
];
const find = finder(TEXTS);

test("a page comes with what it is about, in parts of which every second one was sought", () => {
  assert.deepEqual(find("moons")[0], {
    location: "tides/",
    title: ["What are tides?"],
    text: ["Why the sea & the ", "moon", " move."],
  });
});

test("a page without a description comes with its first paragraph, and no citations", () => {
  assert.deepEqual(find("knot"), [{ location: "knots/", title: ["", "Knots"], text: ["A bowline holds."] }]);
});

test("a passage comes with its heading, and as text what was HTML", () => {
  const [{ passage, text }] = find("anchor");
  assert.deepEqual(passage, {
    location: "tides/#neap",
    title: ["Neap <b> tides"],
    text: ["", "Anchor", " in a lagoon."],
  });
  assert.equal(text, undefined);
});

test("a question in other words leads to the passage that answers it", () => {
  const [{ location, passage }] = find("harbour");
  assert.equal(location, "tides/");
  assert.deepEqual(passage, {
    location: "tides/#neap",
    title: ["Neap <b> tides"],
    text: ["Small ones, twice a month."],
  });
});

test("a slip, another form and a word that is not finished find the same", () => {
  for (const query of ["lagoons", "lagon", "lago"])
    assert.equal(find(query)[0].passage?.location, "tides/#neap", query);
});

test("a page is worth what its author says", () => {
  assert.deepEqual(
    find("lagoon").map(({ location }) => location),
    ["tides/"],
  );
  const even = finder(TEXTS.map(({ boost, ...text }) => text));
  assert.equal(even("lagoon")[0].location, "quays/");
});

test("what nobody wrote about finds nothing, and so does nothing", () => {
  for (const query of ["xylophone", "", " ", "?", "…"]) assert.deepEqual(find(query), [], query);
  assert.deepEqual(finder([])("boats"), []);
});
