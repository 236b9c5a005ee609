/** What each type makes of an answer: pure, so that a sheet can be marked without its page. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

/** The module of another build, which exports `grades`; of each type, where none is given. */
const { GRADES } = process.env;
const TYPES = new URL("../../hooks/primer/features/quiz/types/", import.meta.url);
const grades = GRADES ? { ...(await import(GRADES)).grades } : {};
for (const folder of readdirSync(TYPES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  if (GRADES || !readdirSync(new URL(folder.name, TYPES)).includes("grade.js")) continue;
  grades[folder.name.replaceAll("_", "-")] = (await import(new URL(`${folder.name}/grade.js`, TYPES))).grade;
}

const picks = { parts: [{ id: "p1", right: ["a"] }, { id: "p2", right: ["b"] }, { id: "p3", right: ["c"] }] };
const gaps = { parts: [{ id: "g1", accepted: ["consent"], mistakes: ["content"] }, { id: "g2", right: ["a"] }] };
const word = { parts: [{ id: "answer", accepted: ["consent"], mistakes: ["content"] }] };
const number = { parts: [{ id: "answer", answer: 12, tolerance: 0, units: ["min"], mistakes: [30] }] };
const story = {
  first: "start",
  steps: {
    start: { choices: { wait: "again", leave: "end" } },
    again: { choices: { leave: "poor-end", stay: "mixed-end" } },
    end: { choices: {}, outcome: "good" },
    "mixed-end": { choices: {}, outcome: "mixed" },
    "poor-end": { choices: {}, outcome: "poor" },
  },
};

// For each type, a key, and for each answer its credit, its state and what is said.
const TABLE = {
  choice: [{ options: ["a", "b", "c", "d"], right: ["a", "b"] }, [
    [{ answer: ["a", "b"] }, 1, "right", "right"],
    [{ answer: ["a"] }, 0.5, "partly", "partly"],
    [{ answer: ["a", "c"] }, 0, "partly", "partly_one"],
    [{ answer: ["a", "b", "c", "d"] }, 0, "partly", "partly_many"],
    [{ answer: ["c"] }, 0, "wrong", "wrong"],
    [{ answer: ["a", "a"] }, 0.5, "partly", "partly"],
  ]],
  "true-false": [{ options: ["t", "f"], right: ["t"] }, [
    [{ answer: ["t"] }, 1, "right", "right"],
    [{ answer: ["f"] }, 0, "wrong", "wrong"],
  ]],
  match: [picks, [
    [{ p1: ["a"], p2: ["b"], p3: ["c"] }, 1, "right", "right"],
    [{ p1: ["a"], p2: ["c"], p3: ["b"] }, 1 / 3, "partly", "partly"],
    [{ p1: ["a"] }, 1 / 3, "partly", "partly"],
    [{ p1: ["b"], p2: ["c"], p3: ["a"] }, 0, "wrong", "wrong"],
  ]],
  cloze: [gaps, [
    [{ g1: ["Consent"], g2: ["a"] }, 1, "right", "right"],
    [{ g1: ["consnet"], g2: ["a"] }, 0.75, "partly", "partly"],
    [{ g1: ["content"], g2: ["b"] }, 0, "wrong", "wrong"],
  ]],
  "short-answer": [word, [
    [{ answer: ["consent"] }, 1, "right", "right"],
    [{ answer: ["consnet"] }, 0.5, "near", "near"],
    [{ answer: ["content"] }, 0, "wrong", "wrong"],
  ]],
  numeric: [number, [
    [{ answer: ["12 min"] }, 1, "right", "right"],
    [{ answer: ["12 hours"] }, 0, "wrong", "unit"],
    [{ answer: ["30"] }, 0, "wrong", "wrong"],
  ]],
  reflect: [{ parts: [{ id: "answer" }] }, [[{ answer: ["Whatever."] }, null, "done", "reflected"]]],
  scenario: [story, [
    [{ path: ["leave"] }, 1, "right", "ended_good"],
    [{ path: ["wait", "stay"] }, 0.5, "partly", "ended_mixed"],
    [{ path: ["wait", "leave"] }, 0, "wrong", "ended_poor"],
    [{ path: ["wait"] }, 0, "wrong", "not_ended"],
    [{ path: ["leave", "leave"] }, 0, "wrong", "not_ended"],
  ]],
};
TABLE.categorise = TABLE.order = TABLE.match;

const DAMAGED = [
  null, undefined, {}, [], "text", 1, true, { answer: null }, { answer: 1 }, { answer: [{}] }, { p1: "a" }, { path: 1 }, { path: null },
  { path: ["__proto__", "constructor"] }, { path: [{}] }, { answer: [null, ["x"]] }, { g1: [["consent"]] }, { __proto__: { answer: ["x"] } },
];

test("every type is tried", () => {
  assert.deepEqual(Object.keys(TABLE).toSorted(), Object.keys(grades).toSorted());
});

for (const [type, [key, answers]] of Object.entries(TABLE)) {
  test(`${type}: each answer is worth what questions.py says`, () => {
    for (const [answer, credit, state, say] of answers) {
      const graded = grades[type](key, answer);
      const about = `${JSON.stringify(answer)} gives ${JSON.stringify(graded)}`;
      assert.equal(graded.credit, credit, about);
      assert.deepEqual([graded.state, graded.say], [state, say], about);
    }
  });

  test(`${type}: any answer, even a damaged one, gets a grade of the same shape`, () => {
    for (const answer of [...DAMAGED, ...answers.map(([one]) => one)]) {
      const graded = grades[type](key, answer);
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
    const frozen = (value) => (value && typeof value === "object" ? Object.freeze(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, Array.isArray(one) ? Object.freeze(one.map(frozen)) : frozen(one)]))) : value);
    for (const [answer] of answers) assert.deepEqual(grades[type](frozen(key), frozen(answer)), grades[type](key, answer));
  });
}

test("what was answered is marked, and nothing else", () => {
  const { marks } = grades.match(picks, { p1: ["a"], p3: ["b"] });
  assert.deepEqual(marks, [
    { part: "p1", mark: "right", when: ["a", "right"] },
    { part: "p3", mark: "wrong", when: ["b", "wrong"] },
  ]);
  const { marks: chosen } = grades.choice({ options: ["a", "b"], right: ["a"] }, { answer: ["b", "not-there"] });
  assert.deepEqual(chosen, [{ part: "answer", mark: "wrong", when: ["b"], option: "b" }]);
});
