"""The builder that other tests build upon: our hooks, our theme, the tests' own pages."""

from __future__ import annotations

import pytest
from mkdocs.exceptions import Abort

PAGE = """---
title: A page
description: A page of a test.
sources_checked: 2026-11-22
review_by: 2027-11-22
status: unreviewed
sensitive: false
---

Some words. [A link]({link})
"""


def test_a_small_site_has_our_hooks_and_our_theme(build_site):
    site = build_site({"docs/index.md": PAGE.format(link="/index.md")})

    assert site.warnings == []
    assert site.tree("/").xpath("string(//main//h1)") == "A page"
    assert any(path.startswith("assets/site.") for path in site.files)


def test_what_mkdocs_warns_of_is_kept(build_site):
    site = build_site({"docs/README.md": PAGE.format(link="/index.md")})

    assert site.warnings == ["Excluding 'README.md' from the site because it conflicts with 'index.md'."]


def test_a_dead_link_is_said_once_with_its_place(build_site):
    page = PAGE.format(link="/nowhere.md")
    site = build_site({"docs/index.md": page})

    line = page[: page.index("](/nowhere.md")].count("\n") + 1
    column = len(page.split("\n")[line - 1].partition("/nowhere.md")[0]) + 1
    assert site.warnings == [f"docs/index.md:{line}:{column}: there is no page '/nowhere.md' [link-unknown]"]


def test_a_strict_build_ends_at_a_warning(build_site):
    with pytest.raises(Abort):
        build_site({"docs/index.md": PAGE.format(link="/nowhere.md")}, strict=True)


def test_sites_of_one_test_do_not_mix(build_site):
    first = build_site({"docs/first.md": PAGE.format(link="/first.md")})
    second = build_site({"docs/second.md": PAGE.format(link="/second.md")})

    assert "/second/" not in first.addresses
    assert "/first/" not in second.addresses


def test_front_matter_that_would_stop_mkdocs_never_reaches_it(build_site):
    site = build_site({"docs/page.md": "---\ntitle: " + "[" * 100_000 + "\n---\n\n## Page\n"})

    said = [warning.splitlines()[0] for warning in site.warnings if "docs/page.md" in warning]
    assert said == ["docs/page.md:2:39: lists and mappings are nested more than 32 deep [yaml-too-deep]"]
    assert "[[" not in site.html("/page/")
