"""Escape text in our own templates, as fragments do: MkDocs' environment leaves that to each place."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from primer.kit.compiled import CompiledTemplates
from primer.site.assets import THEME
from primer.site.build import Site
from primer.site.escaping import escaped_in

from primer_mkdocs.menus import Menus


@event_priority(100)  # before anything asks for a template: each is compiled once
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Escape everything that is not Markup, in the templates that are laid over Material's."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    site: Site = config.extra["primer"]
    env.autoescape = escaped_in([*own, THEME])
    menus = Menus(site.context.content)
    env.filters |= {"menu": menus.of, "menu_entries": menus.entries, "each_made_by": menus.each_made_by}
    env.bytecode_cache = CompiledTemplates(site.context.cache, env)
    return env
