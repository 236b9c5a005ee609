"""What is wrong always comes out: a strict build fails on it, and nothing that stops a build keeps it back."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort

from tests.building import ROOT, Site, build_in_place, read_settings, write_project
from tests.rendering import FRONT_MATTER
from tests.sites.test_broken import get, serving, until

NO_FRONT_MATTER = "docs/broken.md:1:1: the page has no front matter [page-no-front-matter]"
GOOD = FRONT_MATTER + "Text.\n"
DEAD_LINK = FRONT_MATTER + "[There](nowhere.md)\n"


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def with_hook(project: Path, files: dict[str, str], hook: str) -> None:
    """A project with one more hook, which runs after ours where they have the same priority."""
    ours = read_settings()
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "nav": [],
        "hooks": [*(str(ROOT / path) for path in ours["hooks"]), "other.py"],
        "theme": {"custom_dir": str(ROOT / ours["theme"]["custom_dir"])},
    }
    write_project(project, {**files, "mkdocs.yml": yaml.safe_dump(settings), "other.py": hook})


@pytest.mark.parametrize(
    ("arguments", "status", "printed"),
    [([], 0, True), (["-q"], 0, False), (["--strict"], 1, True), (["--strict", "-q"], 1, True)],
    ids=["plain", "quiet", "strict", "strict and quiet"],
)
def test_a_problem_of_ours_fails_a_strict_build_however_quiet(tmp_path: Path, arguments, status, printed):
    write_project(tmp_path, {"docs/broken.md": "Text.\n"})

    done = run(tmp_path, *arguments)

    assert done.returncode == status
    assert (NO_FRONT_MATTER in done.stderr) is printed
    assert (tmp_path / "site/broken/index.html").is_file()


@pytest.mark.parametrize("arguments", [["--strict"], ["--strict", "-q"]], ids=["strict", "strict and quiet"])
def test_a_warning_of_mkdocs_fails_a_strict_build_however_quiet(tmp_path: Path, arguments):
    write_project(tmp_path, {"docs/page.md": DEAD_LINK})

    done = run(tmp_path, *arguments)

    assert done.returncode == 1
    assert "'nowhere.md'" in done.stderr


def test_a_site_without_a_problem_passes_strict_and_quiet_without_a_word(tmp_path: Path):
    write_project(tmp_path, {"docs/page.md": GOOD})

    done = run(tmp_path, "--strict", "-q")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_strict_build_counts_what_no_logger_hears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_project(tmp_path, {"docs/broken.md": "Text.\n"})
    monkeypatch.setattr("logging.Logger.isEnabledFor", lambda *_: False)

    with pytest.raises(Abort):
        build_in_place(tmp_path, strict=True)


FAIL = "raise KeyError('tides')"
ON_A_PAGE = f"  if page.file.src_uri == 'page.md': {FAIL}"
CRASHES = {
    "files": f"def on_files(files, **_):\n  {FAIL}",
    "nav": f"def on_nav(nav, **_):\n  {FAIL}",
    "pre_page": f"def on_pre_page(page, **_):\n{ON_A_PAGE}\n  return page",
    "markdown": f"def on_page_markdown(markdown, *, page, **_):\n{ON_A_PAGE}",
    "content": f"def on_page_content(html, *, page, **_):\n{ON_A_PAGE}",
    "env": f"def on_env(env, **_):\n  {FAIL}",
    "template": f"def on_template_context(context, *, template_name, **_):\n  if template_name == '404.html': {FAIL}",
    "context": f"def on_page_context(context, *, page, **_):\n{ON_A_PAGE}",
    "post_page": f"def on_post_page(output, *, page, **_):\n{ON_A_PAGE}",
    "post_build": f"def on_post_build(**_):\n  {FAIL}",
}
PLACES = {
    **dict.fromkeys(["pre_page", "markdown", "content", "context", "post_page"], "docs/page.md:1:1"),
    "template": "404.html:1:1",
}
# Read with the page, so that it is known only once pages are read.
KNOWN_ONLY_LATER = {"files", "nav", "pre_page"}


@pytest.mark.parametrize(
    ("event", "quiet"), [*((event, False) for event in CRASHES), ("markdown", True), ("post_build", True)]
)
def test_what_was_found_is_printed_when_something_stops_the_build_and_so_is_where(tmp_path: Path, event, quiet):
    files = {
        "docs/broken.md": "Text.\n",
        "docs/page.md": GOOD,
        "docs/_data/glossary.yml": "- {id: helm, trem: Helm, definition: It steers.}\n",
    }
    with_hook(tmp_path, files, CRASHES[event])

    done = run(tmp_path, "--strict", *(["-q"] if quiet else []))

    assert done.returncode != 0
    assert "docs/_data/glossary.yml:1:14: 'trem' is not a field of a term [glossary-unknown-field]" in done.stderr
    if event not in KNOWN_ONLY_LATER:
        assert NO_FRONT_MATTER in done.stderr
    place = PLACES.get(event, "other.py:2:1")
    assert f"{place}: the build stopped here: KeyError: 'tides'" in done.stderr
    assert done.stderr.count("[glossary-unknown-field]") == done.stderr.count("[build-stopped]") == 1


def test_what_was_found_is_printed_when_the_site_cannot_even_be_loaded(tmp_path: Path):
    hook = (
        "import primer.site.published\n"
        "def boom(*_: object) -> None:\n"
        "    raise KeyError('tides')\n"
        "primer.site.published.asset_paths = boom\n"
    )
    with_hook(tmp_path, {"docs/_data/glossary.yml": "- {id: helm, term: Helm, defintion: It steers.}\n"}, hook)

    done = run(tmp_path)

    assert done.returncode == 1
    assert "the build stopped here: KeyError: 'tides'" in done.stderr
    assert done.stderr.count("[glossary-unknown-field]") == done.stderr.count("[build-stopped]") == 1


def test_a_crash_in_our_own_code_is_told_with_the_page_and_the_line(tmp_path: Path):
    spoil = (
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(150)\n"
        "def on_page_context(context, *, page, **_):\n"
        "  if page.file.src_uri == 'page.md': page.content = 3\n"
    )
    with_hook(tmp_path, {"docs/broken.md": "Text.\n", "docs/page.md": GOOD}, spoil)

    done = run(tmp_path)

    assert done.returncode != 0
    assert NO_FRONT_MATTER in done.stderr
    assert re.search(r"docs/page\.md:1:1: the build stopped here: \w+Error: .*, in \S+\.py:\d+ \[build", done.stderr)


FIELDS = ["title", "description", "hide", "search", "template", "glossary", "status", "content_note", "sensitive"]
VALUES = [
    "",
    "true",
    "3",
    "1.5",
    "home",
    "[]",
    "[1]",
    "{}",
    "{a: 1}",
    "2026-11-22",
    "[[a]]",
    "{exclude: 3}",
    "null",
    "...",
]
STRANGERS = ["tags", "icon", "status2", "date", "3", "social"]


@pytest.mark.parametrize("field", [*FIELDS, *STRANGERS])
def test_no_value_of_any_field_stops_a_build(build_site: Callable[..., Site], field: str):
    """Each value in a page of its own; what is left out is said, and the page is there."""
    lines = [line for line in FRONT_MATTER.splitlines() if line != "---" and not line.startswith(f"{field}:")]
    front = {value: "\n".join(["---", *lines, f"{field}: {value}", "---", "", "Text.", ""]) for value in VALUES}
    site = build_site({f"docs/p{number}.md": text for number, text in enumerate(front.values())})

    for number in range(len(front)):
        assert "Text." in site.html(f"/p{number}/")


@pytest.mark.parametrize(
    "line", ["hide: true", "search: true", "template: home", "template:", "search: [boost]", "title: {a: b}", "tags: 3"]
)
def test_a_field_that_is_wrong_is_said_and_the_preview_starts(tmp_path: Path, line: str):
    name = line.partition(":")[0]
    front = [part for part in FRONT_MATTER.strip().splitlines() if not part.startswith(f"{name}:")]
    page = "\n".join([*front[:-1], line, "---", "", "Text.", ""])
    write_project(tmp_path, {"docs/page.md": page})

    with serving(tmp_path) as (address, log):
        assert "Text." in until(lambda: get(f"{address}/page/"), log)
        until(lambda: "docs/page.md:" in log.read_text() and "[page-" in log.read_text(), log)


@pytest.mark.parametrize("text", ["search: x\n\nText.\n", "template: home\nhide: true\n\nText.\n"])
def test_fields_without_dashes_around_them_are_none(build_site: Callable[..., Site], text: str):
    """MkDocs takes such lines for front matter as well."""
    site = build_site({"docs/page.md": text})

    assert [warning.splitlines()[0] for warning in site.warnings] == [
        NO_FRONT_MATTER.replace("broken", "page"),
    ]
    assert "Text." in site.html("/page/")


def test_other_plugins_get_what_is_right_and_nothing_else(tmp_path: Path):
    hook = (
        "import json, pathlib\n"
        "def on_page_context(context, *, page, config, **_):\n"
        "    if page.file.src_uri == 'page.md':\n"
        "        pathlib.Path('meta.json').write_text(json.dumps(page.meta, default=str))\n"
    )
    page = GOOD.replace("---\n\n", "hide: [toc]\nsearch: {exclude: 3}\nsensitive: 3\ntags: [a]\n---\n\n", 1)
    with_hook(tmp_path, {"docs/page.md": page}, hook)
    run(tmp_path)

    assert yaml.safe_load((tmp_path / "meta.json").read_text()) == {
        "title": "A page",
        "description": "A page of a test.",
        "sources_checked": "2026-11-22",
        "review_by": "2027-11-22",
        "hide": ["toc"],
    }


def test_a_template_of_the_site_s_own_may_be_named(tmp_path: Path):
    overrides = tmp_path / "overrides"
    overrides.symlink_to(ROOT / "overrides")
    settings: dict[str, Any] = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "nav": [],
        "hooks": [str(ROOT / path) for path in read_settings()["hooks"]],
        "theme": {"custom_dir": str(overrides)},
    }
    page = GOOD.replace("---\n\n", "template: base.html\n---\n\n", 1)
    write_project(tmp_path, {"docs/page.md": page, "mkdocs.yml": yaml.safe_dump(settings)})

    site = build_in_place(tmp_path)

    assert site.warnings == []
    assert site.tree("/page/").xpath("//head/title") == []  # base.html leaves that to main.html
