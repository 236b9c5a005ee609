"""Say in HTML what is wrong with a page, or with the whole site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from primer.core.diagnostics import Diagnostic
from primer.core.urls import page_url
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.site.preview.editors import Editor
from primer.site.preview.grouping import Grouping, PageProblem, by_file
from primer.site.preview.served_page import ServedPage

PROBLEMS = "_problems/"
"""Where the problems of the whole site are, below its root; no page of a site can be there."""
SHEET = f"{PROBLEMS}preview.css"
LIST_ID = "preview-problems"
"""The id of the element of that page that holds them."""
MOST = 50
"""So many problems are said on a page; there is a list of all."""
ERRORS_PAGE = "errors"
"""The id of the page that explains the codes, where a site has one."""
_ANCHOR = re.compile(r"\{[^}\n]*#([\w-]+)")


class ProblemView(NamedTuple):
    """A problem, for the templates."""

    dom: str
    location: str
    href: str | None
    """What opens an editor there."""
    message: str
    hint: str | None
    code: str
    explained: str | None
    """Where the code is explained."""


@dataclass(frozen=True)
class Preview:
    """What one build found, as its pages say it. ``root`` is the folder that the paths in messages begin in."""

    features: Sequence[Feature]
    context: Context
    problems: tuple[Diagnostic, ...]
    docs: str
    root: Path
    editor: Editor
    warnings: tuple[str, ...] = ()
    """What MkDocs warns of by itself, in its own words."""

    def page(self, html: str, address: str, base: str, stopped: Sequence[str] = ()) -> str:
        """Return the HTML of a page with what is wrong with it.

        ``address`` is its own, below the site's root, which is at ``base``. ``stopped`` says why there is no newer one.
        """
        if not (self.problems or self.warnings or stopped) and address != PROBLEMS:
            return html
        served = ServedPage(html)
        if (main := served.main) is None:
            return html
        served.put_style(f"{base}{SHEET}")
        if address == PROBLEMS:
            self._put_list(served, base, stopped)
            return str(served)
        page = self._pages.get(address)
        found = self._grouping.of_page(page, self.problems) if page else []
        views = self._views(found[:MOST], base)
        panel = self.context.templates.render(
            "site/preview/panel.html",
            problems=views,
            count=len(found),
            elsewhere=len(self.problems) + len(self.warnings) - len(found),
            stopped=stopped,
            all_problems=f"{base}{PROBLEMS}",
            is_page=page is not None,
        )
        served.put(main, panel)
        for one, view in zip(found, views, strict=False):
            mark = self.context.templates.render("site/preview/mark.html", problem=view)
            served.put_mark(one.spots, len(page.placements) if page else 0, mark)
        return str(served)

    def _put_list(self, served: ServedPage, base: str, stopped: Sequence[str]) -> None:
        number = 0
        files: list[tuple[str, list[ProblemView]]] = []
        for path, found in by_file(self.problems):
            files.append((path, [self._view(problem, number + at, base) for at, problem in enumerate(found)]))
            number += len(found)
        html = self.context.templates.render(
            "site/preview/problems.html",
            files=files,
            warnings=self.warnings,
            count=len(self.problems) + len(self.warnings),
            stopped=stopped,
        )
        served.put_in(LIST_ID, html)

    def _views(self, found: Sequence[PageProblem], base: str) -> list[ProblemView]:
        return [self._view(one.problem, number, base) for number, one in enumerate(found)]

    def _view(self, problem: Diagnostic, number: int, base: str) -> ProblemView:
        return ProblemView(
            dom=f"preview-problem-{number + 1}",
            location=str(problem.location),
            href=self.editor.href(problem.location, self.root),
            message=problem.message,
            hint=problem.hint,
            code=problem.code,
            explained=self._explained(problem.code, base),
        )

    @cached_property
    def _grouping(self) -> Grouping:
        return Grouping(self.features, self.context.content, f"{self.docs}/_data")

    @cached_property
    def _pages(self) -> dict[str, CurrentPage]:
        return {page.url: page for page in self.context.pages}

    @cached_property
    def _entries(self) -> tuple[str, frozenset[str]]:
        """The address of the page that explains codes, and the passages that it has."""
        content = self.context.content
        for page in self.context.pages:
            if content.id_of(page.src_uri) == ERRORS_PAGE:
                return page_url(page.src_uri), frozenset(_ANCHOR.findall(page.markdown))
        return "", frozenset()

    def _explained(self, code: str, base: str) -> str | None:
        """Return where a code is explained: under its own name, or under what it has in common with others."""
        address, anchors = self._entries
        words = code.split("-")
        names = ("-".join(words[first:]) for first in range(len(words)))
        return next((f"{base}{address}#{name}" for name in names if name in anchors), None)


def stopped_page(stopped: Sequence[str], sheet: str) -> Markup:
    """Return a page for an address at which there is nothing because the site could not be built."""
    said = Markup("").join(Markup("<pre>{}</pre>").format(line) for line in stopped)
    return Markup(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="2">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<title>The site cannot be built</title>\n<link rel="stylesheet" href="{}">\n'
        '<main class="preview">\n<h1>The site cannot be built</h1>\n{}\n'
        "<p>This page goes away by itself once that is mended.</p>\n</main>\n</html>\n"
    ).format(sheet, said)
