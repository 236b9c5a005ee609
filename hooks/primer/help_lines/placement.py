"""Place the help lines where a page asks for them."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.fragments import Fragments
from primer.help_lines.view import places
from primer.placement import Placer, without_settings


def place_help_lines(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``help-lines``."""

    def place(page: CurrentPage) -> Markup:
        page.use.anchors |= {place.id for place in content.help_lines}
        page.use.anchors |= {service.id for place in content.help_lines for service in place.services}
        return fragments.render("help-lines.html", places=places(content))

    return without_settings(place)
