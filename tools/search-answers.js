/** Prints, for each query on the standard input, where the results of a built site lead: JSON in, JSON out. */

import { readFileSync } from "node:fs";

const [assets, site] = process.argv.slice(2);
const { Finder } = await import(`${assets}/search-finder.js`);
const finder = new Finder(async (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf-8")));
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf-8")))
  answers.push((await finder.find(query)).map(({ address }) => `/${address}`));
process.stdout.write(JSON.stringify(answers));
