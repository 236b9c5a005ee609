/** What counts as the same word, nearly the same word, and the same number. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  isWithin,
  judgeNumber,
  readNumbers,
  unread,
} from "../../hooks/primer/features/quiz/types/numeric/number-answers.js";
import { isNear, judgeText, normalised } from "../../hooks/primer/features/quiz/text-answers.js";

/** What `type.py` hands to the script in English, as far as tests need it. */
const SHARES = ["%", "per cent", "percent", "pct", "in 100", "out of 100", "/100", "per 100", "in every 100"].concat([
  "in a hundred",
  "out of every 100",
  "of every 100",
  "of 100",
]);
const SIGNS = [
  ["approximately", "~"],
  ["I think", "~"],
  ["answer", "~"],
  ["about", "~"],
  ["or so", "~"],
  ["it's", "~"],
  ["ish", "~"],
  ["ca", "~"],
  ["negative", "-"],
  ["minus", "-"],
  ["a half", " 1/2"],
  ["half", " 1/2"],
  ["and", "&"],
  ["a hundred", "×100"],
  ["hundred", "×100"],
  ["a thousand", "×1000"],
  ["thousand", "×1000"],
  ["k", "×1000"],
  ["a million", "×1000000"],
  ["million", "×1000000"],
];

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

test("another number, and a word that begins in another way, is no slip", () => {
  for (const [word, typed] of [
    ["12 weeks", "13 weeks"],
    ["120 weeks", "130 weeks"],
    ["12345", "12346"],
    ["competent", "incompetent"],
    ["moral", "amoral"],
    ["effect", "affect"],
    ["what is legal", "what is illegal"],
    ["йод-калий", "иод-калий"],
  ]) {
    assert.equal(judgeText({ accepted: [word], mistakes: [] }, typed).mark, "wrong", typed);
    assert.equal(judgeText({ accepted: [typed], mistakes: [] }, word).mark, "wrong", word);
  }
  for (const [word, typed] of [
    ["12 weeks", "12 weesk"],
    ["१२ सप्ताह बाद", "12 सप्ताह बाट"],
    ["incompetent", "incompetnet"],
  ])
    assert.equal(judgeText({ accepted: [word], mistakes: [] }, typed).mark, "near", typed);
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
      readNumbers(text, { units }).some(({ value, unit }) => value === 20 && !unit),
      text,
    );
  assert.deepEqual(readNumbers("20 \u00baC", { units: ["\u00b0C"] }), [{ value: 20, unit: "" }]);
  assert.deepEqual(readNumbers("2100", { units: ["100"] }), [{ value: 2100, unit: "" }]);
  assert.deepEqual(readNumbers("20 min.", { units: ["minutes", "min"] }), [{ value: 20, unit: "" }]);
  assert.deepEqual(readNumbers("20 hours", { units: ["minutes"] }), [{ value: 20, unit: "hours" }]);
  assert.deepEqual(readNumbers("20 m2", { units: ["minutes"] }), [{ value: 20, unit: "m2" }]);
  assert.deepEqual(readNumbers("\u00a320", { units: ["."] }), [{ value: 20, unit: "\u00a3" }]);
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

/** By the unit, what is plainly meant by what was typed. */
const MEANT = [
  [20, [], ["about 20", "ca. 20", "ca 20", "20ish", "20-ish", "20 or so", "20+", "it's 20", "It\u2019s about 20"]],
  [20, [], ["x = 20", "people: 20", "No. 20", "#20", "Answer 20", "answer: 20", "20, I think", "i think 20"]],
  [20, [], ["\u203920\u203a", "*20*", "**20**", "\u300c20\u300d", "a guess, 20 people"]],
  [-5, [], ["minus 5", "Minus 5", "negative 5", "5\u2212", "\u0665-", "\u20435", "about minus 5", "x = -5"]],
  [1e6, [], ["1 million", "a million", "1,000 thousand", "1000k", "1 million people"]],
  [1500, [], ["1.5 thousand", "1.5k", "1,5 K", "1 500", "1 thousand and 500"].slice(0, 4)],
  [1.5, [], ["1 and a half", "1 and 1/2", "1-1/2", "1 & 1/2", "3/2"]],
  [1234.5, [], ["1 234 1/2", "1,234 1/2", "1234\u00bd"]],
  [0.5, [], ["half", "a half", "50 per cent", "50 percent", "50%", "%50", "\u066a50", "\u066a\u0665\u0660"]],
  [0.5, [], ["50 out of 100", "1 in 2", "1:2", "1 \u2236 2", "1 out of every 2", "1 in 2 people", "50 in a hundred"]],
  [0.278, [], ["27.8 percent", "27,8 per cent", "27.8%"]],
  [
    20,
    SHARES,
    ["20 out of every 100", "20 out of a hundred", "20 in hundred", "20 of every hundred", "20 per hundred"],
  ],
  [20, SHARES, ["20:100", "1 in 5", "1/5", "1:5", "1 out of every 5", "1 in 5 people", "20 pct", "20 in 100 adults"]],
  [20, SHARES, ["20 persons", "20 adults", "clients: 20", "20+", "20ish", "20, I think", "about 20 people in 100"]],
  [20, SHARES, ["20% (1 in 5)", "20 out of 100 (20%)", "1/5 = 20%", "200 per thousand", "2 in 10 (20 %)"]],
  [20, ["minutes", "min"], ["about 20 minutes", "20 min, I think", "answer: 20", "it's 20 min.", "minutes: 20"]],
  [12, ["thousand"], ["12 thousand", "12", "about 12 thousand"]],
];

test("a number is taken for what is plainly meant, with words for signs, as a share, said twice", () => {
  for (const [answer, units, texts] of MEANT)
    for (const text of texts) {
      const key = { answer, tolerance: 0, units, shares: SHARES, signs: SIGNS, mistakes: [] };
      assert.equal(judgeNumber(key, text).mark, "right", `${text} for ${answer}`);
      assert.equal(judgeNumber({ ...key, answer: answer + 1 }, text).mark, "wrong", `${text} for ${answer + 1}`);
    }
});

test("what is meant is not stretched: a number of something else, a ratio above one, two that differ", () => {
  const key = { answer: 20, tolerance: 0, units: SHARES, shares: SHARES, signs: SIGNS, mistakes: [] };
  for (const text of ["20 in 1000", "20 \u2030", "\u00a320", "5 in 1", "20 (1 in 4)", "20% = 1/4", "20 million"])
    assert.equal(judgeNumber(key, text).mark, "wrong", text);
  assert.equal(judgeNumber({ ...key, answer: 1, units: [] }, "1 million").mark, "wrong");
  assert.equal(judgeNumber({ ...key, answer: 2.4, units: [] }, "12 in 5").mark, "wrong");
  const minutes = { ...key, units: ["minutes"] };
  assert.equal(judgeNumber(minutes, "20 hours").say, "unit");
  assert.equal(judgeNumber(minutes, "hours: 20").say, "unit");
});

test("several numbers are told from none", () => {
  const known = { shares: SHARES, signs: SIGNS };
  for (const text of [
    "18-22",
    "18 to 22",
    "18\u201322",
    "between 18 and 22",
    "20 (1 in 4)",
    "\u0661\u0668 - \u0662\u0662",
  ])
    assert.equal(unread(known, text), "one_number", text);
  for (const text of ["twenty", "?", "%", "--1"]) assert.equal(unread(known, text), "not_a_number", text);
  assert.equal(unread(known, "about 20"), null);
});

test("half is 50% where nothing says how a share is meant, and 50 where it is", () => {
  const half = { answer: 0.5, tolerance: 0, units: [], shares: ["%"], mistakes: [] };
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
    `\u2039${typed}\u203a`,
    `about ${typed}`,
    `(${typed})`,
  ]);
}

test("a law: the right number is right with any separators, signs, digits and known units", () => {
  const random = chance(1);
  const units = ["in 100", "out of 100", "/100", "%", "per cent", "minutes", "min.", "m2", "steps of 10 minutes"];
  const key = { tolerance: 0, units, shares: SHARES, signs: SIGNS, mistakes: [] };
  for (let turn = 0; turn < 20_000; turn += 1) {
    const value = Number(((random() - 0.3) * 10 ** Math.floor(random() * 8)).toFixed(Math.floor(random() * 4)));
    const text = spelling(value, units, random);
    const about = `${JSON.stringify(text)} for ${value}`;
    assert.equal(judgeNumber({ ...key, answer: value }, text).mark, "right", about);
  }
});

test("a law: another number is never right", () => {
  const random = chance(2);
  for (let turn = 0; turn < 5_000; turn += 1) {
    const value = Math.floor(random() * 1e5);
    const other = value + 1 + Math.floor(random() * 50);
    const text = spelling(other, ["min"], random);
    assert.equal(
      judgeNumber({ answer: value, tolerance: 0.5, units: ["min"], signs: SIGNS, mistakes: [] }, text).mark,
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
    "STRAẞE",
    "Łódź",
    "йод",
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
