"""What a language does not have yet, and what is older than its original."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.site.place import with_basics
from primer.site.translations import Translation, translations

from tests.building import ROOT
from tests.rendering import features
from tools.translations import main

FRONT = "---\ntitle: {title}\nsources_checked: {checked}\nreview_by: 2027-11-22\n{more}---\n"
QUIZ = "title: Q\nsummary: S.\nlevel: introductory\nminutes: 1\nquestions:\n{questions}"
QUESTION = (
    "  - {{id: {id}, type: true-false, prompt: P, answer: true, feedback: {{right: R, wrong: W}}, explanation: E}}\n"
)
FILES = {
    "index.md": FRONT.format(title="Home", checked="2026-11-20", more=""),
    "sea.md": FRONT.format(title="Sea", checked="2026-11-20", more=""),
    "es/index.md": FRONT.format(title="Inicio", checked="2026-11-21", more="translates: 2026-11-20\n"),
    "_data/strings/es.yml": "site: {menu: Menú}\n",
    "_data/quizzes/waves.yml": QUIZ.format(questions=QUESTION.format(id="one") + QUESTION.format(id="two")),
    "_data/quizzes/tides.yml": QUIZ.format(questions=QUESTION.format(id="one")),
    "_data/es/quizzes/waves.yml": QUIZ.format(questions=QUESTION.format(id="one")),
}


def found(folder: Path, files: dict[str, str]) -> list[Translation]:
    for name, text in files.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return translations(folder / "docs", "docs", with_basics(features()), (), "en")


def todo(folder: Path, files: dict[str, str]) -> list[str]:
    [one] = found(folder, files)
    return [str(line) for line in one.todo if "shown in English" not in line.fact]


def test_a_site_in_one_language_has_nothing_to_translate(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert found(tmp_path, {"index.md": FILES["index.md"]}) == []

    main(tmp_path / "docs")
    assert capsys.readouterr().out == "docs is in one language.\n"


def test_what_is_missing_is_listed_with_what_to_do(tmp_path: Path):
    assert todo(tmp_path, FILES) == [
        "docs/_data/es/quizzes:1:1: not translated: tides\n    hint: translate them there, with the same ids",
        "docs/_data/es/quizzes/waves.yml:1:1: 'waves' has not all parts: two\n    hint: translate them too",
        "docs/sea.md:1:1: 'Sea' is not translated\n    hint: write docs/es/sea.md",
    ]
    [one] = found(tmp_path, {})
    assert (one.language.code, one.name) == ("es", "Español")
    assert one.counts["pages"] == (1, 2)
    assert one.counts["quizzes"] == (1, 2)
    assert one.counts["strings"][0] == 1


def test_strings_that_are_left_out_are_named_by_their_group(tmp_path: Path):
    [one] = found(tmp_path, FILES)
    [group] = [line for line in one.todo if line.fact.startswith("shown in English of 'levels'")]

    assert str(group) == (
        "docs/_data/strings/es.yml:1:1: shown in English of 'levels': advice, ask, safe\n"
        "    hint: translate them below 'levels:'"
    )


CHANGES = """\
baseline: {date: 2026-11-01, digests: {}}
changes: [{page: home, date: 2026-11-24, kind: correction, words: Mended., digest: 0123456789abcdef}]
"""


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"index.md": FILES["index.md"].replace("11-20", "11-23")}, "of 2026-11-20, which was changed on 2026-11-23"),
        ({"_data/changes.yml": CHANGES}, "of 2026-11-20, which was changed on 2026-11-24"),
    ],
)
def test_a_page_is_older_than_its_original(tmp_path: Path, files: dict[str, str], said: str):
    [line] = [line for line in todo(tmp_path, FILES | files) if "docs/es/index.md" in line.partition("\n")[0]]

    assert line.startswith(f"docs/es/index.md:5:13: the page follows its original {said}\n")
    assert "    hint: compare it with docs/index.md, then write 'translates: 2026-11-2" in line


def test_a_page_that_follows_no_day_is_listed(tmp_path: Path):
    files = FILES | {"es/index.md": FRONT.format(title="Inicio", checked="2026-11-21", more="")}
    [line] = [line for line in todo(tmp_path, files) if "docs/es/index.md:" in line]

    assert "the page does not say which day of its original it follows" in line


def test_our_own_spanish_page_follows_its_original():
    [spanish] = translations(ROOT / "docs", "docs", with_basics(features()), (), "en")

    assert [str(line) for line in spanish.todo if line.location.path.startswith("docs/es/")] == []
