"""What newcomers read first leads to things that exist, and promises nobody who is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT
from tests.docs.blocks import blocks_in

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
PUBLISHER = yaml.safe_load((ROOT / "docs/_data/publisher.yml").read_text("utf-8"))

#: A path of this repository in backticks; one that holds a sign such as < or … is a pattern for people.
PATH = re.compile(r"`((?:docs|hooks|tests|tools|overrides|container|examples|\.github|\.ci)/[\w./*-]*)`")
#: Paths that commands write, and files of a site of somebody else.
WRITTEN = ("docs/_data/strings/cy.yml", "docs/_data/quizzes/pace.yml", "docs/_data/es/quizzes/trust.yml")

FEW = 5
"""So many tests of the engine may try it on our own site."""


def prose(name: str) -> str:
    """A document without its blocks of code."""
    text = (ROOT / name).read_text("utf-8")
    for block in blocks_in(ROOT / name):
        text = text.replace(block.text, "")
    return text


def anchors(path: Path) -> set[str]:
    """The anchors of a document: written ones, and those that are made of its headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    written = {id for heading in headings for id in re.findall(r"\{[^}]*#([\w-]+)", heading)}
    return written | {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_link_leads_to_a_file_and_to_a_heading_in_it(name: str):
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", prose(name)) if "://" not in link]
    gone = []
    for link in links:
        path, _, anchor = link.partition("#")
        file = ROOT / path if path else ROOT / name
        if not file.exists() or (anchor and anchor not in anchors(file)):
            gone.append(f"{name}: {link}")
    assert gone == []


@pytest.mark.parametrize("name", [*DOCUMENTS, "LICENSE"])
def test_each_path_that_is_named_is_there(name: str):
    text = prose(name) if name.endswith(".md") else (ROOT / name).read_text("utf-8")
    named = PATH.findall(text) if name.endswith(".md") else re.findall(r"\b((?:docs|hooks|overrides)/[\w./-]*)", text)

    assert named
    assert [path for path in named if path not in WRITTEN and not any(ROOT.glob(path.strip("/")))] == []


def test_each_part_of_the_tree_in_the_readme_is_there():
    [tree] = [one for one in blocks_in(ROOT / "README.md") if one.text.startswith("docs/ ")]
    gone, inside = [], ROOT
    for line in tree.text.splitlines():
        found = re.match(r"(?P<indent> *)(?P<names>\S+(?:,? \S+)*?)  ", f"{line}  ")
        assert found, line
        inside = inside if found["indent"] else ROOT
        names = re.findall(r"[\w.*/-]+", found["names"])
        gone += [name for name in names if not any((ROOT if not found["indent"] else inside).glob(name.strip("/")))]
        inside = inside if found["indent"] else ROOT / names[0].strip("/*.py")
    assert gone == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_what_github_takes(path: Path):
    """https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests"""
    form: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))

    assert {*form} == {"name", "description", "title", "body"}
    assert all(isinstance(form[key], str) and form[key] for key in ("name", "description", "title"))
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert asked
    for part in form["body"]:
        assert {*part} <= {"type", "id", "attributes", "validations"}
        assert part["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
    assert all(re.fullmatch(r"[\w-]+", part["id"]) and part["attributes"]["label"] for part in asked)
    assert all(part["validations"]["required"] in (True, False) for part in asked)
    assert all(len(part["attributes"].get("options", "ab")) > 1 for part in asked)
    assert len({part["id"] for part in asked}) == len(asked)
    assert len({part["attributes"]["label"] for part in asked}) == len(asked)


def test_there_is_a_form_for_each_kind_of_report():
    assert [path.stem for path in FORMS] == ["accessibility", "bug", "question-format", "wrong-fact"]


def test_whoever_reports_a_wrong_number_is_told_where_help_is():
    text = next(path for path in FORMS if path.stem == "wrong-fact").read_text("utf-8")

    assert "Get help now" in text
    assert "identify you" in text


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_no_address_is_named_before_somebody_stands_behind_it(name: str):
    text = (ROOT / name).read_text("utf-8")
    addresses = {*re.findall(r"[\w.+-]+@[\w-]+\.\w+", text)}
    contact = PUBLISHER["contact_email"]

    assert addresses == ({contact} if contact else set())
    assert ("names no contact" in text) is not bool(contact), f"{name}: say whom to write to"


def test_the_readme_says_first_how_far_the_site_is():
    first = (ROOT / "README.md").read_text("utf-8").partition("## ")[0]

    assert re.search(r"\*\*Status:\*\* \d+\.\d+\.\d+, ", first)
    assert PUBLISHER["name"] or "no publisher is named" in first


def test_few_of_the_tests_that_stay_with_another_content_look_at_ours():
    [line] = re.findall(r"^Those in (.*) are about the engine", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    folders = [ROOT / name for name in re.findall(r"`([^`]+)`", line)]
    paths = [path for folder in folders for path in folder.rglob("test_*.py")]

    of_ours = [path for path in paths if re.search(r"\bbuilt_site\b|: Visit\b", path.read_text("utf-8"))]
    assert len(paths) > 80
    assert len(of_ours) <= FEW, of_ours
