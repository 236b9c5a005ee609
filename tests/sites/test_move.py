"""Moving a page mends what leads to it, and what was published goes on to answer."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.building import build_in_place, write_project
from tests.rendering import FRONT_MATTER
from tools.move import CannotMoveError, move

QUIZ = """\
title: The tides
summary: One question.
level: introductory
minutes: 1
questions:
  - id: one
    type: true-false
    prompt: The moon pulls.
    answer: true
    feedback: {wrong: No.}
    explanation: See [power](/sea/power.md#pull).
    see: /sea/power.md#pull
"""
PAGES = {
    "docs/index.md": FRONT_MATTER
    + "[One](sea/power.md#pull), [two](/sea/power.md), `sea/power.md`, [three][p].\n\n[p]: sea/power.md\n",
    "docs/sea/power.md": FRONT_MATTER.replace("A page\n", "Power\n")
    + "## Pull { #pull }\n\n[Home](../index.md), [calm](calm.md), [here](#pull), ![The sea](sea.svg)\n",
    "docs/sea/calm.md": FRONT_MATTER.replace("A page\n", "Calm\n") + "[Power](power.md), [more](/sea/power-more.md)\n",
    "docs/sea/power-more.md": FRONT_MATTER.replace("A page\n", "More\n"),
    "docs/sea/sea.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "docs/_data/quizzes/tides.yml": QUIZ,
    "docs/_data/permalinks.yml": "addresses:\n"
    "  /: home\n"
    "  /sea/power/: power\n"
    "  /sea/strength/: power\n"
    "  /sea/power-more/: power-more\n"
    "  /sea/calm/: calm\n"
    "  /quizzes/tides/: tides\n",
    "tests/browser/searches.yml": "how strong is it: /sea/power/\nmore: /sea/power-more/\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, PAGES)
    return tmp_path


@pytest.mark.parametrize("new", ["moon/power.md", "sea/strong.md", "strong/index.md"])
def test_after_a_move_all_links_lead_on_and_every_old_address_answers(project: Path, new: str):
    id = "power" if new == "moon/power.md" else "strong"
    address = f"/{new.removesuffix('.md').removesuffix('/index')}/"

    said = move(project, "docs/sea/power.md", new)
    site = build_in_place(project, strict=True)

    assert site.warnings == []
    assert {"/go/power/", f"/go/{id}/", address, "/sea/power/", "/sea/strength/"} <= set(site.addresses)
    assert {"/embed/pages/power/", f"/embed/pages/{id}/"} <= set(site.addresses)
    assert urljoin("/sea/power/", site.tree("/sea/power/").xpath("//a/@href")[0]) == address
    assert (project / "tests/browser/searches.yml").read_text() == (
        f"how strong is it: {address}\nmore: /sea/power-more/\n"
    )
    assert f"docs/_data/permalinks.yml:4: {address}: {id}" in said
    assert any(line.startswith("docs/sea/calm.md:") for line in said)
    assert "`sea/power.md`" in (project / "docs/index.md").read_text()


def test_the_menu_follows(project: Path):
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("nav: []", "nav:\n- index.md\n- Sea:\n  - Power: sea/power.md\n"))

    move(project, "sea/power.md", "sea/strong.md")

    assert "  - Power: sea/strong.md\n" in settings.read_text()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("sea/gone.md", "sea/x.md", "there is no page docs/sea/gone.md"),
        ("index.md", "start.md", "the home page stays where it is"),
        ("sea/power.md", "sea/calm.md", "docs/sea/calm.md is there already"),
        ("sea/power.md", "Sea/Power.md", "docs/Sea/Power.md cannot be an address: use lower-case words joined"),
        ("sea/power.md", "sea/power", "docs/sea/power cannot be a page: name a file that ends in .md"),
        ("sea/power.md", "../power.md", "docs/../power.md cannot be a page"),
        ("sea/power.md", "moon/calm.md", "the id 'calm' already belongs to another page"),
        ("sea/power.md", "moon/tides.md", "the id 'tides' already belongs to another page"),
    ],
)
def test_what_cannot_be_moved_is_refused_and_nothing_is_changed(project: Path, old: str, new: str, why: str):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    with pytest.raises(CannotMoveError) as refused:
        move(project, old, new)

    assert str(refused.value).startswith(why)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
