"""What is published of Material's style sheet, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.core.cache import Cache
from primer.publish.material import CODE, EVERY_PAGE, RELIED_ON, WRITTEN, MaterialSheet, material_styles, unmet

from tests.building import MATERIAL


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours/base.html").write_text(
        '<html data-md-scheme="day"><main class="md-main {{ \'plain\' if plain }}"><p title="inline">'
    )
    (tmp_path / "ours/page.js").write_text('button.className = "copied"; box.classList.toggle("is-open", true);')
    (tmp_path / "ours/site.css").write_text(".site { color: var(--md-ours) }")
    return tmp_path / "ours"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "theme/assets/stylesheets").mkdir(parents=True)
    return tmp_path / "theme"


def taken(theme: Path, ours: Path, written: str) -> dict[str, MaterialSheet]:
    (theme / "assets/stylesheets/main.00000000.min.css").write_text(written)
    return dict(material_styles(theme, [ours], Cache()))


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("p{color:red}", "p{color:red}"),
        (".md-main{color:red}.md-gone{top:0}p>.md-main .md-gone:hover{top:0}", ".md-main{color:red}"),
        (".md-gone,.md-main,p .md-gone{color:red}", ".md-main{color:red}"),
        (".md-main--x,.headerlink{top:0}", ".headerlink{top:0}"),
        ("p .md-button,blockquote,p{top:0}th[role=columnheader]{top:0}", "p{top:0}"),
        (".md-main:not(.md-gone,.md-lost){top:0}", ".md-main:not(.md-gone,.md-lost){top:0}"),
        (".plain,.copied,.is-open{top:0}", ".plain,.copied,.is-open{top:0}"),
        ("a.focus-visible{top:0}p:not(.focus-visible){top:0}", "a:focus-visible{top:0}p:not(:focus-visible){top:0}"),
        ("[data-md-scheme=day]{top:0}[data-md-gone]{top:0}[id=x]{top:0}", "[data-md-scheme=day]{top:0}[id=x]{top:0}"),
        ("@media print{.md-gone{top:0}}@media (a:1em){.md-gone,p{top:0}b{top:0}}", "@media (a:1em){p{top:0}b{top:0}}"),
        ("@keyframes k{0%{top:0}to{top:1px}}p{animation:1s k}", "@keyframes k{0%{top:0}to{top:1px}}p{animation:1s k}"),
        ('@charset "UTF-8";@keyframes k{0%{top:0}}@keyframes l{to{top:0}}p{top:0}', "p{top:0}"),
        ("@page{margin:1cm;size:a4}", "@page{margin:1cm;size:a4}"),
        (":root{--md-gone:1;--md-ours:2}p{top:0}", ":root{--md-ours:2}p{top:0}"),
        ("p{--a:var(--b);--b:1;--c:var(--b);top:var( --a)}", "p{--a:var(--b);--b:1;top:var( --a)}"),
        ('p{content:"}.md-gone{";top:0!important}', 'p{content:"}.md-gone{";top:0!important}'),
    ],
)  # fmt: skip
def test_every_page_gets_what_any_page_can_use(theme: Path, ours: Path, written: str, left: str):
    assert taken(theme, ours, written)[EVERY_PAGE].css == f"@layer material{{{left}}}"


@pytest.mark.parametrize(
    ("written", "sheet", "left", "names"),
    [
        (".highlight .k,p{top:0}", CODE, ".highlight .k{top:0}", {"highlight"}),
        ("p pre>code,code{top:0}", CODE, "p pre>code{top:0}", {"pre"}),
        (".grid.cards>p,.inline,p{top:0}", WRITTEN, ".grid.cards>p,.inline{top:0}", {"grid", "inline"}),
        (".tabs .highlight{top:0}", CODE, ".tabs .highlight{top:0}", {"highlight"}),
        (".tabs .md-gone{top:0}", WRITTEN, "", set()),
        (":root{--i:1;--j:2;top:0}.tabs{top:var(--i)}", WRITTEN, ":root{--i:1}.tabs{top:var(--i)}", {"tabs"}),
        ("@keyframes k{to{top:0}}.tabs{animation:k}", WRITTEN, "@keyframes k{to{top:0}}.tabs{animation:k}", {"tabs"}),
    ],
)  # fmt: skip
def test_a_page_gets_what_authors_wrote_for(
    theme: Path, ours: Path, written: str, sheet: str, left: str, names: set[str]
):
    found = taken(theme, ours, written)[sheet]
    assert found.css == (f"@layer material{{{left}}}" if left else "")
    assert found.names == names


def test_what_only_some_pages_use_is_defined_for_them_alone(theme: Path, ours: Path):
    found = taken(theme, ours, ":root{--icon:url(i)}.tabs{mask:var(--icon)}")
    assert found[EVERY_PAGE].css == ""


def test_material_has_each_file_that_a_site_relies_on_once():
    assert unmet(MATERIAL) == []


def test_what_is_missing_and_what_is_there_twice_is_named(theme: Path):
    for number in (0, 1):
        (theme / f"assets/stylesheets/main.{number}.css").touch()

    assert unmet(theme) == list(RELIED_ON)
