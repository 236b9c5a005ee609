"""Write beside each page the same text for a frame on another site."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from primer.kit.context import Context
from primer.outputs.frames import frame_html, frame_mark, same_in_frames
from primer.site.build import Site

from primer_mkdocs.output import made_by, output_of

SAME = "primer_same_in_frames"


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Note what is the same in all embeds of a language."""
    site: Site = config.extra["primer"]
    every = (site.context, *site.context.others.values())
    config.extra[SAME] = {one.content.language: _same(config, one) for one in every}
    return env


@event_priority(50)  # after pages.py, which makes ``page_view``
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Write the embed now: nothing of a page is kept once it is on its way to its file."""
    site: Site = config.extra["primer"]
    view, src_uri = context["page_view"], page.file.src_uri
    of_language = site.context.of(src_uri)
    content = of_language.content
    path = f"{content.embed_of(src_uri)}index.html"
    mark = frame_mark(view, src_uri, content, config.extra[SAME][content.language])
    if output_of(config).has(path, mark):
        for script in () if view.sensitive else view.scripts:
            site.asset(script)  # a pack is published because somebody asks for it
        return context
    html = frame_html(
        view,
        src_uri,
        content,
        of_language.templates,
        policy=site.frame_policy,
        site_name=of_language.site_name,
        icon=_icon(config),
        address_of=site.asset,
    )
    output_of(config).put(path, html.encode(), mark)
    return context


def _same(config: MkDocsConfig, of_language: Context) -> bytes:
    site: Site = config.extra["primer"]
    addresses = [asset.address for asset in site.published.assets.values()]
    settings = site.frame_policy, of_language.site_name, _icon(config), addresses
    return same_in_frames(of_language.content, made_by(config), *settings)


def _icon(config: MkDocsConfig) -> str | None:
    """Return where the icon is published that the theme names."""
    site: Site = config.extra["primer"]
    icon = str(config.theme.get("favicon") or "")
    return site.published.address(icon) if icon in site.published.assets else icon or None
