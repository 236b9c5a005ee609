/** What counts as the same word, nearly the same word, and the same number. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isWithin, judgeNumber, readNumber } from "../../hooks/primer/features/quiz/types/numeric/number-answers.js";
import { isNear, judgeText, normalised } from "../../hooks/primer/features/quiz/text-answers.js";

const shared = JSON.parse(readFileSync(new URL("normalised.json", import.meta.url)));

test("a text is normalised as question.py does it", () => {
  for (const [text, expected] of shared.normalised) assert.equal(normalised(text), expected, JSON.stringify(text));
});

test("a number is within a tolerance as in types/numeric/type.py", () => {
  for (const [value, other, tolerance, expected] of shared.within) {
    assert.equal(isWithin(value, other, tolerance), expected, `${value} and ${other}`);
  }
});

test("words are right, near or wrong, and a mistake that was expected is known", () => {
  const key = { accepted: ["informed consent", "consent"], mistakes: ["content", "ascent"] };
  const cases = {
    "Informed  consent!": ["right"],
    Consnet: ["near"],
    "informed consemt": ["near"],
    content: ["wrong", "mistake-0"],
    ASCENT: ["wrong", "mistake-1"],
    agreement: ["wrong", "mistake--1"],
    "!": ["wrong", "mistake--1"],
  };
  for (const [given, [mark, first]] of Object.entries(cases)) {
    const judged = judgeText(key, given);
    assert.equal(judged.mark, mark, given);
    if (first) assert.deepEqual(judged.when, [first, "wrong"], given);
  }
});

test("short words have to be spelled rightly", () => {
  for (const [word, typed, mark] of [["cat", "cut", "wrong"], ["trust", "trast", "near"], ["trust", "trasd", "wrong"], ["therapist", "terapits", "near"]]) {
    assert.equal(judgeText({ accepted: [word], mistakes: [] }, typed).mark, mark, typed);
  }
});

test("being near goes both ways, and a letter more, less, other or swapped is one step", () => {
  const words = ["trust", "rust", "turst", "trusts", "trist", "tryst", "therapy"];
  for (const one of words) for (const other of words) assert.equal(isNear(one, other, 2), isNear(other, one, 2));
  for (const other of ["rust", "turst", "trusts", "trist"]) assert.ok(isNear("trust", other, 1), other);
  assert.ok(!isNear("trust", "therapy", 2));
});

const NUMBERS = {
  12: 12, "12.": 12, "12,": 12, " 12 ": 12, "+12": 12, "-12": -12, "\u221212": -12, "\u201312": -12, "\uff0d12": -12,
  "0.5": 0.5, "0,5": 0.5, ".5": 0.5, ",5": 0.5, "0,278": 0.278, "0.278": 0.278, "1,301": 1301, "1.301": 1.301,
  "1 301": 1301, "1\u00a0301": 1301, "1'301": 1301, "1\u2019301": 1301, "1,301,000": 1301000, "1.301.000": 1301000,
  "1,301.5": 1301.5, "1.301,5": 1301.5, "12,5": 12.5, "007": 7,
  "\u0661\u0662": 12, "\u06f1\u06f2": 12, "\u0967\u0968": 12, "\uff11\uff12": 12, "\u0661\u066b\u0665": 1.5, "\u{1d7ce}\u{1d7cf}": 1,
  "\u200f12\u200e": 12, "12\u200b": 12, "\u202a12\u202c": 12, "1\u00ad2": 12, "\ufeff12": 12,
};

test("a number is read however it is written", () => {
  for (const [text, value] of Object.entries(NUMBERS)) assert.deepEqual(readNumber(text), { value, unit: "" }, JSON.stringify(text));
});

test("what is no number is none", () => {
  for (const text of ["", " ", "-", ".", "twelve", "1,2,3", "1..2", "--1", "1-2", "12 in 5", "%", "NaN", "Infinity", "9".repeat(500)]) {
    assert.equal(readNumber(text), null, text.slice(0, 20));
  }
});

test("a unit may hold digits, stand in front, and be written with points, spaces and capitals", () => {
  const units = ["in 100", "out of 100", "/100", "%", "per cent"];
  for (const text of ["20", "20 in 100", "20 IN 100.", "20 out of 100", "20/100", "20 / 100", "20%", "20 %", "20 per  cent", "% 20"]) {
    assert.deepEqual(readNumber(text, units), { value: 20, unit: "" }, text);
  }
  assert.deepEqual(readNumber("2100", ["100"]), { value: 2100, unit: "" });
  assert.deepEqual(readNumber("20 min.", ["minutes", "min"]), { value: 20, unit: "" });
  assert.deepEqual(readNumber("20 hours", ["minutes"]), { value: 20, unit: "hours" });
});

test("another unit than the known ones is wrong, and any will do where none is known", () => {
  const key = { answer: 12, tolerance: 1, units: ["minutes", "min"], mistakes: [30] };
  assert.deepEqual(judgeNumber(key, "12 min"), { mark: "right", when: ["right"] });
  assert.deepEqual(judgeNumber(key, "13."), { mark: "right", when: ["right"] });
  assert.deepEqual(judgeNumber(key, "12 hours"), { mark: "wrong", when: [], say: "unit" });
  assert.deepEqual(judgeNumber(key, "30 min"), { mark: "wrong", when: ["mistake-0", "wrong"] });
  assert.deepEqual(judgeNumber(key, "no idea"), { mark: "wrong", when: ["mistake--1", "wrong"] });
  assert.equal(judgeNumber({ ...key, units: [] }, "12 months").mark, "right");
});
