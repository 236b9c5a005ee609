"""What stands in a frame on another site."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content, quiz_page
from primer.embeds.links import moved_to
from primer.fragments import Fragments
from primer.pages.addresses import EMBEDS, page_id, page_url, relative_url
from primer.pages.view import PageView
from primer.security import NO_SINKS


def embed_url(src_uri: str, content: Content) -> str:
    """Return the address of a page's embed, below the site's root."""
    id = page_id(src_uri)
    return quiz_embed_url(id) if is_quiz(src_uri, content) else page_embed_url(id)


def page_embed_url(id: str) -> str:
    """Return the address of the embed of the page ``id``."""
    return f"{EMBEDS}pages/{id}/"


def quiz_embed_url(id: str) -> str:
    """Return the address of the embed of the quiz ``id``."""
    return f"{EMBEDS}quizzes/{id}/"


def is_quiz(src_uri: str, content: Content) -> bool:
    """Tell whether a page was made for a quiz."""
    id = page_id(src_uri)
    return src_uri == quiz_page(id) and (id in content.quizzes or id in content.broken_quizzes)


def embed_html(
    page: PageView,
    src_uri: str,
    content: Content,
    fragments: Fragments,
    policy: str | None,
    site_name: str,
    assets: dict[str, str],
) -> Markup:
    """Return the whole HTML of a page's embed: the text that the page has, without the site around it.

    ``assets`` holds where each of our own assets is published, below the site's root.
    A sensitive page is named there and not shown, because "Leave this site" cannot leave the site around the frame.
    """
    base, old = embed_url(src_uri, content), page_url(src_uri)
    shown = not page.sensitive
    parts = [page.lead_html, page.rest_html, page.extras_html] if shown else []
    return fragments.render(
        "embed.html",
        page=page,
        html=Markup("").join(Markup(moved_to(part, base, old)) for part in parts),
        styles=["assets/site.css", *(page.styles if shown else []), "assets/embed.css"],
        scripts=["assets/embed.js", *(page.scripts if shown else [])],
        policy=policy and f"{policy}; {NO_SINKS}",
        site_name=site_name,
        original=relative_url(old, base),
        help=relative_url("help-now/", base),
        asset=lambda path: relative_url(assets.get(path, path), base),
    )
