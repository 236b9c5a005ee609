"""``make check`` says what the build says and what the rules say, in one list."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.site.changes import Unrecorded

from tests.building import write_project
from tools import changes, check, promises

PAGE = """---
title: A title
description: A description.
sources_checked: 2026-01-01
review_by: 2027-01-01
---

We cannot confirm it.

``` quiz
id: gone
```
"""


def test_messages_of_the_build_and_of_the_rules_stand_in_the_order_of_the_files(tmp_path: Path):
    write_project(tmp_path, {"docs/trust/a.md": PAGE})
    found = check.check(tmp_path)

    of_page = [message.splitlines()[0] for message in found if message.startswith("docs/trust/a.md:")]
    assert of_page == [
        "docs/trust/a.md:1:1: the page names nothing to do next [content-no-steps]",
        "docs/trust/a.md:1:1: 0.0 contractions in a hundred words, 1.5 at least [content-stiff]",
        "docs/trust/a.md:8:1: 'cannot confirm' is not how we speak [content-tic]",
        "docs/trust/a.md:11:5: there is no quiz 'gone' [quiz-unknown]",
    ]
    assert [message for message in found if "content-broken-promise" in message] == [], "there is no whole site yet"


@pytest.mark.parametrize("settings", ["site_name: [\n", "site_name: A site\nplugins: [no-such-plugin]\n"])
def test_a_site_that_cannot_be_built_is_told_why_without_a_traceback(tmp_path: Path, settings: str):
    write_project(tmp_path, {"mkdocs.yml": settings})
    found = check.built(tmp_path, tmp_path / "site")

    assert found
    assert "Traceback" not in "\n".join(found)


def test_what_is_new_and_what_is_gone_is_told_with_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "en").mkdir()
    (tmp_path / "en/addresses.txt").write_text("/gone/\n", "utf-8")
    (tmp_path / "withdrawn.yml").write_text("", "utf-8")
    monkeypatch.setattr(promises, "LEDGER", tmp_path)
    monkeypatch.setattr(promises, "WITHDRAWN", tmp_path / "withdrawn.yml")
    now = {"en/addresses.txt": frozenset(("/a/", "/b/", "/c/", "/d/"))}
    monkeypatch.setattr(promises, "kept", lambda _: now)
    monkeypatch.setattr(promises, "promises", lambda _: now)

    assert (
        "\n".join(map(str, check.promised(tmp_path)))
        == """\
tests/promises/en/addresses.txt:1:1: '/gone/' was promised, and is gone [content-broken-promise]
    hint: keep its line in permalinks.yml, so that it leads to the page that answers it now
tests/promises/en/addresses.txt:1:1: not recorded yet: /a/, /b/, /c/ and 1 more [content-unrecorded-promise]
    hint: when they may stay for good, make promises"""
    )


def test_a_page_whose_change_is_not_recorded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    found = [Unrecorded("a", "docs/a.md", "", is_new=True), Unrecorded("b", "docs/b.md", "", is_new=False)]
    monkeypatch.setattr(changes, "missing", lambda _: found)

    assert (
        "\n".join(map(str, check.unrecorded_changes(tmp_path)))
        == """\
docs/a.md:1:1: the page is new to changes.yml [content-unrecorded-change]
    hint: when the text is ready, make changes, which prints the entry to add
docs/b.md:1:1: the page says something else than changes.yml has [content-unrecorded-change]
    hint: when the text is ready, make changes, which prints the entry to add"""
    )


def test_the_end_says_how_many_problems_there_are(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    for found, said in ((["a", "b"], "a\nb\n2 problems, in 0 s."), ([], "No problems, in 0 s.")):
        monkeypatch.setattr(check, "check", lambda _, found=found: found)
        with pytest.raises(SystemExit) as left:
            check.main()
        assert capsys.readouterr().out.startswith(said)
        assert left.value.code == bool(found)
