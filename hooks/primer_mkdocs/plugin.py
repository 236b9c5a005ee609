"""The plugin ``primer``: all that the hook files do, in their order."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.plugins import EVENTS, BasePlugin, CombinedEvent

from primer_mkdocs import anchors, embeds, exports, generated, pages, problems, search, templates
from primer_mkdocs.content import Loading

ADAPTERS = (Loading, generated, pages, anchors, templates, search, embeds, exports, problems)
"""What answers events, in the order of the hook files."""


class NoSettings(Config):
    """What is set for the plugin: nothing, for a site's settings are a data file."""


class PrimerPlugin(BasePlugin[NoSettings]):
    """Answers each event with the functions of all adapters for it, each at its own priority."""

    def __init__(self) -> None:
        adapters = [adapter() if isinstance(adapter, type) else adapter for adapter in ADAPTERS]
        for event in EVENTS:
            name = f"on_{event}"
            if functions := [getattr(adapter, name) for adapter in adapters if hasattr(adapter, name)]:
                setattr(self, name, CombinedEvent(*functions))
