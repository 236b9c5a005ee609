"""Frames: each page without the site around it, to be shown on other sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from markupsafe import Markup

from primer.core.cache import digest_of
from primer.core.urls import Link, page_url, relative_url
from primer.kit.content import Content
from primer.kit.feature import Feature, Pack, asset_path
from primer.kit.templates import Templates
from primer.outputs.links import moved_to
from primer.outputs.strings import EmbedStrings
from primer.publish.policy import NO_SINKS
from primer.site.around import around
from primer.site.page_view import PageView
from primer.site.wanted import COPYING

STYLE, SCRIPT = "embed.css", "embed.js"


class Frames:
    """Frames as an output: what it brings along."""

    strings = (EmbedStrings,)
    styles = (STYLE,)
    scripts = (SCRIPT,)
    folder = Path(__file__).parent
    folders = (folder,)

    def features(self, features: Sequence[Feature]) -> Sequence[Feature]:
        """Return nothing: pages say nothing of their frames."""
        return ()


def same_in_frames(content: Content, made_by: bytes, *settings: object) -> bytes:
    """Return what stands for all that is the same in every embed of a build.

    ``made_by`` stands for code and templates, and ``settings`` are what ``frame_html`` is asked with besides a page.
    """
    outside = around(content)
    help_page = content.page((content.settings.help or "").removeprefix("/"))
    framed = content.embed_of(help_page) if outside.help else ""
    return digest_of(made_by, repr(outside), framed, repr(content.strings), repr(settings))


def frame_mark(page: PageView, src_uri: str, content: Content, same: bytes) -> str:
    """Return what stands for all of which the embed of a page is made."""
    return digest_of(same, src_uri, content.embed_of(src_uri), page.digest).hex()


def frame_html(
    page: PageView,
    src_uri: str,
    content: Content,
    templates: Templates,
    *,
    policy: str | None,
    site_name: str,
    icon: str | None,
    address_of: Callable[[str | Pack], str],
) -> Markup:
    """Return the whole HTML of a page's embed: the text that the page has, without the site around it.

    ``icon`` is where the site's icon is, and ``address_of`` returns where one of our own assets is published, both
    below the site's root.
    A sensitive page is named there and not shown, because "Leave this site" cannot leave the site around the frame.
    The page for help is shown all the same: a frame may not be allowed to lead anywhere else.
    Nothing offers to copy code, because a frame may not be allowed to do that either.
    """
    base, old = content.embed_of(src_uri), page_url(src_uri)
    outside = around(content)
    help_page = content.page((content.settings.help or "").removeprefix("/"))
    framed = {outside.help.url: content.embed_of(help_page)} if outside.help else {}
    shown = not page.sensitive or old in framed
    parts = [page.lead_html, page.rest_html, page.end_html] if shown else []
    return templates.render(
        "outputs/frame.html",
        page=page,
        html=Markup("").join(Markup(moved_to(part, base, old, framed)) for part in parts),
        styles=["assets/site.css", *(page.styles if shown else []), f"assets/{STYLE}"],
        scripts=[f"assets/{SCRIPT}", *(one for one in page.scripts if shown and one != asset_path(COPYING))],
        policy=policy and f"{policy}; {NO_SINKS}",
        site_name=site_name,
        shown=shown,
        original=relative_url(old, base),
        help=Link(relative_url(framed[outside.help.url], base), outside.help.title) if outside.help else None,
        is_help=old in framed,
        notice=outside.notice,
        licence=outside.licences.text,
        icon=relative_url(icon, base) if icon else None,
        asset=lambda path: relative_url(address_of(path), base),
    )
