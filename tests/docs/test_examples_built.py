"""The examples of the authoring guide and of the page of components build on our own site without a mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.site.changes import Changes

from tests.docs.examples import ADDED, NAMED, PAGES, write_examples
from tests.rendering import load_site, problems_in
from tests.told import tell
from tools.content.corpus import Corpus
from tools.content.rules import problems

#: Files that hold one thing, so that an example takes the place of ours and our pages may lack what it leaves out.
ALONE = ("home.yml", "planner.yml", "publisher.yml", "routes.yml", "search.yml", "site.yml")
TRIED_OTHERWISE = {"permalinks.yml": "its lines are added to our ledger", "changes.yml": "below"}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples") / "docs"
    write_examples(folder, [name for name in NAMED if "/" in name])
    return folder


def test_pages_quizzes_guides_and_items_of_lists_have_no_mistakes(docs: Path):
    assert len(PAGES) > 15
    shown = [*PAGES, *(f"_data/{name}" for name in NAMED if "/" in name), *(f"_data/{name}" for name in ADDED)]
    ours = tuple(f"docs/{path}:" for path in shown)  # other pages may lead to what is not copied: other languages
    if wrong := [one for one in problems_in(docs) if one.startswith(ours)]:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_files_that_hold_one_thing_have_no_mistakes(tmp_path: Path):
    write_examples(tmp_path / "docs", [*ALONE])
    wrong = [str(one) for one in load_site(tmp_path / "docs").problems()]
    assert [one for one in wrong if one.startswith(tuple(f"docs/_data/{name}:" for name in ALONE))] == []


def test_the_example_of_changes_has_no_mistakes():
    report = Report()
    document = load(NAMED["changes.yml"].text, "changes.yml", report)
    assert document
    validate(Changes, document, "changes", report)
    assert list(report) == []


def test_the_page_the_quiz_and_the_guide_keep_our_own_rules(docs: Path, tmp_path: Path):
    """But for the first line: there the example says which file it is."""
    shutil.copytree(docs / "_data", tmp_path / "docs/_data")
    paths = [*(name for name, block in PAGES.items() if block.first == "---")]
    paths += [f"_data/{name}" for name in NAMED if "/" in name]
    for path in paths:
        (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
        shutil.copy(docs / path, tmp_path / "docs" / path)
    assert len(paths) == 3
    found = [one for one in problems(Corpus(tmp_path)) if one.location.path.removeprefix("docs/") in paths]
    tell(one for one in found if one.code != "content-no-schema")


def test_every_file_that_the_guide_shows_is_tried():
    assert {name for name in NAMED if "/" not in name} == {*ALONE, *TRIED_OTHERWISE, *ADDED}
