"""Load the content, and hand Markdown the extension that renders it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from primer.core.clock import today
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.outputs.registry import OUTPUTS
from primer.publish.material import RELIED_ON, unmet
from primer.site.assets import THEME
from primer.site.build import Site
from primer.site.place import Place
from primer.text.author_markdown import AuthorMarkdown
from primer.text.formulas import READER

from primer_mkdocs.collection import set_apart, without_collection
from primer_mkdocs.host import host_log, settings_file
from primer_mkdocs.output import see_sources
from primer_mkdocs.settings import check_once, check_settings, set_forgotten

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.livereload import LiveReloadServer

    from primer_mkdocs.preview import Previewing

ALL_PAGES = "all-pages/index.html"
"""The template of the list of all pages, and its file below the site's root."""

CACHE = "builds-2.sqlite"
"""The file of what earlier builds made; the number changes with what it holds."""


class Loading:
    """Loads a site for each build. How MkDocs was started stays the same from build to build."""

    def __init__(self) -> None:
        self._preview: Previewing | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview. Raises PluginError where not all pages would be read."""
        if dirty:
            raise PluginError("'--dirty' reads some pages only, and links and the search need all; leave it out")
        if self._preview is not None:
            self._preview.close()
        self._preview = None
        if command == "serve":
            from primer_mkdocs.preview import Previewing  # here, so that no build loads it

            self._preview = Previewing()

    @event_priority(100)  # before other hooks, which ask for the site
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load everything anew and register the extension."""
        see_sources(config)
        if self._preview is not None:
            self._preview.check_address(config)
        with without_collection():
            self._load(config)
        set_apart()
        if self._preview is not None:
            self._preview.begin(config)
        return config

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let a preview know the files of a build."""
        if self._preview is not None:
            self._preview.keep(config, files)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let a preview know that a build has come to its end."""
        if self._preview is not None:
            self._preview.end(config)

    def on_shutdown(self) -> None:
        """Let a preview clean up."""
        if self._preview is not None:
            self._preview.close()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Let pages say what is wrong."""
        return server if self._preview is None else self._preview.serve(server, config, builder)

    def _load(self, config: MkDocsConfig) -> None:
        check_once(config)
        check_settings(config)
        set_forgotten(config)
        overrides = config.theme.custom_dir
        theme = config.theme.dirs
        theme.insert(theme.index(overrides) + 1 if overrides else 0, str(THEME))
        config.theme.static_templates.add(ALL_PAGES)
        config.extra["primer"] = site = Site.load(
            _place(config, theme),
            load_features(FEATURES),
            OUTPUTS,
            language=config.theme.get("language") or "en",
            today=today(),
            site_url=config.site_url or None,
            preview=self._preview is not None,
            formulas=READER in config.markdown_extensions,
            site_name=config.site_name,
        )
        config.markdown_extensions.append(AuthorMarkdown())  # type: ignore[arg-type]  # Markdown takes instances too
        config.markdown_extensions.append(site.extension)  # type: ignore[arg-type]  # Markdown takes instances too


def _place(config: MkDocsConfig, theme: list[str]) -> Place:
    """Return where the site is made from. Raises PluginError where it is not laid over the whole of Material."""
    material = min((Path(folder) for folder in theme), key=lambda folder: len(unmet(folder)))
    if not config.config_file_path or len(lacking := unmet(material)) == len(RELIED_ON):
        raise PluginError(
            f"{settings_file(config)} needs 'theme: {{name: material}}', over which our templates are laid"
        )
    if lacking:
        raise PluginError(f"the theme in {material} needs one file '{lacking[0]}'; install mkdocs-material again")
    with said_later():
        files = [file for file in get_files(config) if _is_there(file)]
    return Place(
        docs=Path(config.docs_dir),
        label=os.path.relpath(config.docs_dir, Path(config.config_file_path).parent),
        pages=frozenset(file.src_uri for file in files if file.is_documentation_page()),
        overrides=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        material=material,
        cache=cache_folder(config) / CACHE,
        files=frozenset(file.src_uri for file in files if not file.is_documentation_page()),
    )


def cache_folder(config: MkDocsConfig) -> Path:
    """Return where a site keeps what earlier builds made."""
    return Path(config.config_file_path or ".").parent / os.environ.get("PRIMER_CACHE", ".cache/primer")


@contextmanager
def said_later() -> Iterator[None]:
    """Keep quiet about what MkDocs says again when it looks for the files itself."""
    log = host_log.getChild("structure.files")
    log.addFilter(_never)
    try:
        yield
    finally:
        log.removeFilter(_never)


def _never(_: logging.LogRecord) -> bool:
    return False


def _is_there(file: File) -> bool:
    """Tell whether a file is published and can be read: a link may lead nowhere."""
    if file.inclusion == InclusionLevel.EXCLUDED:
        return False
    return file.abs_src_path is not None and Path(file.abs_src_path).is_file()
