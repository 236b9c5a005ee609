"""What authors begin with is accepted by the strict build at once, and stands where it belongs."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.meta import get_data

from tests.building import ROOT, build_in_place, write_project
from tests.rendering import FRONT_MATTER
from tools.adding.__main__ import KINDS
from tools.adding.adding import CannotAddError, add_page, add_quiz, add_reference, add_term
from tools.adding.files import in_ledger, in_list, in_menu

LEDGER = """\
# Every address.
addresses:
  /: home
  /sea/calm/: calm
  /sea/waves/: waves
terms:
  - a-term
  - z-term
references: []
"""
TERMS = """\
# yaml-language-server: $schema=schemas/glossary.json

- id: a-term
  term: A
  definition: First.

- id: z-term
  term: Z
  definition: Last.
"""
FILES = {
    "docs/index.md": FRONT_MATTER,
    "docs/sea/calm.md": FRONT_MATTER.replace("A page\n", "Calm\n"),
    "docs/sea/waves.md": FRONT_MATTER.replace("A page\n", "Waves\n"),
    "docs/_data/permalinks.yml": LEDGER.replace("references: []\n", ""),
    "docs/_data/glossary.yml": TERMS,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, FILES)
    return tmp_path


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")


def test_the_strict_build_accepts_what_was_added(project: Path):
    said = [
        *add_page(project, "docs/sea/tides.md", "Why does the sea rise: a 'first' look?"),
        *add_quiz(project, "high-and-low"),
        *add_term(project, "m-term"),
        *add_reference(project, "hill-2018", "On tides"),
    ]
    site = build_in_place(project, strict=True)

    assert {"/sea/tides/", "/quizzes/high-and-low/"} <= set(site.addresses)
    ledger = yaml.safe_load((project / "docs/_data/permalinks.yml").read_text("utf-8"))
    assert list(ledger["addresses"]) == ["/", "/quizzes/high-and-low/", "/sea/calm/", "/sea/tides/", "/sea/waves/"]
    assert (ledger["terms"], ledger["references"]) == (["a-term", "m-term", "z-term"], ["hill-2018"])
    [reference] = yaml.safe_load((project / "docs/_data/references.yml").read_text("utf-8"))
    assert (reference["csl"]["issued"], reference["csl"]["author"][0]["family"]) == (2018, "Hill")
    assert "docs/sea/tides.md: new" in said
    assert any(line.startswith("docs/_data/permalinks.yml:") and "/sea/tides/: tides" in line for line in said)


def test_the_dates_of_a_page_are_today_and_in_a_year(project: Path):
    add_page(project, "sea/tides", "Tides")
    front = get_data((project / "docs/sea/tides.md").read_text("utf-8"))[1]

    assert (front["status"], front["sensitive"]) == ("unreviewed", False)
    assert front["sources_checked"] == datetime.date(2026, 11, 26)
    assert front["review_by"] == datetime.date(2027, 11, 26)


def test_no_other_line_is_touched(project: Path):
    add_term(project, "m-term")
    for name, text in (("permalinks", FILES["docs/_data/permalinks.yml"]), ("glossary", TERMS)):
        after = lines(project / f"docs/_data/{name}.yml")
        assert [line for line in text.split("\n") if line not in after] == []


@pytest.mark.parametrize(
    ("kind", "name", "reason"),
    [
        ("page", "", 'name both: make new-page PAGE=folder/page.md TITLE="What it answers"'),
        ("page", "sea/calm.md", "docs/sea/calm.md is there already"),
        ("page", "sky/calm.md", "the id 'calm' is there already; choose another name"),
        ("page", "sea/High Tide.md", "docs/sea/High Tide.md cannot be an address: use lower-case words"),
        ("page", "../tides.md", "docs/../tides.md cannot be a page"),
        ("quiz", "", "name it: make new-quiz QUIZ=a-short-name"),
        ("quiz", "calm", "the id 'calm' is there already; choose another name"),
        ("quiz", "High Tide", "write lower-case words joined by hyphens; did you mean 'high-tide'?"),
        ("term", "a-term", "the id 'a-term' is there already; choose another name"),
        ("term", "../x", "'../x' cannot be the id of a term"),
        ("reference", "Hill (2018)", "did you mean 'hill-2018'?"),
    ],
)
def test_what_exists_or_is_no_name_is_refused_and_nothing_is_changed(project: Path, kind: str, name: str, reason: str):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    with pytest.raises(CannotAddError) as refused:
        KINDS[kind](project, name, "A title")

    assert reason in str(refused.value)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("title", [" ", "\x02"])
def test_a_title_that_the_build_would_refuse_is_refused(project: Path, title: str):
    with pytest.raises(CannotAddError):
        add_page(project, "sea/tides.md", title)
    assert not (project / "docs/sea/tides.md").exists()


# ---- our own files


def test_a_page_stands_in_our_menu_below_the_last_of_its_folder():
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    added = in_menu(settings, "trust/humour.md")

    assert added is not None
    at = added.split("\n").index("      - trust/humour.md")
    assert added.split("\n")[at - 1].startswith("      - trust/")
    assert added.split("\n")[at + 1].startswith("  - ")
    assert added.replace("      - trust/humour.md\n", "") == settings
    assert in_menu(settings, "no-such-folder/humour.md") is None
    assert in_menu("site_name: A\n", "trust/humour.md") == "site_name: A\n"


@pytest.mark.parametrize(
    ("section", "key", "line"),
    [
        ("addresses", "/trust/humour/", "/trust/humour/: humour"),
        ("terms", "humour", "- humour"),
        ("terms", "zz", "- zz"),
    ],
)
def test_a_line_stands_in_its_section_of_our_ledger(section: str, key: str, line: str):
    before = (ROOT / "docs/_data/permalinks.yml").read_text("utf-8")
    after = in_ledger(before, section, key, line)

    assert after.replace(f"  {line}\n", "", 1) == before
    assert key in yaml.safe_load(after)[section]


def test_an_item_stands_in_the_order_of_the_ids():
    before = (ROOT / "docs/_data/glossary.yml").read_text("utf-8")
    after = in_list(before, "humour", "- id: humour\n  term: Humour\n  definition: Fun.\n")
    ids = [one["id"] for one in yaml.safe_load(after)]

    assert ids == sorted([*(one["id"] for one in yaml.safe_load(before)), "humour"])
