"""What has read one page reads the next, as if it were the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page
from primer.core.diagnostics import Report
from primer.kit.extension import PrimerExtension
from primer.kit.page import CurrentPage
from primer.kit.reused_markdown import ReusedMarkdown
from primer.site.build import Site
from primer.text.author_markdown import AuthorMarkdown
from primer.text.formulas import READER
from primer_mkdocs.content import Loading
from primer_mkdocs.pages import on_page_markdown, on_pre_page

from tests.building import ROOT
from tests.property.strategies import REFERENCES, TERMS
from tests.rendering import content_of, context_of, features
from tests.unit.pages.test_nesting import DEEP

CONFIG = load_config(str(ROOT / "mkdocs.yml"))
AUTHOR = AuthorMarkdown()

#: Each leaves as much as it can in what reads it.
PAGES = {
    "plain": "Words about the sea. Water HTML 40 [x][r] [^1]\n\n## Part\n\n- [ ] do\n",
    "notes": "A[^1] and b[^note], again[^1].\n\n[^1]: One.\n\n    More [@nobody-2001].\n\n[^note]: Two[^1].\n",
    "note-without-text": "A[^1].\n\n[^2]: Two.\n",
    "definitions": "*[HTML]: Hyper\n*[Water]: Wet\n\nHTML [x][r] ![i][r]\n\n[r]: https://e.org 'T'\n\nsea\n:   wet\n",
    "headings": "## Part\n\n## Part\n\n### Part {#part_2 .x}\n\nSetext\n---\n\n# Second title\n",
    "tabs": '=== "A"\n\n    a\n\n    === "B"\n\n        b\n\n=== "C"\n\n    c\n\nText\n\n=== "D"\n    d\n',
    "boxes": "!!! note\n    In\n\n    - a\n\n        ??? tip 'T'\n            b\n\n???+ warning\n    c\n\n- !!! note\n",
    "code": "``` python hl_lines='1' linenums='1'\nx = 1\n```\n\n    y\n\n- ~~~\n  z\n  ~~~\n\n```\nnever closed\n",
    "html": "<div markdown='1'>\n*a*\n\n<p markdown='block'>b\n\n<script>1</script> <b>open\n\n<!-- never\n",
    "tables": "| a | b |\n|:-:|--:|\n| `c|d` | 2 |\n\na | b\n--|--\n1 | 2\n",
    "lists": "3. a\n4. b\n    1. c\n\n- [x] d\n    * e\n\n> q\n> - r\n",
    "inline": "`a ``b` ++ctrl+c++ ~~c~~ ***d** e* \\* $x^2$ [ [y](/index.md) <https://example.org> &amp; *f",
    "placed": "Helm [@nobody-2001; @society-2002] sea 40.\n\n``` glossary\n```\n\n```` text\n``` glossary\n```\n````\n",
    "deep": DEEP["notes"](120),
    "empty": "",
}

#: One that Markdown cannot read to its end.
TOO_DEEP = DEEP["numbers"](2000)


def extension() -> PrimerExtension:
    """Ours, with terms and references."""
    return PrimerExtension(features(), context_of(content_of(terms=TERMS, references=REFERENCES)))


def read(name: str, ours: PrimerExtension, reused: ReusedMarkdown | None, *more: str | Extension) -> tuple[Any, ...]:
    """Read a page with something new, or something that is reused; return what is known of it then."""
    report = Report()
    page = CurrentPage(f"{name}.md", f"docs/{name}.md", PAGES[name], report, "A page")
    ours.now_on(page)
    extensions = [*CONFIG.markdown_extensions, READER, *more, AUTHOR, ours]
    if reused is None:
        md = Markdown(extensions=extensions, extension_configs=CONFIG.mdx_configs)
        html = md.convert(page.markdown)
    else:
        with reused.lent(extensions, CONFIG.mdx_configs, ours) as lent:
            md = Markdown(extensions=lent, extension_configs=CONFIG.mdx_configs)
            html = md.convert(page.markdown)
    found = [str(problem) for problem in report]
    return vars(md), html, md.toc_tokens, page.links, page.anchors, page.assets, page.marks, found  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def alone() -> dict[str, tuple[Any, ...]]:
    """Each page as something new reads it."""
    return {name: read(name, extension(), None)[1:] for name in PAGES}


@pytest.mark.parametrize("first", PAGES)
def test_no_page_changes_the_next(first: str, alone: dict[str, tuple[Any, ...]]):
    ours, reused = extension(), ReusedMarkdown()
    for second in PAGES:
        read(first, ours, reused)
        assert read(second, ours, reused)[1:] == alone[second], f"'{second}' after '{first}'"


def test_pages_that_markdown_reads_to_their_end_share_what_reads_them():
    ours, reused = extension(), ReusedMarkdown()
    first, second = (read(name, ours, reused)[0] for name in ("plain", "notes"))

    assert first is second


def test_what_was_stopped_in_the_middle_reads_no_other_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(PAGES, "too-deep", TOO_DEEP)
    ours, reused = extension(), ReusedMarkdown()
    first, second = (read(name, ours, reused)[0] for name in ("too-deep", "plain"))

    assert first is not second


def test_what_something_went_wrong_in_reads_no_other_page():
    class Wrong(Treeprocessor):
        def run(self, root: Element) -> None:
            raise ZeroDivisionError

    ours, reused = extension(), ReusedMarkdown()
    before = read("plain", ours, reused)[0]
    before["treeprocessors"].register(Wrong(), "wrong", 15)
    with pytest.raises(ZeroDivisionError):
        read("plain", ours, reused)

    assert read("plain", ours, reused)[0] is not before


class Nested(Treeprocessor):
    """Reads another text in the middle of a page, once, with what reads the page."""

    def __init__(self, extensions: Sequence[str | Extension]) -> None:
        super().__init__()
        self._left = [extensions]

    def run(self, root: Element) -> None:
        while self._left:
            md = Markdown(extensions=self._left.pop(), extension_configs=CONFIG.mdx_configs)
            assert "footnote" in md.convert("Other[^1] *words*.\n\n[^1]: Note.\n\n=== 'T'\n    In.\n")


@pytest.mark.parametrize("outer", ["notes", "tabs", "definitions", "headings", "code", "placed"])
def test_a_text_that_is_read_in_the_middle_of_a_page_does_not_change_it(outer: str, alone: dict[str, tuple[Any, ...]]):
    ours, reused = extension(), ReusedMarkdown()
    read("plain", ours, reused)
    page = CurrentPage(f"{outer}.md", f"docs/{outer}.md", PAGES[outer], Report(), "A page")
    ours.now_on(page)
    with reused.lent([*CONFIG.markdown_extensions, READER, AUTHOR, ours], CONFIG.mdx_configs, ours) as lent:
        md = Markdown(extensions=lent, extension_configs=CONFIG.mdx_configs)
        md.treeprocessors.register(Nested(lent), "nested", 15)
        html = md.convert(page.markdown)

    assert html == alone[outer][0]


@pytest.mark.parametrize(
    "more", ["pymdownx.caret", AUTHOR, type("Strange", (Extension,), {"extendMarkdown": lambda *_: None})()]
)
def test_only_what_is_known_to_forget_is_reused(more: str | Extension):
    ours, reused = extension(), ReusedMarkdown()
    first, second = (read(name, ours, reused, more)[0] for name in ("plain", "notes"))

    assert (first is second) is (more is AUTHOR)


def test_footnotes_that_count_from_page_to_page_are_never_reused():
    reused, ours = ReusedMarkdown(), extension()
    with reused.lent(["footnotes"], {"footnotes": {"UNIQUE_IDS": True}}, ours) as lent:
        assert lent == ["footnotes"]


def test_mkdocs_extends_markdown_once_for_all_pages_of_a_language(monkeypatch: pytest.MonkeyPatch):
    config = Loading().on_config(load_config(str(ROOT / "examples/tides/mkdocs.yml")))
    site: Site = config.extra["primer"]
    extend, extended = site.extension.extendMarkdown, []

    def extendMarkdown(md: Markdown) -> None:  # noqa: N802
        extended.append(site.extension.rendering)
        extend(md)

    monkeypatch.setattr(site.extension, "extendMarkdown", extendMarkdown)
    files = get_files(config)
    pages = [Page(None, file, config) for file in files.documentation_pages()]
    for page in pages:
        on_pre_page(page)
        page.read_source(config)
        assert page.markdown is not None
        page.markdown = on_page_markdown(page.markdown, page=page, config=config)
        page.render(config, files)

    assert len(pages) > len(extended) == len(set(extended))
    assert all(page.content and page.toc is not None for page in pages)
    assert config.markdown_extensions[0] == "toc"  # other plugins find what they find without us
