"""What the panel above the text of a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from primer.core.urls import Link
from primer.features.in_short.check import from_root, target_from_root
from primer.features.in_short.model import InShort
from primer.kit.content import Content
from primer.kit.levels import LevelStrings, LevelView
from primer.kit.page import CurrentPage


@dataclass(frozen=True)
class PointView:
    """A point; terms in it are linked as in the text below."""

    html: Markup
    level: LevelView | None


@dataclass(frozen=True)
class InShortView:
    """The panel."""

    points: tuple[PointView, ...]
    button: Link | None


def in_short_view(short: InShort, page: CurrentPage, content: Content) -> InShortView:
    """Return what the panel of a page shows."""
    parsed, levels = content.text.parsed, content.strings[LevelStrings]
    points = (
        PointView(page.text(parsed(from_root(one.text, page.src_uri))), levels.named(one.level)) for one in short.points
    )
    button = short.button
    target = target_from_root(button.to, page.src_uri) if button else ""
    return InShortView(
        points=tuple(points),
        button=Link(content.text.address(target, page.url), button.text) if button else None,
    )
