"""Show authors what is wrong while they write: only ``mkdocs serve`` imports this."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import primer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from primer.site.build import Site
from primer.site.preview.editors import VARIABLE, Editor, editor_named
from primer.site.preview.view import PROBLEMS, Preview

from primer_mkdocs.address import refusal
from primer_mkdocs.edited_code import EditedCode
from primer_mkdocs.host import HOST, host_log
from primer_mkdocs.preview_app import App, PreviewApp, Shown

log = host_log.getChild("hooks.primer")

ENGINE = (Path(primer.__file__).parent, Path(__file__).parent)
"""The folders of our code, with templates, scripts and styles in the first."""
TEMPLATES = ENGINE[0] / "site/preview/theme"
COMMAND = f"{HOST} serve --dev-addr {{}}"


class Previewing:
    """What a preview knows from build to build."""

    def __init__(self) -> None:
        try:
            self._editor: Editor = editor_named(os.environ.get(VARIABLE))
        except ValueError as error:
            raise PluginError(str(error)) from None
        sys.dont_write_bytecode = True  # or what a build imports would look like an edited file
        self._code = EditedCode(ENGINE)
        self._is_checked = False
        self._began: tuple[Site, Path] | None = None
        """The site of the build under way, and the folder of its settings."""
        self._shown = Shown(None, ())

    def check_address(self, config: MkDocsConfig) -> None:
        """Raise Abort, before the first build, where nothing can be served at the address that was asked for."""
        host, port = config.dev_addr
        if not self._is_checked and (why := refusal(f"[{host}]:{port}" if ":" in host else f"{host}:{port}", COMMAND)):
            raise Abort(why)
        self._is_checked = True

    def begin(self, config: MkDocsConfig, site: Site) -> None:
        """Add the page of all problems to a build, and keep the site for what is found in it."""
        if edited := self._code.news():
            log.warning("%s was edited; to see it, stop the preview (Ctrl+C) and start it again", edited)
        config.theme.dirs.append(str(TEMPLATES))
        config.theme.static_templates.add(f"{PROBLEMS}index.html")
        self._began = site, Path(config.config_file_path or ".").absolute().parent

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
        """Answer with pages that say what is wrong, and go on whatever happens to a later build."""
        self._finish()
        server.builder = lambda: self._build(builder)
        server.set_app(PreviewApp(cast("App", server.get_app()), server.mount_path, lambda: self._shown))
        own = config.theme.custom_dir
        for folder in (*ENGINE, *([own] if own else [])):
            server.watch(str(folder))
        return server

    def _build(self, builder: Callable[[], None]) -> None:
        """Build the site again; where it cannot be built, keep why for its pages."""
        with _errors() as errors:
            try:
                builder()
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
                if not errors:
                    log.error(str(error) or type(error).__name__)
                stopped = tuple(errors)
                log.error("The preview shows what could be built last")
                self._shown = Shown(self._shown.preview, stopped)
                return
        self._finish()

    def _finish(self) -> None:
        """Show what the build found that has just ended."""
        if self._began is None:
            return
        site, root = self._began
        found = Preview(site.features, site.context, tuple(site.report), site.docs, root, self._editor)
        self._shown = Shown(found, ())


@contextmanager
def _errors() -> Iterator[list[str]]:
    """Collect what is logged as an error."""
    found: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    host_log.addHandler(handler)
    try:
        yield found
    finally:
        host_log.removeHandler(handler)
