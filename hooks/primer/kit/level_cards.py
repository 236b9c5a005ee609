"""Show the section below a heading that names a level as a card: with the shape and the colours of that level."""

from __future__ import annotations

import typing
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.core.diagnostics import did_you_mean
from primer.kit.levels import Level
from primer.kit.locations import Finder
from primer.kit.page import CurrentPage
from primer.kit.sectioning import take_class, wrap_sections
from primer.kit.templates import Templates

STYLE = "level.css"
_CLASS = "level-"
_LEVELS: tuple[str, ...] = typing.get_args(Level)


class LevelCards(Treeprocessor):
    """Puts into a card what stands below a heading with the class ``level-ask``, ``level-advice`` or ``level-safe``."""

    def __init__(self, md: Markdown, templates: Templates, current: Callable[[], CurrentPage | None]) -> None:
        super().__init__(md)
        self._templates = templates
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is not None:
            wrap_sections(root, lambda heading: self._begun(heading, page))

    def _begun(self, heading: Element, page: CurrentPage) -> Element | None:
        name = next((one for one in heading.get("class", "").split() if one.startswith(_CLASS)), None)
        if name is None:
            return None
        take_class(heading, name)
        level = name.removeprefix(_CLASS)
        if level not in _LEVELS:
            hint = did_you_mean(level, _LEVELS) or f"one of: {', '.join(_LEVELS)}"
            page.report.add(Finder(page).next(f".{name}"), f"there is no level '{level}'", "level-unknown", hint)
            return None
        page.assets.add(STYLE)
        shape = self._templates.render("kit/level-shape.html", level=level)
        heading.text = f"{self.md.htmlStash.store(shape)} {heading.text or ''}"
        around = Element("div", {"class": "level", "data-level": level})
        around.text = "\n"
        around.append(heading)
        return around
