/** What a learning platform is told, in the forms of SCORM 1.2. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { findApi, Session, timespan } from "../../hooks/primer/outputs/exports/scorm/scorm-api.js";
import {
  packed,
  percentOf,
  responseOf,
  resultOf,
  ROOM,
  unpacked,
} from "../../hooks/primer/outputs/exports/scorm/scorm-answers.js";

test("a length of time is written in hours, minutes, seconds and hundredths", () => {
  const lengths = {
    "0000:00:00.00": 0,
    "0000:00:00.01": 6,
    "0000:01:05.00": 65_000,
    "0001:00:00.00": 3_599_999,
    "0027:46:40.12": 100_000_123,
    "9999:00:00.00": 9999 * 3_600_000,
  };
  for (const [written, milliseconds] of Object.entries(lengths)) assert.equal(timespan(milliseconds), written);
});

test("an answer is told by letters, or in words where there are none", () => {
  const items = { one: "a", two: "b", three: "c" };
  const choices = { x: "a", y: "b" };
  const of = (type) => ({ type, items, choices, right: "" });
  assert.equal(responseOf(of("choice"), { answer: ["two", "one"] }, ""), "a,b");
  assert.equal(responseOf(of("choice"), { one: ["one"], three: ["three"] }, ""), "a,c");
  assert.equal(responseOf(of("matching"), { two: ["x"], one: ["y"] }, ""), "a.b,b.a");
  assert.equal(responseOf(of("sequencing"), { one: ["10"], two: ["2"], three: ["1"] }, ""), "c,b,a");
  assert.equal(responseOf(of("fill-in"), {}, "two \n words"), "two words");
  assert.equal(responseOf(of("performance"), {}, "word ".repeat(100)).length, 255);
  assert.equal(responseOf(of("choice"), { answer: ["gone"] }, ""), "");
});

test("how good an answer was is a word or a share", () => {
  assert.equal(resultOf({ state: "right", credit: 1 }), "correct");
  assert.equal(resultOf({ state: "wrong", credit: 0 }), "wrong");
  assert.equal(resultOf({ state: "partly", credit: 1 / 3 }), "0.33");
  assert.equal(resultOf({ state: "near", credit: 0.5 }), "0.50");
  assert.equal(resultOf({ state: "done", credit: null }), "neutral");
});

test("points are told in per cent, each question by its weight", () => {
  const question = (credit, weight = 1) => ({ credit, weight, isScored: true });
  assert.equal(percentOf([question(1), question(0), question(undefined)]), 33.33);
  assert.equal(percentOf([question(1, 3), question(0, 1)]), 75);
  assert.equal(percentOf([question(1), { credit: null, isScored: false }]), 100);
  assert.equal(percentOf([{ isScored: false }]), null);
});

const known = ["answer", "done", "aaaa1111", "bbbb2222", "question"];
const record = {
  done: true,
  answer: { aaaa1111: ["bbbb2222"], free: ["any text", "7"] },
  at: null,
  seed: 7,
  none: false,
};

test("what is packed is unpacked as it was", () => {
  const kept = [
    ["question", record],
    ["", { seed: 12, finished: false }],
  ];
  const found = unpacked(packed("v1", kept, known), "v1", known);
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(kept));
  const long = [["question", { answer: { aaaa1111: ["bbbb2222"], bbbb2222: ["aaaa1111"] } }]];
  assert.ok(packed("v1", long, known).length < JSON.stringify(long).length * 0.7);
});

test("what a platform keeps has room, and the longest goes first", () => {
  const kept = Array.from({ length: 30 }, (_, index) => [`q${index}`, { answer: { a: ["x".repeat(index * 20)] } }]);
  const text = packed("v1", kept, known);
  assert.ok(text.length <= ROOM);
  const names = unpacked(text, "v1", known).map(([name]) => name);
  assert.ok(names.length > 10);
  assert.deepEqual(
    names,
    kept.slice(0, names.length).map(([name]) => name),
  );
  assert.equal(packed("v1", [["q", { answer: "x".repeat(5000) }]], known), "");
});

test("what is damaged, cut or of another version is nothing", () => {
  const text = packed("v1", [["question", record]], known);
  for (const other of ["", "[]", "{}", "null", text.slice(0, -5), "nothing"]) {
    assert.deepEqual(unpacked(other, "v1", known), []);
  }
  assert.deepEqual(unpacked(text, "v2", known), []);
});

test("the API is found around this window, around its opener, or nowhere", () => {
  const API = {};
  const top = { API };
  top.parent = top;
  const alone = {};
  alone.parent = alone;
  const forbidden = {
    get API() {
      throw new Error("another site");
    },
    parent: top,
  };
  assert.equal(findApi({ parent: { parent: top } }), API);
  assert.equal(findApi({ parent: forbidden }), API);
  assert.equal(findApi({ parent: alone }), null);
  const popup = { opener: { parent: top } };
  popup.parent = popup;
  assert.equal(findApi(popup), API);
});

test("a session says nothing twice, and nothing before its beginning or after its end", () => {
  const said = [];
  const note = (...values) => {
    said.push(values.join("="));
    return "true";
  };
  const session = new Session({
    LMSInitialize: note,
    LMSGetValue: note,
    LMSSetValue: note,
    LMSCommit: note,
    LMSFinish: note,
  });
  assert.equal(session.set("a", "1"), false);
  assert.equal(session.get("a"), "");
  session.begin();
  assert.deepEqual([session.set("a", "1"), session.set("a", "1"), session.set("a", "2")], [true, false, true]);
  session.end();
  session.end();
  session.commit();
  assert.deepEqual(
    said.map((one) => one.replace(/\d{4}:.*/, "time")),
    ["", "a=1", "a=2", "cmi.core.session_time=time", "", ""],
  );
});
