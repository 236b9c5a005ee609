/** What each type makes of an answer: pure, so that a sheet can be marked without its page. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { gradeOptions, gradePicks } from "../../hooks/primer/features/quiz/grading.js";

/** The module of another build, which exports `grades`; where none is given, the grades are those of each folder. */
const { GRADES } = process.env;
const built = GRADES && (await import(GRADES)).grades;
const TYPES = new URL("../../hooks/primer/features/quiz/types/", import.meta.url);
// By type its `grade`, and from its grade.json a key, and for each answer its credit, its state and what is said.
const types = {};
for (const { name } of readdirSync(TYPES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = new URL(`${name}/`, TYPES),
    type = name.replaceAll("_", "-");
  if (!readdirSync(folder).includes("grade.js")) continue;
  const { grade } = built ? { grade: built[type] } : await import(new URL("grade.js", folder));
  types[type] = { grade, ...JSON.parse(readFileSync(new URL("grade.json", folder), "utf8")) };
}

const DAMAGED = [
  null,
  undefined,
  {},
  [],
  "text",
  1,
  true,
  { answer: null },
  { answer: 1 },
  { answer: [{}] },
  { p1: "a" },
  { path: 1 },
  { path: null },
  { path: ["__proto__", "constructor"] },
  { path: [{}] },
  { answer: [null, ["x"]] },
  { g1: [["consent"]] },
  { __proto__: { answer: ["x"] } },
];

test("there are types to try", () => {
  assert.ok(Object.keys(types).length > 1);
});

for (const [type, { grade, key, answers }] of Object.entries(types)) {
  test(`${type}: right answers and others are tried`, () => {
    const credits = answers.map(([, credit]) => credit);
    assert.ok((credits.includes(1) && credits.includes(0)) || credits.every((credit) => credit === null));
  });

  test(`${type}: each answer is worth what its type.py says`, () => {
    for (const [answer, credit, state, say] of answers) {
      const graded = grade(key, answer);
      const about = `${JSON.stringify(answer)} gives ${JSON.stringify(graded)}`;
      assert.equal(graded.credit, credit, about);
      assert.deepEqual([graded.state, graded.say], [state, say], about);
    }
  });

  test(`${type}: any answer, even a damaged one, gets a grade of the same shape`, () => {
    for (const answer of [...DAMAGED, ...answers.map(([one]) => one)]) {
      const graded = grade(key, answer);
      const about = JSON.stringify(answer);
      assert.deepEqual(Object.keys(graded).toSorted(), ["credit", "explain", "marks", "say", "state", "values"], about);
      assert.ok(graded.credit === null || (graded.credit >= 0 && graded.credit <= 1), about);
      assert.ok(["right", "partly", "near", "wrong", "done"].includes(graded.state), about);
      assert.equal(graded.state === "right", graded.credit === 1, about);
      for (const { part, mark, when } of graded.marks) {
        assert.ok(["right", "near", "wrong"].includes(mark) && Array.isArray(when) && part, about);
      }
    }
  });

  test(`${type}: grading changes neither the key nor the answer`, () => {
    const frozen = (value) =>
      value && typeof value === "object"
        ? Object.freeze(
            Object.fromEntries(
              Object.entries(value).map(([name, one]) => [
                name,
                Array.isArray(one) ? Object.freeze(one.map(frozen)) : frozen(one),
              ]),
            ),
          )
        : value;
    for (const [answer] of answers) assert.deepEqual(grade(frozen(key), frozen(answer)), grade(key, answer));
  });
}

test("what was answered is marked, and nothing else", () => {
  const { marks } = gradePicks(
    {
      parts: [
        { id: "p1", right: ["a"] },
        { id: "p2", right: ["b"] },
        { id: "p3", right: ["c"] },
      ],
    },
    { p1: ["a"], p3: ["b"] },
  );
  assert.deepEqual(marks, [
    { part: "p1", mark: "right", when: ["a", "right"] },
    { part: "p3", mark: "wrong", when: ["b", "wrong"] },
  ]);
  const { marks: chosen } = gradeOptions({ options: ["a", "b"], right: ["a"] }, { answer: ["b", "not-there"] });
  assert.deepEqual(chosen, [{ part: "answer", mark: "wrong", when: ["b"], option: "b" }]);
});
