"""The least that a docs folder needs, and folders that are unusual in other ways."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import primer.site.build
import pytest
from mkdocs.exceptions import Abort
from primer.features.guide.strings import GuideStrings
from primer.features.quiz.strings import QuizStrings

from tests.building import Site, build_in_place, write_project
from tests.rendering import FRONT_MATTER, strings

Build = Callable[..., Site]

TIDES = """\
title: The tides
summary: One question.
level: introductory
minutes: 1
questions:
  - {id: one, type: true-false, prompt: The moon pulls., answer: true, feedback: {wrong: No.}, explanation: Yes.}
"""


def page(title: str, text: str = "Text.") -> str:
    return FRONT_MATTER.replace("A page", title, 1) + text + "\n"


def test_the_smallest_site_builds_without_a_warning(build_site: Build):
    site = build_site(strict=True)

    assert site.warnings == []
    assert "Hello." in site.html("/")


def test_a_warning_of_ours_stops_a_strict_build(build_site: Build):
    with pytest.raises(Abort):
        build_site({"docs/page.md": "No front matter.\n"}, strict=True)


def test_a_site_without_a_data_folder_is_built_all_the_same(tmp_path: Path):
    write_project(
        tmp_path,
        {
            "docs/page.md": page(
                "A page", "``` quizzes\n```\n\n``` guides\n```\n\n``` glossary\n```\n\n``` help-lines\n```"
            )
        },
    )
    for path in sorted((tmp_path / "docs/_data").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (tmp_path / "docs/_data").rmdir()

    site = build_in_place(tmp_path)

    assert site.warnings == []
    assert strings()[QuizStrings].catalogue_empty in site.html("/page/")
    assert strings()[GuideStrings].catalogue_empty in site.html("/page/")


def test_what_is_written_into_the_data_folder_is_no_page(build_site: Build):
    site = build_site({"docs/_data/README.md": "Notes.\n", "docs/_data/permalinks.yml": "addresses: {/: home}\n"})

    assert site.warnings == []
    assert "_data" not in " ".join(site.files)


def test_a_readme_is_the_page_of_its_folder(build_site: Build):
    ledger = "addresses: {/: home, /trust/: trust, /trust/why/: why}\n"
    link = page("Why", "[Up](/trust/README.md)")
    files = {"docs/trust/README.md": page("Trust"), "docs/trust/why.md": link, "docs/_data/permalinks.yml": ledger}
    site = build_site(files)

    assert site.warnings == []
    assert site.tree("/go/trust/").xpath("//main//a/@href") == ["../../trust/"]


def test_a_page_and_a_folder_of_the_same_name_are_one_address_too_many(build_site: Build):
    site = build_site({"docs/trust.md": page("Trust"), "docs/trust/index.md": page("Trust")})

    assert "docs/trust/index.md:1:1: the page id 'trust' already belongs to docs/trust.md [page-repeated-id]" in [
        message.splitlines()[0] for message in site.warnings
    ]


def test_the_embed_of_a_page_lives_on_where_a_quiz_has_its_id_now(build_site: Build):
    ledger = "addresses: {/: home, /trust/tides/: tides, /quizzes/tides/: tides}\n"
    site = build_site({"docs/_data/quizzes/tides.yml": TIDES, "docs/_data/permalinks.yml": ledger})

    assert site.warnings == []
    for address in ("/trust/tides/", "/go/tides/", "/embed/pages/tides/"):
        assert site.tree(address).xpath("//h1/text()") == ["The tides"]


def test_a_quiz_with_mistakes_has_a_page_that_says_so_and_links_to_it_are_no_mistakes(build_site: Build):
    files = {
        "docs/_data/quizzes/tides.yml": TIDES.replace("minutes: 1\n", ""),
        "docs/page.md": page("A page", "[A quiz](/quizzes/tides.md)"),
    }
    site = build_site(files)

    assert [message.splitlines()[0] for message in site.warnings] == [
        "docs/_data/quizzes/tides.yml:1:1: a quiz has no 'minutes' [quiz-missing-field]"
    ]
    assert "tides" in site.tree("/quizzes/tides/").xpath("//div[contains(@class, 'missing')]")[0].text_content()


def test_a_link_to_a_question_is_known_to_the_link_check_of_mkdocs(build_site: Build):
    good, bad = "[Q](/quizzes/tides.md#quiz-tides--one)", "[Q](/quizzes/tides.md#quiz-tides--two)"
    files = {"docs/_data/quizzes/tides.yml": TIDES, "docs/page.md": page("A page", f"{good} {bad}")}

    [warning] = build_site(files).warnings
    assert "#quiz-tides--two" in warning


def test_a_term_that_no_page_uses_is_told_but_is_no_warning(build_site: Build, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    glossary = (
        "- {id: helm, term: Helm, forms: [helm], definition: It steers.}\n- {id: sea, term: Sea, definition: Wet.}\n"
    )
    files = {"docs/_data/glossary.yml": glossary, "docs/glossary.md": page("Glossary", "``` glossary\n```")}

    assert build_site(files).warnings == []
    assert "Terms that no page uses: helm" in [record.getMessage() for record in caplog.records]


def test_terms_are_not_linked_where_there_is_no_glossary_to_lead_to(build_site: Build):
    files = {
        "docs/_data/glossary.yml": "- {id: helm, term: Helm, forms: [helm], definition: It steers.}\n",
        "docs/page.md": page("A page", "The helm."),
    }
    site = build_site(files)

    assert site.warnings == []
    assert site.tree("/page/").xpath("//a[@class='glossary-term']") == []


def test_every_build_starts_anew(tmp_path: Path):
    write_project(
        tmp_path, {"docs/_data/quizzes/tides.yml": TIDES, "docs/page.md": page("A page", "``` quiz\nid: tides\n```")}
    )
    assert build_in_place(tmp_path).warnings == []

    (tmp_path / "docs/_data/quizzes/tides.yml").unlink()
    [warning] = build_in_place(tmp_path).warnings
    assert warning.endswith("there is no quiz 'tides' [quiz-unknown]")


def test_nothing_of_a_build_stays_once_another_is_done(build_site: Build, monkeypatch: pytest.MonkeyPatch):
    """A preview builds anew with each edit, all day."""
    build_site()  # what the first build of a process makes is never looked through again
    made: list[weakref.ref[object]] = []
    load = primer.site.build.Site.load

    def noted(*arguments: object, **named: object) -> object:
        site = load(*arguments, **named)  # type: ignore[arg-type]  # handed on as they come
        made.append(weakref.ref(site))
        return site

    monkeypatch.setattr(primer.site.build.Site, "load", noted)
    build_site()
    build_site()
    gc.collect()

    assert [site() is None for site in made] == [True, False]  # MkDocs keeps its last settings


def test_a_page_may_be_a_link_to_a_file(tmp_path: Path):
    write_project(tmp_path, {"elsewhere.md": page("Linked", "Far away.")})
    (tmp_path / "docs/linked.md").symlink_to(tmp_path / "elsewhere.md")
    site = build_in_place(tmp_path)

    assert site.warnings == []
    assert "Far away." in site.html("/linked/")


def test_a_link_to_a_file_that_is_gone_is_said_and_stops_nothing(tmp_path: Path):
    write_project(tmp_path, {"docs/page.md": page("A page", "Text.")})
    for name in ("gone.md", "gone.png"):
        (tmp_path / "docs" / name).symlink_to(tmp_path / "nowhere")
    site = build_in_place(tmp_path)

    assert [message.splitlines()[0] for message in site.warnings] == [
        f"docs/{name}:1:1: the file is a link, and nothing is where it leads [page-broken-link]"
        for name in ("gone.md", "gone.png")
    ]
    assert "Text." in site.html("/page/")
