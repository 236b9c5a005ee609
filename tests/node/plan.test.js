/** Which questions are asked, in which order. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { readParameters } from "../../hooks/primer/features/quiz/parameters.js";
import { mixed, plan } from "../../hooks/primer/features/quiz/plan.js";
import { wholeNumber } from "../../hooks/primer/features/quiz/whole-number.js";

const question = (id, objective) => ({ id, objective, options: ["a", "b", "c", "d"] });
const sections = [
  ["q1", "q2", "q3", "q4", "q5"].map((id) => question(id, "limits")),
  ["r1", "r2", "r3"].map((id) => question(id, "words")),
];
const ALL = sections.flat().map(({ id }) => id);
const QUIZ = { sections, pools: {}, shuffles: [], linked: undefined };
const planned = (address, seed = 1, quiz = {}) => plan({ ...QUIZ, ...quiz }, readParameters(address), seed);
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

test("all is asked, in the order in which it is written, where nothing is asked for", () => {
  const { shown, order, options, chance } = planned("");
  assert.deepEqual(shown, ALL);
  assert.deepEqual(order.flat(), ALL);
  assert.deepEqual(options.get("q1"), ["a", "b", "c", "d"]);
  assert.equal(chance, false);
});

test("what makes no sense counts as not asked", () => {
  for (const address of [
    "?draw=0.5",
    "?draw=0",
    "?draw=-2",
    "?draw=x",
    "?draw=",
    "?draw=1e1",
    "?draw=Infinity",
    "?question=none",
    "?objective=none",
    "?%",
    "?draw=%E0%A4%A",
  ]) {
    assert.deepEqual(planned(address).shown, ALL, address);
  }
  assert.equal(planned("?draw=99").shown.length, ALL.length);
  assert.deepEqual(planned("?shuffle=everything").order.flat(), ALL);
});

test("what an address asks for and is not there is listed", () => {
  for (const [address, missing] of [
    ["?objective=nope", ["objective=nope"]],
    ["?objective=words,nope", ["objective=nope"]],
    ["?question=nope&draw=2", ["question=nope"]],
    ["?draw=9", ["draw=9"]],
    ["?objective=words&draw=4", ["draw=4"]],
    ["?draw=0.5", ["draw=0.5"]],
    ["?shuffle=foo,options", ["shuffle=foo"]],
    ["?question=r1&question=q2", ["question=q2"]],
    ["?exam=1&exam=0", ["exam=0"]],
    ["", []],
    ["?draw=&shuffle=&question=", []],
    ["?shuffle=none&exam=no", []],
    ["?utm_source=a&fbclid=b&utm_source=c&view=all", []],
    ["?objective=words&draw=3&seed=a&seed", ["seed="]],
  ])
    assert.deepEqual(planned(address).missing, missing, address);
});

test("capitals and digits of full width are read, and of what is written twice the first", () => {
  assert.deepEqual(planned("?Objective=Words").shown, ["r1", "r2", "r3"]);
  assert.deepEqual(planned("?QUESTION=R1").shown, ["r1"]);
  assert.equal(planned("?Draw=\uff13").shown.length, 3);
  assert.ok(planned("?shuffle=OPTIONS").chance);
  assert.deepEqual(planned("?question=r1&question=q2").shown, ["r1"]);
  assert.equal(planned("?draw=2&draw=5").shown.length, 2);
  assert.equal(readParameters("?exam=0&exam=1").exam, false);
  assert.equal(readParameters("?exam=1&exam=0").exam, true);
  assert.equal(readParameters("?seed=A&Seed=b").seed, "A");
});

test("questions and objectives can be named, and questions go first", () => {
  assert.deepEqual(planned("?question=r1,q2").shown, ["q2", "r1"]);
  assert.deepEqual(planned("?question=r1+q2").shown, ["q2", "r1"]);
  assert.deepEqual(planned("?objective=words").shown, ["r1", "r2", "r3"]);
  assert.deepEqual(planned("?objective=words&question=q1").shown, ["q1"]);
  assert.deepEqual(
    planned("?objective=words&draw=2").shown.filter((id) => id.startsWith("q")),
    [],
  );
});

test("the question that the fragment leads to is asked in any case", () => {
  assert.deepEqual(planned("?question=q1", 1, { linked: "r3" }).shown, ["q1", "r3"]);
});

test("a quiz draws by objective, unless questions are named or a number is asked for", () => {
  const pools = { limits: 2, words: 1 };
  for (const seed of SEEDS) {
    const { shown, chance } = planned("", seed, { pools });
    assert.deepEqual([shown.filter((id) => id.startsWith("q")).length, shown.length], [2, 3]);
    assert.ok(chance);
  }
  assert.equal(planned("?question=q1,q2,q3", 1, { pools }).shown.length, 3);
  assert.equal(planned("?draw=5", 1, { pools }).shown.length, 5);
});

test("the same seed gives the same, as a number or as text, and every seed the same questions", () => {
  const address = "?draw=4&shuffle=questions,options";
  for (const seed of SEEDS) {
    const one = planned(address, seed);
    assert.deepEqual(one, planned(address, String(seed)));
    assert.equal(new Set(one.shown).size, 4);
    assert.deepEqual(one.order.flat().toSorted(), ALL);
    assert.deepEqual([one.order[0].length, one.order[1].length], [5, 3]);
    for (const options of one.options.values()) assert.deepEqual(options.toSorted(), ["a", "b", "c", "d"]);
  }
});

test("every question is drawn about as often as any other, and stands in every place", () => {
  const drawn = Object.fromEntries(ALL.map((id) => [id, 0]));
  const first = Object.fromEntries(ALL.map((id) => [id, 0]));
  for (const seed of SEEDS) {
    for (const id of planned("?draw=4", seed).shown) drawn[id] += 1;
    first[mixed(ALL, seed)[0]] += 1;
  }
  for (const id of ALL) {
    assert.ok(drawn[id] > 140 && drawn[id] < 260, `${id} was drawn ${drawn[id]} times of 400`);
    assert.ok(first[id] > 20 && first[id] < 85, `${id} was first ${first[id]} times of 400`);
  }
});

test("a draw depends on ids alone: a question more changes no order among the others", () => {
  for (const seed of SEEDS) {
    const more = mixed([...ALL, "new"], seed).filter((id) => id !== "new");
    assert.deepEqual(more, mixed(ALL, seed));
    assert.deepEqual(mixed(ALL.toReversed(), seed), mixed(ALL, seed));
  }
});

test("the same seed draws the same for good, so that a class gets what its teacher saw", () => {
  assert.deepEqual(mixed(["a", "b", "c", "d", "e", "f"], 42), ["f", "c", "d", "a", "b", "e"]);
});

test("options of two questions stand in orders of their own", () => {
  const differ = SEEDS.filter((seed) => {
    const { options } = planned("?shuffle=options", seed);
    return options.get("q1").join() !== options.get("q2").join();
  });
  assert.ok(differ.length > 300);
});

test("a quiz mixes by itself, and an address can take that back", () => {
  const quiz = { shuffles: ["questions", "options"] };
  assert.ok(SEEDS.some((seed) => planned("", seed, quiz).order.flat().join() !== ALL.join()));
  const { order, chance } = planned("?shuffle=", 1, quiz);
  assert.deepEqual(order.flat(), ALL);
  assert.equal(chance, false);
});

test("an exam is on unless the address says no", () => {
  for (const address of ["?exam", "?exam=", "?exam=1", "?exam=true", "?exam=yes", "?draw=3&exam"])
    assert.ok(readParameters(address).exam, address);
  for (const address of ["", "?exam=0", "?exam=false", "?exam=No", "?exam=%20off%20", "?exams=1"])
    assert.ok(!readParameters(address).exam, address);
});

test("a seed is any text, and none where it is empty", () => {
  const seeds = {
    "?seed=42": "42",
    "?seed=%2042+": "42",
    "?seed=class%20b": "class b",
    "?seed=0": "0",
    "?seed=": null,
    "?seed=+": null,
    "": null,
  };
  for (const [address, seed] of Object.entries(seeds)) assert.equal(readParameters(address).seed, seed, address);
});

test("a whole number is one from 1, however long", () => {
  for (const [text, number] of [
    ["1", 1],
    [" 07 ", 7],
    ["20", 20],
    ["0", null],
    ["00", null],
    ["-1", null],
    ["1.0", null],
    ["0.5", null],
    ["1e3", null],
    ["0x10", null],
    ["", null],
    [null, null],
    [undefined, null],
    ["٣", null],
  ]) {
    assert.equal(wholeNumber(text), number, String(text));
  }
});
