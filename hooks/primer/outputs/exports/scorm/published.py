"""Find what a page of the site asks for, among all that the site has published."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import quote

from primer.publish.assets import Scripts
from primer.publish.join import joined

ASSETS = "assets/"
TEXTS = (".css", ".js")
"""The endings of assets that can ask for others, by names that no other file has."""
SCRIPTS = ("scorm.js", "scorm-answers.js", "scorm-api.js", "scorm-questions.js")


class Published:
    """What a site has published. Each file is read and searched once, however many pages ask for it.

    ``paths`` holds the path of each file that is no page, below the site's root, and ``read`` returns what is in one.
    """

    def __init__(self, paths: Iterable[str], read: Callable[[str], bytes]) -> None:
        self._paths = tuple(paths)
        self._read = read
        self._contents: dict[str, bytes] = {}
        self._asked: dict[str, Sequence[str]] = {}

    def read(self, path: str) -> bytes:
        """Return what is in a file."""
        if path not in self._contents:
            self._contents[path] = self._read(path)
        return self._contents[path]

    def shown_in(self, html: str) -> list[str]:
        """Return the files whose whole address stands between quotation marks."""
        quoted = set(html.split('"')[1:-1])
        return [path for path, ways in self._ways.items() if not quoted.isdisjoint(ways)]

    def asked_by(self, path: str) -> Sequence[str]:
        """Return the assets whose names stand in a file."""
        if not path.endswith(TEXTS):
            return ()
        if path not in self._asked:
            content = self.read(path)
            self._asked[path] = [other for other, name in self._assets.items() if name in content]
        return self._asked[path]

    @cached_property
    def adapter(self) -> bytes:
        """The script that talks to the platform, in one piece."""
        folder = Path(__file__).parent
        return joined(SCRIPTS[0], Scripts({name: folder / name for name in SCRIPTS}), lambda name: name).encode()

    @cached_property
    def _ways(self) -> dict[str, tuple[str, str]]:
        """How HTML may write the address of each file."""
        return {path: (escape(path), escape(quote(path))) for path in self._paths}

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        """The name of each asset as files have it."""
        return {path: posixpath.basename(path).encode() for path in self._paths if path.startswith(ASSETS)}
