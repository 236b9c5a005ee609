"""The page of a package: a quiz as its own page shows it, without the site around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from primer.core.urls import Link, absolute_url, page_url
from primer.kit.context import Context
from primer.kit.exported import ExportedQuiz
from primer.kit.feature import Pack
from primer.outputs.exports.scorm.interactions import interactions
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.links import taken_out
from primer.publish.policy import NO_SINKS, content_security_policy
from primer.site.around import around
from primer.site.page_view import PageView

STYLE = "assets/embed.css"
ADAPTER = "assets/scorm.js"
"""Where the adapter lies in a package."""


@dataclass(frozen=True)
class PackagedPage:
    """The page of a package, and where the published assets are that it asks for, below it as below the site."""

    html: str
    assets: tuple[str, ...]


def packaged_page(
    page: PageView, src_uri: str, quiz: ExportedQuiz, context: Context, address_of: Callable[[str | Pack], str]
) -> PackagedPage:
    """Return the page of the package of a quiz, from the finished page at ``src_uri``.

    ``address_of`` returns where one of our own assets is published, below the site's root.
    """
    outside, site_url, old = around(context.content), quiz.origin.url, page_url(src_uri)
    asked: dict[str, None] = {}

    def asset(path: str | Pack) -> str:
        address = address_of(path)
        asked[address] = None
        return address

    help = outside.help
    html = context.templates.render(
        "outputs/exports/scorm/package.html",
        page=page,
        html=Markup("").join(
            Markup(taken_out(part, old, site_url)) for part in (page.lead_html, page.rest_html, page.end_html)
        ),
        styles=["assets/site.css", *page.styles, STYLE],
        scripts=page.scripts,
        adapter=ADAPTER,
        policy=f"{content_security_policy()}; {NO_SINKS}",
        site_name=quiz.origin.name,
        original=absolute_url(site_url, old),
        help=help and Link(absolute_url(site_url, help.url) or "", help.title),
        note=page.content_note or (quiz.strings[ExportStrings].content_note if page.sensitive else None),
        notice=outside.notice,
        licence=outside.licences.text,
        interactions=interactions(quiz),
        asset=asset,
    )
    return PackagedPage(str(html), tuple(asked))
