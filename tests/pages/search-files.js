/** Prints, for each query on the standard input, which files of a built site the search fetches: JSON in, JSON out. */

import { readFileSync } from "node:fs";

const [assets, site] = process.argv.slice(2);
const { Finder } = await import(`${assets}/search-finder.js`);
const fetched = [];
for (const query of JSON.parse(readFileSync(0, "utf-8"))) {
  const names = [];
  const finder = new Finder(async (name) => {
    names.push(name);
    return JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf-8"));
  });
  await finder.find(query);
  fetched.push(names);
}
process.stdout.write(JSON.stringify(fetched));
