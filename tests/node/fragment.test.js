/** Where the fragment of an address leads. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fragmentOf } from "../../hooks/primer/site/theme/assets/fragment.js";

test("a fragment is read as it is meant, and one that is damaged as it stands", () => {
  const fragments = {
    "": "",
    "#": "",
    "#trust": "trust",
    "#a%20b": "a b",
    "#%C3%A9": "é",
    "#é": "é",
    "#%": "%",
    "#100%": "100%",
    "#%E0%A4%A": "%E0%A4%A",
    "##": "#",
    "#a=b&c": "a=b&c",
  };
  for (const [hash, id] of Object.entries(fragments)) assert.equal(fragmentOf({ hash }), id, hash);
});

test("what has no fragment leads nowhere", () => {
  assert.equal(fragmentOf({}), "");
});

test("an address of the platform can be read", () => {
  assert.equal(fragmentOf(new URL("https://site.test/page/#caf%C3%A9")), "café");
});
