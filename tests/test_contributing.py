"""What CONTRIBUTING shows works as it stands there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.question_type import QuestionType
from primer.features.quiz.registry import load_types
from primer.features.quiz.strings import QuizStrings
from primer.features.quiz.structured_data import right_and_wrong
from primer.kit.strings import StringTable
from primer.kit.templates import Templates

from tests.building import ROOT
from tests.question_types import STRINGS, example
from tests.rendering import content_of

SECTION = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## A type of question\n")[1].split("\n## ")[0]
#: A file, by its path in backticks at the beginning of a line, and what is in it.
FILE = re.compile(r"^`(odd_one_out/[\w./]+)`[^\n]*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QuestionType[Any]]:
    """The type of question that is shown, from the files that are shown."""
    package = tmp_path / "quiz/types"
    for name, text in FILE.findall(SECTION):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, "utf-8")
    (package / "__init__.py").touch()
    (tmp_path / "shown_types").symlink_to(package)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield load_types(import_module("shown_types"))["odd-one-out"]
    for name in [name for name in sys.modules if name.startswith("shown_types")]:
        del sys.modules[name]


def test_the_type_of_question_that_is_shown_works(type: QuestionType[Any], tmp_path: Path):
    [group] = type.strings
    texts = yaml.safe_load((type.folder / "strings/en.yml").read_text("utf-8"))[group.section]
    strings = StringTable([STRINGS[QuizStrings], group.model_validate(texts)])
    question = example(type)
    [shape] = type.shapes(question, strings)
    body = type.body(question, "q", BodyMaker(content_of(), ""))

    assert [file for file in FILE.findall(SECTION) if file[0].endswith("type.js")]
    assert type.scripts == ("quiz-types-odd-one-out-type.js",)
    assert right_and_wrong(shape, content_of()) == (
        ["You keep a secret for them"],
        ["Sessions end on time", "They do not answer at night"],
    )
    (tmp_path / "shown.html").write_text(
        f"{{% import '{type.template}' as type %}}"
        "{{ type.how(question) }}{{ type.answer(question) }}{{ type.key(question) }}"
    )
    html = Templates(strings, [tmp_path]).render("shown.html", question={"body": body})
    assert html.startswith("Choose the one that does not belong.")
    assert html.count('type="radio"') == 3
    assert html.count("data-correct") == 1
    assert "A secret protects the wrong person." in html
