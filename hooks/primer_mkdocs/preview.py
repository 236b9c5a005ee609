"""Show authors what is wrong while they write: only ``mkdocs serve`` imports this."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import primer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from primer.site.preview.editors import VARIABLE, Editor, editor_named
from primer.site.preview.view import PROBLEMS, Preview

from primer_mkdocs.address import refusal
from primer_mkdocs.edited_code import EditedCode
from primer_mkdocs.fresh_pages import WholeBuild, times_of
from primer_mkdocs.host import HOST, host_log
from primer_mkdocs.host_warnings import HostWarnings
from primer_mkdocs.preview_app import App, PreviewApp, Shown
from primer_mkdocs.rebuilding import Rebuilding

log = host_log.getChild("hooks.primer")

ENGINE = (Path(primer.__file__).parent, Path(__file__).parent)
"""The folders of our code, with templates, scripts and styles in the first."""
FILES = "primer_files"
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
        self._warnings = HostWarnings(log.name)
        host_log.addHandler(self._warnings)
        self._is_checked = False
        self._built: WholeBuild
        self._builds: Rebuilding | None = None
        self._shown = Shown(None, ())

    def check_address(self, config: MkDocsConfig) -> None:
        """Raise Abort, before the first build, where nothing can be served at the address that was asked for."""
        host, port = config.dev_addr
        if not self._is_checked and (why := refusal(f"[{host}]:{port}" if ":" in host else f"{host}:{port}", COMMAND)):
            raise Abort(why)
        self._is_checked = True

    def begin(self, config: MkDocsConfig) -> None:
        """Add the page of all problems to a build."""
        self._warnings.begin()
        config.theme.dirs.append(str(TEMPLATES))
        config.theme.static_templates.add(f"{PROBLEMS}index.html")

    def keep(self, config: MkDocsConfig, files: Files) -> None:
        """Keep with the settings of a build which files it is made from."""
        config.extra[FILES] = files, times_of(files)

    def end(self, config: MkDocsConfig) -> None:
        """Remember a whole build that has come to its end."""
        files, times = config.extra[FILES]
        self._built = WholeBuild(config, files, times, self._warnings.found())

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
        """Answer with pages that say what is wrong, and go on whatever happens to a later build."""
        self._builds = builds = Rebuilding(server, builder, lambda: self._built, self._show)
        self._show()
        server.error_handler = lambda code: _read(Path(server.root, f"{code}.html"))
        server.set_app(PreviewApp(cast("App", server.get_app()), server.mount_path, builds.make, lambda: self._shown))
        downloads = os.environ.get("OUTPUTS") == "1"  # they are made of the whole site
        answer = builds.build_now if downloads else builds.edited
        server.builder = lambda: self._answer(answer)
        own = config.theme.custom_dir
        for folder in (*ENGINE, *([own] if own else [])):
            server.watch(str(folder))
        return server

    def _answer(self, build: Callable[[], None]) -> None:
        """Answer an edit; say of code that nothing of it is seen."""
        if edited := self._code.news():
            log.warning("%s was edited; to see it, stop the preview (Ctrl+C) and start it again", edited)
        build()

    def close(self) -> None:
        """Remove what was served, and listen no more."""
        host_log.removeHandler(self._warnings)
        if self._builds is not None:
            self._builds.close()

    def _show(self) -> None:
        """Show what was found by now."""
        builds = self._builds
        if builds is None:
            return
        site = (builds.fresh or builds.whole).site
        preview = Preview(
            site.features,
            site.context,
            tuple(builds.problems()),
            site.docs,
            root=Path(self._built.config.config_file_path or ".").absolute().parent,
            editor=self._editor,
            warnings=builds.whole.warnings,
        )
        self._shown = Shown(preview, builds.stopped)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
