"""Every code that a message can carry has a broken input that leads to it, and an entry in the list for authors."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from primer.features.chart.model import Figure
from primer.features.directory.help_lines import EmergencyPlacement, HelpLinesPlacement, Place
from primer.features.directory.routes import PlaceRoutes, RoutesPlacement
from primer.features.glossary.model import Term
from primer.features.guide.model import Guide
from primer.features.home.model import Home
from primer.features.in_short.model import InShort
from primer.features.planner.model import Planner
from primer.features.quiz.model import Quiz
from primer.features.quiz.question import Question
from primer.features.quiz.registry import TYPES
from primer.features.references.model import Reference
from primer.kit.loading import strings_shape
from primer.kit.placement import EmptyPlacement, NamedPlacement
from primer.kit.settings import Settings
from primer.kit.sources import Folder, ListFile, OneFile
from primer.kit.strings import Strings
from primer.outputs.registry import OUTPUTS
from primer.site.changes import Changes
from primer.site.models import Publisher, front_matter_model, ledger_model
from primer.site.search import SearchWords
from primer.site.sharing.feature import SharePlacement
from pydantic import TypeAdapter

from tests.building import ROOT
from tests.importing.broken import BROKEN
from tests.rendering import features
from tests.sites.broken import CASES

PRIMER = ROOT / "hooks/primer"

#: What is validated under each word that begins a code.
FORMATS: dict[str, list[type]] = {
    "changes": [Changes],
    "figure": [Figure, NamedPlacement],
    "glossary": [Term],
    "guide": [Guide, NamedPlacement],
    "home": [Home],
    "help-lines": [Place, HelpLinesPlacement, EmergencyPlacement],
    "ledger": [ledger_model(features())],
    "page": [front_matter_model(features()), InShort],
    "planner": [Planner],
    "placement": [EmptyPlacement, SharePlacement],
    "publisher": [Publisher],
    "quiz": [Quiz, NamedPlacement, Question, *(type.model for type in TYPES.values())],
    "reference": [Reference],
    "routes": [PlaceRoutes, RoutesPlacement],
    "search": [SearchWords],
    "site": [Settings],
    "strings": [strings_shape(group for part in [*features(), *OUTPUTS] for group in part.strings), Strings],
}
#: The formats that are lists in one file, whose items have ids.
LISTS = ("figure", "glossary", "help-lines", "reference", "routes")
#: The formats that are files of a folder, whose names are ids.
FILES = ("guide", "quiz")
#: The formats whose items a fence places by their id.
NAMED = ("figure", "guide", "quiz")
#: What a JSON Schema has where a message with this ending is possible.
ENDINGS = {
    "unknown-field": '"additionalProperties": false',
    "missing-field": '"required"',
    "unknown-value": '"(enum|const|discriminator)"',
    "bad-value": '"(pattern|minLength|maxLength|minimum|maximum)"',
    "too-few": '"minItems"',
    "dates": r'"review_by": {("description": "[^"]*", )?("anyOf": \[{)?"format": "date"',
    "wrong-type": '"type"',
}


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def _texts(call: ast.Call) -> Iterator[str]:
    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _rules(shape: type) -> Iterator[str]:
    """The codes of the rules in the module of a model, as far as other formats do not share the module."""
    others = {other.__name__ for kind in FORMATS for other in FORMATS[kind]} - {shape.__name__}
    tree = ast.parse(Path(sys.modules[shape.__module__].__file__ or "").read_text("utf-8"))
    for part in tree.body:
        if isinstance(part, ast.ClassDef | ast.FunctionDef) and part.name not in others:
            for node in ast.walk(part):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BrokenRule":
                    yield next(_texts(node))


def _schema(shape: Any) -> str:
    return json.dumps(TypeAdapter(shape).json_schema(by_alias=True))


def written() -> set[str]:
    """The codes that stand in the source as they are."""
    known = (
        *FORMATS,
        "level",
        "yaml",
        "link",
        "citation",
        "token",
        "formula",
        "picture",
        "data",
        "html",
        "markdown",
        "media",
    )
    calls = (call for path in PRIMER.rglob("*.py") for call in _calls(path))
    writers = ("add", "_say", "add_repeated", "utf8", "Problem", "Diagnostic", "BrokenRule")
    texts = {text for name, call in calls if name in writers for text in _texts(call)}
    return {text for text in texts if re.fullmatch(rf"({'|'.join(known)})-[a-z0-9-]+", text)}


def made() -> set[str]:
    """The codes that are made of the name of a format and what its model has rules about."""
    found = {f"{kind}-{ending}" for kind in LISTS for ending in ("wrong-type", "repeated-id")}
    found |= {f"{kind}-{ending}" for kind in NAMED for ending in ("unknown", "twice")}
    found |= {f"{kind}-file-name" for kind in FILES}
    for kind, shapes in FORMATS.items():
        schema = "".join(_schema(shape) for shape in shapes)
        found |= {f"{kind}-{ending}" for ending, sign in ENDINGS.items() if re.search(sign, schema)}
        found |= {f"{kind}-{rule}" for shape in shapes for rule in _rules(shape)}
    return found


def codes() -> set[str]:
    return written() | made()


def of_content() -> set[str]:
    """The codes of this site's own rules; tests/content has a text that breaks each."""
    calls = (call for path in (ROOT / "tools").rglob("*.py") for name, call in _calls(path) if name == "Diagnostic")
    return {text for call in calls for text in _texts(call) if re.fullmatch(r"content-[a-z-]+", text)}


#: The codes of messages that no text leads to: tests/ship/test_strict.py and tests/sites/test_minimal.py look at them.
OF_THE_BUILD = {"build-stopped", "page-broken-link"}
#: tests/test_check.py looks at these.
OF_RECORDS = {"content-broken-promise", "content-unrecorded-change", "content-unrecorded-promise"}
#: Tests in a browser and of the weight of pages say these; tests/content/test_measured.py looks at their examples.
OF_MEASURES = {
    "content-heavy-page",
    "content-inaccessible",
    "content-late-message",
    "content-late-short",
    "content-tall-home",
    "content-too-wide",
}


def of_the_import() -> set[str]:
    """The codes of ``make import``, which builds nothing; tests/importing/test_broken.py looks at their entries."""
    said = "\n".join(says for _, says in BROKEN.values())
    return set(re.findall(r"\[(import-[a-z0-9-]+)\]$", said, re.MULTILINE))


def reached() -> dict[str, str]:
    """The codes that the broken inputs lead to, each with one of them."""
    return {
        code: case.id
        for case in CASES
        for message in case.says
        for code in re.findall(r" \[([a-z0-9-]+)\]$", message, re.MULTILINE)
    }


def test_the_formats_of_this_test_are_those_of_the_code():
    sources = [source for feature in features() for source in feature.sources]
    kinds = {source.kind for source in sources if isinstance(source, ListFile | Folder | OneFile)}
    calls = (call for path in PRIMER.rglob("*.py") for name, call in _calls(path) if name == "validate")
    assert kinds | {text for call in calls for text in _texts(call)} == set(FORMATS)
    assert {source.kind for source in sources if isinstance(source, ListFile)} == set(LISTS)
    assert {source.kind for source in sources if isinstance(source, Folder)} == set(FILES)


@pytest.mark.parametrize("code", sorted(codes() - OF_THE_BUILD))
def test_a_broken_input_leads_to_each_code(code: str):
    assert code in reached()


def test_no_message_has_a_code_that_is_not_known_here():
    assert set(reached()) <= codes()


@pytest.mark.parametrize("code", sorted(codes() | OF_THE_BUILD | of_content()))
def test_each_code_is_explained_to_authors(code: str):
    page = (ROOT / "docs/about/errors.md").read_text("utf-8")
    assert re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", page)


def test_no_code_is_explained_that_does_not_exist():
    page = (ROOT / "docs/about/errors.md").read_text("utf-8")
    named = set(re.findall(r"\[([a-z]+(?:-[a-z0-9]+)+)\]$", page, re.MULTILINE))
    assert named <= codes() | OF_THE_BUILD | of_content() | of_the_import()


def shape(message: str) -> str:
    """A message without its place and the author's own words: what stays the same from mistake to mistake."""
    said = message.splitlines()[0].split(": ", 1)[1]
    return re.sub(r"'[^']*'|\[@[^\]]*\]|/[\w./-]+|\{\w+\}|U\+\w+|0x\w+|\d+|(?<=terms: )[\w, -]+(?= \[)", "…", said)


def test_each_example_of_the_list_is_what_a_broken_input_really_gives():
    page = (ROOT / "docs/about/errors.md").read_text("utf-8")
    examples = re.findall(r"^docs/\S+:\d+:\d+: .+ \[[a-z0-9-]+\]$", page, re.MULTILINE)
    given = {shape(message) for case in CASES for message in case.says}
    rules = yaml.safe_load((ROOT / "tests/content/broken.yml").read_text("utf-8"))
    given |= {shape(message) for rule in rules.values() for message in re.split(r"\n(?! )", rule["says"].strip())}
    examples = [
        example
        for example in examples
        if not any(f"[{code}]" in example for code in OF_THE_BUILD | OF_RECORDS | OF_MEASURES)
    ]

    assert len(examples) > 40
    assert [example for example in examples if shape(example) not in given] == []
