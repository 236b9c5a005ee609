"""Answer an edit at once with the pages that are asked for, and build the whole site when the author pauses."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from primer.core.diagnostics import Diagnostic
from primer.core.stopping import stopped
from primer.site.preview.view import PROBLEMS

from primer_mkdocs.fresh_pages import FreshPages, WholeBuild
from primer_mkdocs.host import HOST, host_log

log = host_log.getChild("hooks.primer")

PAUSE = 1.0
"""So many seconds without an edit are a pause: until then, single pages have the machine for themselves."""


class Rebuilding:
    """Keeps what a server shows up to date.

    ``build`` builds the whole site, ``built`` returns what of it ended last, and ``changed`` is called when something
    else can be shown.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        build: Callable[[], None],
        built: Callable[[], WholeBuild],
        changed: Callable[[], None],
    ) -> None:
        self._server = server
        self._build = build
        self._built = built
        self._changed = changed
        self.whole = built()
        self.fresh: FreshPages | None = None
        self.stopped: tuple[str, ...] = ()
        """Why the last whole build did not come to its end."""
        self._edits = self._answered = 0
        self._edited = threading.Condition()
        self._showing = threading.RLock()
        """Held by whoever changes what is shown."""
        self._building = threading.Lock()
        self._folder: Path | None = None
        self._folder_before: Path | None = None
        self._serve_built()
        self._thread = threading.Thread(target=self._build_in_pauses, daemon=True)

    def edited(self) -> None:
        """Load what was edited, for the pages that are asked for next."""
        with self._edited:
            self._edits += 1
            self._edited.notify_all()
        if not self._thread.is_alive():
            self._thread.start()
        with self._showing:
            try:
                self.fresh = FreshPages.load(self.whole, Path(self._server.root))
                self.stopped = ()
            except Exception:  # noqa: BLE001 - the whole build says what it is
                self.fresh = None
            self._changed()
        if self.fresh is None:
            self._build_whole(self._edits)

    def build_now(self) -> None:
        """Build the whole site, as it is needed for what is made of all of it."""
        self._edits += 1
        self._build_whole(self._edits)

    def problems(self) -> list[Diagnostic]:
        """Return what is known to be wrong."""
        return self.fresh.problems() if self.fresh is not None else list(self.whole.site.report)

    def make(self, address: str) -> None:
        """Make the page at an address, if it was not made since the last edit; of all problems, each edited page."""
        with self._showing:
            fresh = self.fresh
            try:
                if fresh is not None and (fresh.make_edited() if address == PROBLEMS else fresh.make(address)):
                    self._changed()
            except Exception as error:  # noqa: BLE001 - the whole build says more of it
                self.stopped = (stopped(error, self.whole.site.docs),)
                self._changed()

    def close(self) -> None:
        """Remove what is served."""
        for folder in (self._folder, self._folder_before):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _build_in_pauses(self) -> None:
        while True:
            with self._edited:
                self._edited.wait_for(lambda: self._edits != self._answered)
                number = self._edits
                if self._edited.wait_for(lambda: self._edits != number, timeout=PAUSE):  # noqa: B023 - it is asked now
                    continue
            if number != self._answered:
                self._build_whole(number)

    def _build_whole(self, number: int) -> None:
        """Build the site as it was after so many edits, and show it unless it was edited meanwhile."""
        with self._building, _errors() as errors:
            try:
                self._build()
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
                if not errors:
                    log.error(str(error) or type(error).__name__)
                log.error("The preview shows what could be built last")
                why = tuple(errors)
            else:
                why = ()
            with self._showing:
                self._answered = number
                if number == self._edits:  # what was edited meanwhile is built next, and may have mended this
                    self.stopped = why
                if not why and number == self._edits:
                    self.whole, self.fresh = self._built(), None
                    self._serve_built()
                self._changed()

    def _serve_built(self) -> None:
        """Serve what was built from a folder of its own, for a build begins by emptying its folder."""
        folder = Path(tempfile.mkdtemp(prefix=f"{HOST}_served_"))
        os.rename(self.whole.config.site_dir, folder / "site")  # noqa: PTH104 - it may be a path of either kind
        self._server.root = str(folder / "site")
        if self._folder_before is not None:  # nobody reads from it any more
            shutil.rmtree(self._folder_before, ignore_errors=True)
        self._folder_before, self._folder = self._folder, folder


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
