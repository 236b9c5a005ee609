/** What counts as the same word, nearly the same word, and the same number. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isWithin, judgeNumber, readNumbers } from "../../hooks/primer/features/quiz/types/numeric/number-answers.js";
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
  for (const [word, typed, mark] of [
    ["cat", "cut", "wrong"],
    ["trust", "trast", "near"],
    ["trust", "trasd", "wrong"],
    ["therapist", "terapits", "near"],
  ]) {
    assert.equal(judgeText({ accepted: [word], mistakes: [] }, typed).mark, mark, typed);
  }
});

test("being near goes both ways, and a letter more, less, other or swapped is one step", () => {
  const words = ["trust", "rust", "turst", "trusts", "trist", "tryst", "therapy"];
  for (const one of words) for (const other of words) assert.equal(isNear(one, other, 2), isNear(other, one, 2));
  for (const other of ["rust", "turst", "trusts", "trist"]) assert.ok(isNear("trust", other, 1), other);
  assert.ok(!isNear("trust", "therapy", 2));
});

/** By text, what it may mean; the usual reading of English first. */
const NUMBERS = {
  12: 12,
  "12.": 12,
  "12,": 12,
  " 12 ": 12,
  "12!": 12,
  "= 12": 12,
  "~12": 12,
  "+12": 12,
  "12\u3002": 12,
  "-12": -12,
  "- 12": -12,
  "\u221212": -12,
  "\u201312": -12,
  "\u201412": -12,
  "\u201112": -12,
  "\uff0d12": -12,
  0.5: 0.5,
  "0,5": 0.5,
  "0, 5": 0.5,
  ".5": 0.5,
  ",5": 0.5,
  "0\u00b75": 0.5,
  "0,278": 0.278,
  0.278: 0.278,
  "1,301": [1301, 1.301],
  1.301: [1.301, 1301],
  "1 301": 1301,
  "1\u00a0301": 1301,
  "1\u202f301": 1301,
  "1'301": 1301,
  "1\u2019301": 1301,
  "1\u00b4301": 1301,
  "\u201c12\u201d": 12,
  "\u201e12.\u201c": 12,
  "\u00ab\u00a012\u00a0\u00bb": 12,
  '"12"': 12,
  "'12'": 12,
  "(12)": 12,
  "1,301,000": 1301000,
  "1.301.000": 1301000,
  "1 301 000": 1301000,
  "1,00,000": 100000,
  "1,301.5": 1301.5,
  "1.301,5": 1301.5,
  "1 301,5": 1301.5,
  "12,5": 12.5,
  "007": 7,
  "1/2": 0.5,
  "\u00bd": 0.5,
  "1\u00bd": 1.5,
  "1 \u00bd": 1.5,
  "1 1/2": 1.5,
  "3\u20444": 0.75,
  "-1/2": -0.5,
  "\u2153": 1 / 3,
  "1e3": 1000,
  "1.5E3": 1500,
  "\u0661\u0662": 12,
  "\u06f1\u06f2": 12,
  "\u0967\u0968": 12,
  "\uff11\uff12": 12,
  "\u0661\u066b\u0665": 1.5,
  "\u{1d7ce}\u{1d7cf}": 1,
  "\u200f12\u200e": 12,
  "12\u200b": 12,
  "\u202a12\u202c": 12,
  "1\u00ad2": 12,
  "\ufeff12": 12,
};

test("a number is read however it is written", () => {
  for (const [text, values] of Object.entries(NUMBERS)) {
    assert.deepEqual(
      readNumbers(text),
      [values].flat().map((value) => ({ value, unit: "" })),
      JSON.stringify(text),
    );
  }
});

test("what is no number is none", () => {
  const none = [
    "",
    " ",
    "-",
    ".",
    "twelve",
    "1,2,3",
    "1..2",
    "--1",
    "1-2",
    "1 2",
    "12 5",
    "12 in 5",
    "1(2)",
    '1"2',
    "%",
    "NaN",
    "Infinity",
    "1/0",
    "1/2/3",
    "10\u00b2",
    "9".repeat(500),
  ];
  for (const text of none) assert.deepEqual(readNumbers(text), [], text.slice(0, 20));
});

test("a unit may hold digits, stand in front, and be written with points, spaces and capitals", () => {
  const units = ["in 100", "out of 100", "/100", "%", "per cent", "people"];
  const spelled = [
    "20",
    "20 in 100",
    "20 IN 100.",
    "20 out of 100",
    "20/100",
    "20 / 100",
    "20%",
    "20 %",
    "20 per  cent",
    "20 per-cent",
    "% 20",
    "20 in 100 people",
    "20 people in 100",
    "\u0662\u0660 in \u0661\u0660\u0660",
    "20\u00a0%",
    "20\uff05",
    "\u0662\u0660\u066a",
    "20 (people)",
    "\u201c20\u201d in 100",
    "20\u200f%",
  ];
  for (const text of spelled)
    assert.ok(
      readNumbers(text, units).some(({ value, unit }) => value === 20 && !unit),
      text,
    );
  assert.deepEqual(readNumbers("20 \u00baC", ["\u00b0C"]), [{ value: 20, unit: "" }]);
  assert.deepEqual(readNumbers("2100", ["100"]), [{ value: 2100, unit: "" }]);
  assert.deepEqual(readNumbers("20 min.", ["minutes", "min"]), [{ value: 20, unit: "" }]);
  assert.deepEqual(readNumbers("20 hours", ["minutes"]), [{ value: 20, unit: "hours" }]);
  assert.deepEqual(readNumbers("20 m2", ["minutes"]), [{ value: 20, unit: "m2" }]);
  assert.deepEqual(readNumbers("\u00a320", ["."]), [{ value: 20, unit: "\u00a3" }]);
});

test("another unit than the known ones is wrong, and any will do where none is known", () => {
  const key = { answer: 12, tolerance: 1, units: ["minutes", "min"], mistakes: [30] };
  assert.deepEqual(judgeNumber(key, "12 min"), { mark: "right", when: ["right"] });
  assert.deepEqual(judgeNumber(key, "13."), { mark: "right", when: ["right"] });
  assert.deepEqual(judgeNumber(key, "12 hours"), { mark: "wrong", when: [], say: "unit" });
  assert.deepEqual(judgeNumber(key, "30 min"), { mark: "wrong", when: ["mistake-0", "wrong"] });
  assert.deepEqual(judgeNumber(key, "no idea"), { mark: "wrong", when: ["mistake--1", "wrong"] });
  for (const text of ["12 months", "\u00a312", "12 m2"])
    assert.equal(judgeNumber({ ...key, units: [] }, text).mark, "right", text);
});

test("half is 50% where nothing says how a share is meant, and 50 where it is", () => {
  const half = { answer: 0.5, tolerance: 0, units: [], mistakes: [] };
  for (const text of ["50%", "50 %", "1/2", "\u00bd", "0,5"]) assert.equal(judgeNumber(half, text).mark, "right", text);
  assert.equal(judgeNumber({ ...half, answer: 50, units: ["%"] }, "50%").mark, "right");
  assert.equal(judgeNumber({ ...half, units: ["%"] }, "50%").mark, "wrong");
});

// Laws: whoever means the right answer is right, however they write it.

/** Numbers from 0 to 1 that look like chance, the same in every run (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const UNSEEN = ["", "", "", "\u200b", "\u200f", "\u200e", "\u00ad", "\ufeff", "\u2060"];
const ZEROS = ["0", "\u0660", "\u06f0", "\u0966", "\u09e6", "\u0e50", "\uff10", "\u{1d7ce}"];
const SPACES = ["", " ", "  ", "\u00a0", "\u202f", "\u2009", "\u3000"];

/** A number as somebody might write it: its groups, its point, its minus, its digits, what nobody sees, what is left over. */
function spelling(value, units, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [whole, decimals] = String(Math.abs(value)).split(".");
  const [group, point] = pick([
    ["", "."],
    ["", ","],
    [",", "."],
    [".", ","],
    [" ", "."],
    [" ", ","],
    ["\u00a0", ","],
    ["\u202f", "."],
    ["'", "."],
    ["\u2019", ","],
    ["", "\u066b"],
    ["", "\u00b7"],
  ]);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const zero = pick(ZEROS).codePointAt(0);
  const digits = (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const minus =
    value < 0 ? pick(["-", "\u2212", "\u2013", "\u2014", "\u2011", "\uff0d", "\ufe63", "- "]) : pick(["", "", "+"]);
  const number = minus + digits(grouped + (decimals ? point + decimals : ""));
  const unit = pick(["", ...units]);
  const cased = pick([unit, unit.toUpperCase(), unit.replaceAll(" ", "\u00a0"), digits(unit)]);
  const signs = [...`${pick(SPACES)}${number}${pick(SPACES)}${cased}`].map((sign) => sign + pick(UNSEEN)).join("");
  const typed = signs + pick(["", "", ".", ",", " .", " ", "\u3002"]);
  return pick([
    typed,
    typed,
    typed,
    `"${typed}"`,
    `'${typed}'`,
    `\u201c${typed}\u201d`,
    `\u00ab ${typed} \u00bb`,
    `(${typed})`,
  ]);
}

test("a law: the right number is right with any separators, signs, digits and known units", () => {
  const random = chance(1);
  const units = ["in 100", "out of 100", "/100", "%", "per cent", "minutes", "min.", "m2", "steps of 10 minutes"];
  for (let turn = 0; turn < 20_000; turn += 1) {
    const value = Number(((random() - 0.3) * 10 ** Math.floor(random() * 8)).toFixed(Math.floor(random() * 4)));
    const text = spelling(value, units, random);
    const about = `${JSON.stringify(text)} for ${value}`;
    assert.equal(judgeNumber({ answer: value, tolerance: 0, units, mistakes: [] }, text).mark, "right", about);
  }
});

test("a law: another number is never right", () => {
  const random = chance(2);
  for (let turn = 0; turn < 5_000; turn += 1) {
    const value = Math.floor(random() * 1e5);
    const other = value + 1 + Math.floor(random() * 50);
    const text = spelling(other, ["min"], random);
    assert.equal(
      judgeNumber({ answer: value, tolerance: 0.5, units: ["min"], mistakes: [] }, text).mark,
      "wrong",
      `${JSON.stringify(text)} for ${value}`,
    );
  }
});

test("a law: the right words are right with any capitals, accents, apostrophes, dashes, quotes, spaces and unseen signs", () => {
  const random = chance(3);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const written = {
    "'": ["'", "\u2019", "\u2018", "`", "\u00b4", "\u02bc", "\u02bb", "\u2032", "\uff07", ""],
    "-": ["-", " ", "\u2010", "\u2011", "\u2013", ""],
    " ": [" ", "  ", "\u00a0", "\u3000", "-"],
  };
  for (const word of [
    "don't know",
    "self-harm",
    "café crème",
    "a therapist's limits",
    "Straße",
    "12 weeks",
    "दिन भर",
    "İzmir",
    "œuvre",
    "ﬁne",
  ]) {
    for (let turn = 0; turn < 500; turn += 1) {
      const signs = [
        ...pick([word, word.toUpperCase(), word.toLowerCase(), word.normalize("NFD"), word.normalize("NFKC")]),
      ];
      const text = signs.map((sign) => (written[sign] ? pick(written[sign]) : sign) + pick(UNSEEN)).join("");
      const quoted = pick([text, `\u201c${text}\u201d`, `"${text}"`, ` ${text}. `, `\u00ab\u00a0${text}\u00a0\u00bb`]);
      assert.equal(judgeText({ accepted: [word], mistakes: [] }, quoted).mark, "right", JSON.stringify(quoted));
    }
  }
});

test("vowels that are marks make another word, and spaces make a mistake where one was expected", () => {
  assert.equal(judgeText({ accepted: ["\u0926\u093f\u0928"], mistakes: [] }, "\u0926\u093e\u0928").mark, "wrong");
  assert.equal(judgeText({ accepted: ["sometimes"], mistakes: [] }, "some times").mark, "right");
  assert.equal(judgeText({ accepted: ["sometimes"], mistakes: ["some times"] }, "some times").mark, "wrong");
});
