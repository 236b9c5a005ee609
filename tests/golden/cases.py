"""The golden cases: each a page, and what it becomes.

`page` is Markdown without its front matter; `front` holds lines of front matter beyond what every page needs, or null
for none at all; `data` replaces files of docs/_data. Then comes what is expected: `html` is the text of the page with
the templates of this folder, `shows` what the page ends with, read as text, and `problems` what is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from lxml import html as lxml_html
from lxml.html import HtmlElement

from tests.building import ROOT
from tests.rendering import FRONT_MATTER, load_site, render_page

FOLDER = ROOT / "tests/golden"


@dataclass(frozen=True)
class Case:
    """A golden case; see the top of this file."""

    id: str
    page: str
    front: str | None = ""
    data: Mapping[str, str] = field(default_factory=dict)
    html: str | None = None
    shows: str | None = None
    problems: str = ""


def read(path: Path) -> Case:
    """Return the case in a file."""
    return Case(id=path.relative_to(FOLDER).with_suffix("").as_posix(), **yaml.safe_load(path.read_text("utf-8")))


def source(case: Case) -> str:
    """Return the file that an author would write."""
    if case.front is None:
        return case.page
    named = {line.partition(":")[0] for line in case.front.splitlines()}
    usual = [line for line in FRONT_MATTER.splitlines()[1:-2] if line.partition(":")[0] not in named]
    return "\n".join(["---", *usual, *case.front.splitlines(), "---", "", case.page])


def outcome(case: Case, docs: Path) -> Case:
    """Return the case with what comes out now. ``docs`` is a copy of the folder of that name, to write into."""
    for name, text in case.data.items():
        (docs / "_data" / name).write_text(text, "utf-8")
    (docs / "page.md").write_text(source(case), "utf-8")
    site = load_site(docs, overrides=FOLDER / "templates" if case.shows is None else None)
    view = render_page(site, docs, "page.md")
    return Case(
        id=case.id,
        page=case.page,
        front=case.front,
        data=case.data,
        html=None if case.html is None else f"{view.lead_html}{view.rest_html}",
        shows=None if case.shows is None else outline(view.end_html),
        problems="\n".join(site.problems()),
    )


def outline(html: str) -> str:
    """Return what a reader reads, one line for each heading, item or paragraph, with the addresses of links."""
    lines: list[str] = []
    _outline(lxml_html.fragment_fromstring(html, create_parent="main"), lines)
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


_SIGNS = {
    "h2": "## ",
    "h3": "### ",
    "dd": "  ",
    "dt": "",
    "p": "",
    "div": "",
    "details": "",
    "summary": "",
    "dl": "",
    "ol": "",
}


def _outline(element: HtmlElement, lines: list[str]) -> None:
    if element.tag in _SIGNS:
        lines.append(_SIGNS[element.tag])
    elif not lines:
        lines.append("")
    link = element.get("href") if element.tag == "a" else None
    lines[-1] += ("[" if link else "") + (element.text or "")
    for child in element:
        _outline(child, lines)
        lines[-1] += child.tail or ""
    lines[-1] += f"]({link})" if link else ""
