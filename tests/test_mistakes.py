"""Whatever mistake is made in a data file or front matter is answered in the author's words, where it was made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from primer.core.diagnostics import Diagnostic, Report
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.features.quiz.model import QUIZZES, Quiz
from primer.features.quiz.registry import TYPES
from primer.kit.sources import Folder, ListFile, OneFile
from primer.site.reading import read_page

from tests.building import ROOT
from tests.mistakes import Mutant, mutants
from tests.rendering import FRONT_MATTER, content_of, features

DATA = ROOT / "tests/sites/kitchen-sink/docs/_data"
QUIZ = "title: A quiz\nsummary: One question.\nlevel: introductory\nminutes: 1\nquestions:\n"
PAGE = FRONT_MATTER.replace(
    "---\n\n",
    "status: unreviewed\nsensitive: true\ncontent_note: Rough seas.\nasked:\n"
    '  - {words: How high is it?, answered_at: "#high"}\n  - words: How low is it?\n    answered_at: "#low"\n'
    "hide: [toc]\nsearch: {boost: 1.2}\nglossary:\n  skip: [tide]\n---\n\n",
)
#: Words that an author should never have to read.
FOREIGN = re.compile(
    r"\b(scalar|token|node|indicator|simple key|flow|anchor|NoneType|None|dict|tuple|Input should|pydantic|libyaml"
    r"|stream|constructor|could not|did not find|\w+Error|str|int|bool|Traceback|validat\w+)\b"
)
#: Mistakes after which a file can never be right.
NEVER_RIGHT = frozenset(
    {
        *("colon missing", "indented by a tab", "quote opened", "apostrophe in single quotes", "a second colon"),
        *("begins with a star", "begins with an at sign", "begins with a bracket", "begins with a dash"),
        *("begins with an exclamation mark", "cut by a hash", "bracket opened", "brace opened", "a mapping"),
    }
)


@dataclass
class Tried:
    """What came of all mutants."""

    valid: Counter[str] = field(default_factory=Counter)
    """How many stay right, by the kind of the mistake."""
    invalid: int = 0
    astray: list[str] = field(default_factory=list)
    """Those whose mistake no message is within a line of."""
    foreign: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    """How many have so many messages."""


Reader = Callable[[str], list[Diagnostic]]


def readers() -> Iterator[tuple[str, str, Reader]]:
    """Yield each kind of file with an example of it and what reads it."""
    for source in (source for feature in features() for source in feature.sources):
        if isinstance(source, ListFile | OneFile) and (DATA / source.name).is_file():
            yield source.name, (DATA / source.name).read_text("utf-8"), _reader(source)
        elif isinstance(source, Folder):
            for path in sorted((DATA / source.name).glob("*.yml")):
                yield f"{source.name}/{path.name}", path.read_text("utf-8"), _reader(source)
    for name, type in TYPES.items():
        example = (type.folder / "example.yml").read_text("utf-8").splitlines()
        lines = [f"{'  - ' if number == 0 else '    '}{line}" for number, line in enumerate(example)]
        yield f"quizzes/{name}.yml", QUIZ + "\n".join(lines) + "\n", _read_quiz
    yield "page.md", PAGE, _read_page


def _reader(source: ListFile[Any] | OneFile[Any] | Folder[Any]) -> Reader:
    def read(text: str) -> list[Diagnostic]:
        report = Report()

        def check(document: Document) -> None:
            parts = document.items() if isinstance(source, ListFile) else [document]
            for part in parts:
                validate(source.shape, part, source.kind, report)
            if isinstance(source, ListFile):
                report.add_repeated(document.ids(), f"{source.kind}-repeated-id")
                if not isinstance(document.data, tuple):
                    report.add(document.location_of(), "this should be a list", f"{source.kind}-wrong-type")

        whole = load(text, "file.yml", report, check=check)
        if whole is not None:
            check(whole)
        return list(report)

    return read


def _read_quiz(text: str) -> list[Diagnostic]:
    return _reader(Folder(QUIZZES, "quizzes", Quiz, "quiz"))(text)


def _read_page(text: str) -> list[Diagnostic]:
    report = Report()
    read_page(text, text.partition("---\n\n")[2], "page.md", "page.md", content_of(), features(), report)
    return [one for one in report if one.code != "glossary-unknown"]


@cache
def tried() -> Tried:
    found = Tried()
    for name, text, read in readers():
        assert read(text) == [], f"{name} should be right before mistakes are made in it"
        for mutant in mutants(text):
            said = read(mutant.text)
            if not said:
                found.valid[mutant.kind] += 1
                continue
            found.invalid += 1
            found.counts[len(said)] += 1
            label = f"{name}:{mutant.line} {mutant.kind}: " + " | ".join(map(str, said))
            if not is_near(mutant, said):
                found.astray.append(label)
            if FOREIGN.search(" ".join(_own_words(one) for one in said)):
                found.foreign.append(label)
            if max(Counter((one.location, one.message) for one in said).values()) > 1:
                found.repeated.append(label)
    return found


def is_near(mutant: Mutant, said: list[Diagnostic]) -> bool:
    """Tell whether a message stands where the mistake was made, or where what it is missing from begins."""
    lines = range(mutant.line - 1, mutant.last + 2)
    return any(one.location.line in lines or one.location.line - mutant.around in (0, 1) for one in said)


def _own_words(one: Diagnostic) -> str:
    """A message without what it quotes of the author's."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|put the text in quotes: .*", "", f"{one.message} {one.hint or ''}")


#: Where no message can be near: the mistake breaks a rule, and the message stands at one of the others that keep it.
REASONS = {
    "quiz-repeated-option": "two texts are the same, and the message stands at what they are the choices of",
    "guide-repeated-option": "the same",
    "quiz-unknown-step": "a step is called otherwise now, and the message stands where it is named",
    "quiz-unreachable-step": "a choice is gone, and the message stands at the step to which it led",
    "quiz-unknown-gap": "a gap is called otherwise now, and the message stands where it is named",
    "quiz-gap-place": "the text with the gaps is gone, and the messages stand at the gaps",
    "quiz-gap-kind": "the line that begins a gap is gone, so its fields belong to the gap before",
    "quiz-no-answer": "the right option is gone, and the message stands at the question",
    "quiz-too-few": "an item is gone, and the message stands at the list",
    "quiz-mistake-is-right": "the answer is another number now, and the message stands at the mistake that it was",
    "yaml-syntax": "what is indented is whole by itself, and the message stands at what it does not fit",
}


def test_mistakes_are_answered_within_a_line_of_where_they_were_made():
    every = tried()

    assert every.invalid >= 2000
    assert len(every.astray) <= every.invalid * 0.02, "\n".join(every.astray)
    unexplained = [one for one in every.astray if not any(f"[{code}]" in one for code in REASONS)]
    assert unexplained == []


def test_no_message_speaks_of_what_reads_the_file():
    assert tried().foreign == []


def test_nothing_is_said_twice():
    every = tried()

    assert every.repeated == []
    assert every.counts[1] >= every.invalid * 0.95


def test_what_can_never_be_right_is_never_taken_for_right():
    assert {kind: count for kind, count in tried().valid.items() if kind in NEVER_RIGHT} == {}


def test_a_second_mistake_in_the_same_file_is_found_too():
    found, lost = 0, []
    for name, text, read in readers():
        two = _with_last_name_misspelt(text, read)
        if two is None:
            continue
        line, changed = two
        # without its type, nobody knows which fields a question or a reference has
        types = {number for number, one in enumerate(text.split("\n"), 1) if re.match(r"[ -]*type:", one)}
        for mutant in mutants(changed):
            if mutant.kind in NEVER_RIGHT and mutant.last < line - 2 and mutant.line not in types:
                is_found = any(one.location.line == line for one in read(mutant.text))
                found += is_found
                lost += [] if is_found else [f"{name}:{mutant.line} {mutant.kind}"]

    assert found >= 1000
    assert len(lost) <= (found + len(lost)) * 0.05, "\n".join(lost)


def _with_last_name_misspelt(text: str, read: Reader) -> tuple[int, str] | None:
    """Return a text with a mistake in one of its last lines, and that line."""
    for mutant in reversed([one for one in mutants(text) if one.kind == "name misspelt"]):
        if [one.location.line for one in read(mutant.text)] == [mutant.line]:
            return mutant.line, mutant.text
    return None
