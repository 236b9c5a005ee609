"""Without the folder of a type everything of it is gone, and quizzes of all others work."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from primer.features.quiz.registry import TYPES

from tests.building import ROOT

#: Reads the examples of all types that are there as one quiz, and takes it to everything that knows quizzes.
SCRIPT = """
import json, sys
from pathlib import Path
from primer.core.diagnostics import Report
from primer.core.model import Model
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.feature import FEATURE
from primer.features.quiz.lint import item_problems
from primer.features.quiz.model import QUIZZES, Quiz
from primer.features.quiz.registry import TYPES
from primer.features.quiz.structured_data import described
from primer.features.quiz.view import quiz_view
from primer.kit.loading import assemble, load_strings
from primer.kit.sources import DataFolder, Loaded
from primer.kit.templates import Templates
from primer.publish.assets import published_assets
from primer.site.assets import asset_paths

QUIZ = "title: T\\nsummary: S\\nlevel: introductory\\nminutes: 1\\nquestions:\\n"
report, text = Report(), QUIZ
for type in TYPES.values():
    lines = (type.folder / "example.yml").read_text("utf-8").splitlines()
    text += "  - " + "\\n    ".join(lines) + "\\n"
document = load(text, "quiz.yml", report)
quiz = validate(Quiz, document, "quiz", report)
folder = DataFolder(Path("no-such-folder"), "docs/_data", report)
strings = load_strings([FEATURE], folder, "en")
loaded = {QUIZZES: Loaded({"whole": quiz}, {"whole": document})}
content = assemble([FEATURE], loaded, folder, frozenset({"page.md"}), strings, language="en", locale="en_GB")
links = list(FEATURE.check(content, folder))
html = Templates(strings).render("quiz/questions.html", quiz=quiz_view("whole", content, "page.md"), drawing_html="")
published_assets(asset_paths([FEATURE], None), {})  # raises ValueError where a script asks for one that is not there
bad = load(QUIZ + "  - {id: a, type: " + sys.argv[1] + "}\\n", "bad.yml", report)
validate(Quiz, bad, "quiz", report)
print(json.dumps({
    "types": list(TYPES),
    "shown": [type for type in TYPES if f'data-type="{type}"' in html],
    "described": len(described(quiz, content)["hasPart"]),
    "remarks": len(item_problems({"whole": quiz}, {"whole": document}, strings)) > 0,
    "schema": sorted(one["properties"]["type"]["const"] for one in Quiz.model_json_schema()["$defs"].values()
                     if "type" in one["properties"]),
    "strings": sorted({group.section.removesuffix("_script") for group in FEATURE.strings}),
    "problems": [str(problem).splitlines()[0] for problem in report],
}))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hooks = tmp_path_factory.mktemp("hooks")
    ignored = shutil.ignore_patterns("__pycache__", "fonts", "test_*.py")
    shutil.copytree(ROOT / "hooks/primer", hooks / "primer", ignore=ignored)
    return hooks


@pytest.fixture(params=TYPES)
def without(copy: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """A type of question, and a copy of the tree in which its folder is gone."""
    folder = copy / "primer/features/quiz/types" / request.param.replace("-", "_")
    shutil.move(folder, tmp_path / "gone")
    yield request.param, copy
    shutil.move(tmp_path / "gone", folder)


def test_a_quiz_works_without_any_one_type(without: tuple[str, Path]):
    type, hooks = without
    rest = [name for name in TYPES if name != type]
    environment = {"PYTHONPATH": str(hooks), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, type], capture_output=True, text=True, check=False, env=environment
    )

    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {
        "types": rest,
        "shown": rest,
        "described": len(rest),
        "remarks": True,
        "schema": rest,
        "strings": sorted(["quiz", *(f"quiz_{name.replace('-', '_')}" for name in rest)]),
        "problems": [f"bad.yml:6:19: '{type}' is not a type that is known here [quiz-unknown-value]"],
    }


def test_nothing_but_its_own_folder_names_a_type():
    """Not by its name in quotes, nor by the name of its model. Other formats have such words of their own."""
    primer, quiz, exports = (ROOT / "hooks/primer" / name for name in ("", "features/quiz", "outputs/exports"))
    elsewhere = {quiz / "types", exports}
    files = [path for path in [*primer.rglob("*.py"), *quiz.glob("*.html")] if elsewhere.isdisjoint(path.parents)]

    named = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        for text in [path.read_text("utf-8")]
        for type in TYPES.values()
        for name in (f'"{type.name}"', f"'{type.name}'", f"types.{type.folder.name}", f"import {type.model.__name__}\n")
        if name in text
    }

    assert named == set()
