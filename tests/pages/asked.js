/** Prints, for each query on the standard input, where the first three results lead: a page, or a passage of it. */

import { readFileSync } from "node:fs";

const [ranking, texts] = process.argv.slice(2);
const { finder } = await import(ranking);
const find = finder(JSON.parse(readFileSync(texts, "utf-8")));
const first = (query) =>
  find(query)
    .slice(0, 3)
    .map(({ location, passage }) => passage?.location ?? location);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(first)));
