// Answers what somebody types in the search: the worker of site-search.js.

import { finder } from "./ranking.js";

/** @type {number} the query that was asked last */
let newest;
/** @type {ReturnType<typeof load> | null} */
let finding = load(); // it is started when somebody comes to the field, who will type next

addEventListener("message", async ({ data: { number, query } }) => {
  newest = number;
  const find = await (finding ??= load());
  await new Promise((done) => setTimeout(done)); // what was typed meanwhile is heard first
  if (number === newest) postMessage({ number, pages: find?.(query) });
});

/** Fetches the texts of the site; returns how to find pages, or nothing where they do not arrive. */
async function load() {
  let texts;
  try {
    texts = await (await fetch(new URL("../search/texts.json", String(location)))).json();
  } catch {
    finding = null; // the next letter tries again
    return null;
  }
  return finder(texts);
}
