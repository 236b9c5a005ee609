/** Reads GIFT with a grammar that nobody here wrote: a JSON string a line, and its questions a line, or what is wrong. */

import { createInterface } from "node:readline";
import { parse } from "gift-pegjs";

for await (const line of createInterface({ input: process.stdin })) {
  let found;
  try {
    found = { questions: parse(JSON.parse(line)) };
  } catch (error) {
    found = { wrong: String(error) };
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
