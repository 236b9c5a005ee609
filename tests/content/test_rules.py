"""Our own text keeps every rule of tools/content, and text that breaks one is told so as the build would."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from primer.core.diagnostics import Diagnostic

from tests.building import ROOT, build_in_place, write_project
from tests.told import in_order, tell
from tools.check import SAID
from tools.content.built import Built
from tools.content.corpus import Corpus
from tools.content.promised_lines import PROMISES, passages
from tools.content.quizzes import MISCONCEPTIONS
from tools.content.rules import RULES, SITE_RULES, Rule, SiteRule, problems

BROKEN: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "tests/content/broken.yml").read_text("utf-8"))
FRONT = """---
title: A title
description: A description.
sources_checked: 2026-01-01
review_by: 2027-01-01
---

"""
PYTHON = re.compile(r"assert|Error\b|Traceback|\bNone\b|\bTrue\b|\bFalse\b|[\[{(]['\"]|\w\(\)|datetime|timedelta")


def name_of(rule: Rule | SiteRule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


@pytest.fixture(scope="module")
def ours() -> Corpus:
    return Corpus(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_our_own_text_keeps_the_rule(rule: Rule, ours: Corpus):
    tell(rule(ours))


def whole(files: dict[str, str]) -> dict[str, str]:
    """The files of a case, with front matter where a page has none."""
    return {
        name: re.sub(
            r"REPEATED (\d+)",
            lambda found: " ".join(["word"] * int(found[1])),
            FRONT + text if name.endswith(".md") and not text.startswith("---") else text,
        )
        for name, text in files.items()
    }


def write(root: Path, files: dict[str, str]) -> Corpus:
    for name, text in whole(files).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return Corpus(root)


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_text_that_breaks_the_rule_is_told_where_and_what_to_do(rule: Rule, tmp_path: Path):
    case = dict(BROKEN[name_of(rule)])
    said, first = case.pop("says"), case.pop("FIRST", None)
    found = [str(one) for one in in_order(rule(write(tmp_path, case)))][:first]

    assert re.sub(r"tools/content/\w+\.py:\d+ \w+", "TEST", "\n".join(found)) == said.strip()


@pytest.mark.parametrize("rule", SITE_RULES, ids=name_of)
def test_a_site_that_breaks_the_rule_is_told_where_and_what_to_do(rule: SiteRule, tmp_path: Path):
    """A case that has no pages of a built site is built."""
    case = dict(BROKEN[name_of(rule)])
    said = case.pop("says")
    if any(name.startswith("site/") for name in case):
        write(tmp_path, case)
    else:
        write_project(tmp_path, whole(case))
        build_in_place(tmp_path)
    found = in_order(rule(Corpus(tmp_path), Built(tmp_path / "site")))

    assert "\n".join(map(str, found)) == said.strip()


def test_there_is_a_broken_text_for_each_rule_and_no_other():
    every: tuple[Rule | SiteRule, ...] = (*RULES, *SITE_RULES)
    assert sorted(BROKEN) == sorted(map(name_of, every))


@pytest.mark.parametrize("name", BROKEN)
def test_no_message_speaks_python_and_each_has_a_hint(name: str):
    messages = re.split(r"\n(?! )", BROKEN[name]["says"].strip())
    assert [message for message in messages if PYTHON.search(message)] == []
    assert all((said := SAID.fullmatch(message)) and said["hint"] for message in messages)


@given(st.text(), st.sampled_from(("docs/trust/a.md", "docs/_data/quizzes/a.yml", "docs/_data/routes.yml")))
def test_no_text_of_an_author_stops_the_rules(tmp_path_factory: pytest.TempPathFactory, text: str, name: str):
    root = tmp_path_factory.mktemp("any")
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text(text, "utf-8", newline="")
    for one in problems(Corpus(root)):
        assert SAID.fullmatch(str(one))


@pytest.mark.parametrize(
    "front",
    [
        "sources_checked: today\nreview_by: 2027-01-01",
        "sources_checked: 2026-01-01 10:00:00\nreview_by: 2027-01-01",
        "asked: Is it?",
        "asked: [Is it?, {words: 5}]",
        "short: Yes.",
        "short: {points: [Yes., {text: 5}, {level: ask}]}",
        "title: [A, B]",
        "title: '",
    ],
)
def test_front_matter_of_another_kind_is_left_to_the_build(tmp_path: Path, front: str):
    corpus = write(tmp_path, {"docs/trust/a.md": f"---\n{front}\n---\n\nIt's a text.\n\n## Do this next\n\n- Ask.\n"})

    assert [one for one in problems(corpus) if one.location.path == "docs/trust/a.md"] == []


# ---- what the rules rest on


def test_pages_do_promise_lines(ours: Corpus):
    """The rules on promised lines would hold for a site that promises nothing."""
    texts = [passage.text for page in ours.pages_for_readers for passage in passages(page)]
    text = "\n".join(texts)
    assert [kind for kind, pattern in PROMISES.items() if not re.search(pattern, text, re.IGNORECASE)] == []


def test_thirty_things_that_many_believe_are_taken_up():
    assert len(MISCONCEPTIONS) == 30


def test_a_sensitive_page_says_what_is_in_it(ours: Corpus):
    """Criterion C24: a note on the content is there; whether it is a good one takes a person."""
    bare = [page for page in ours.pages if page.front.get("sensitive") and not page.front.get("content_note")]
    tell(Diagnostic(page.location, "a sensitive page says what is in it", "page-no-content-note") for page in bare)
