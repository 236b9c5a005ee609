"""What is published of Material's style sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.core.cache import Cache
from primer.publish.material import RELIED_ON, material_styles, script_address, unmet

from tests.building import MATERIAL


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/base.html").write_text('<main class="md-main"><p data-md-toggle="search">')
    (tmp_path / "ours/site.css").write_text(".site { color: var(--md-ours) }")
    return tmp_path / "ours"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name in ("assets/stylesheets", "assets/javascripts"):
        (tmp_path / "theme" / name).mkdir(parents=True)
    (tmp_path / "theme/assets/javascripts/bundle.00000000.min.js").write_text(
        'h("p",{class:`md-made md-part--${one} md-version md-source__fact md-search-result md-mermaid`})'
    )
    return tmp_path / "theme"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("p{color:red}", "p{color:red}"),
        (".md-main{color:red}.md-made{top:0}", ".md-main{color:red}.md-made{top:0}"),
        (".md-gone{color:red}p>.md-main .md-gone:hover{top:0}", ""),
        (".md-gone,.md-main,p .md-gone{color:red}", ".md-main{color:red}"),
        (".md-part--two{top:0}.md-part{top:0}.md-main--x{top:0}", ".md-part--two{top:0}.md-part{top:0}"),
        (".md-main:not(.md-gone,.md-lost){top:0}", ".md-main:not(.md-gone,.md-lost){top:0}"),
        (".admonition.note,.md-button{top:0}", ".admonition.note,.md-button{top:0}"),
        ("[data-md-toggle=menu]:checked~p{top:0}", "[data-md-toggle=menu]:checked~p{top:0}"),
        ("@media print{.md-gone{top:0}}@media (a:1em){.md-gone,p{top:0}b{top:0}}", "@media (a:1em){p{top:0}b{top:0}}"),
        ('@charset "UTF-8";@keyframes k{0%{top:0}to{top:1px}}', "@keyframes k{0%{top:0}to{top:1px}}"),
        ("@page{margin:1cm;size:a4}", "@page{margin:1cm;size:a4}"),
        (":root{--md-gone:1;--md-ours:2}p{top:0}", ":root{--md-ours:2}p{top:0}"),
        ("p{--a:var(--b);--b:1;--c:var(--b);top:var( --a)}", "p{--a:var(--b);--b:1;top:var( --a)}"),
        (':root{--md-icon:url("data:a{}")}.md-gone{content:var(--md-icon)}', ""),
        (".md-version,.md-source__fact,.md-search-result,.md-mermaid:hover{color:red}", ""),
        ('p{content:"}.md-gone{";top:0!important}', 'p{content:"}.md-gone{";top:0!important}'),
    ],
)  # fmt: skip
def test_what_a_page_can_use_is_left(theme: Path, ours: Path, written: str, left: str):
    (theme / "assets/stylesheets/main.00000000.min.css").write_text(written)
    assert material_styles(theme, [ours], Cache()) == left


def test_material_has_each_file_that_a_site_relies_on_once():
    assert unmet(MATERIAL) == []
    assert (MATERIAL / script_address(MATERIAL)).is_file()


def test_what_is_missing_and_what_is_there_twice_is_named(theme: Path):
    (theme / "assets/javascripts/bundle.11111111.min.js").touch()

    assert unmet(theme) == list(RELIED_ON)
