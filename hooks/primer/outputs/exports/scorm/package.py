"""Pack a quiz for a learning platform: the page, all that it needs, and the manifest that lists them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import quote

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.archives import packed
from primer.outputs.exports.formats import Files, Writing
from primer.outputs.exports.scorm.manifest import MANIFEST, START, manifest
from primer.outputs.exports.scorm.page import ADAPTER, PackagedPage
from primer.publish.assets import Scripts
from primer.publish.join import joined

FILE = "scorm12.zip"
ASSETS = "assets/"
TEXTS = (".css", ".js")
"""The endings of assets that can ask for others, by names that no other file has."""
SCRIPTS = ("scorm.js", "scorm-answers.js", "scorm-api.js", "scorm-questions.js")


def package(writing: Writing) -> Files:
    """Return the package of a quiz. Raises LookupError where its page was not rendered."""
    quiz = writing.quiz
    files = dict(quiz.page)
    if START not in files:
        raise LookupError("the page of the quiz was not rendered")
    return {FILE: packed({MANIFEST: manifest(quiz.id, quiz.title, files), **files})}


def with_page(
    quiz: ExportedQuiz, page: PackagedPage, published: Iterable[str], read: Callable[[str], bytes]
) -> ExportedQuiz:
    """Return a quiz with its page, once all that this asks for is published.

    ``published`` holds the path of each file of the site that is no page, and ``read`` returns what is in one.
    """
    files = {START: page.html.encode(), ADAPTER: adapter()}
    named = {path: posixpath.basename(path).encode() for path in published}
    shown = (path for path in named if any(f'"{escape(way)}"' in page.html for way in (path, quote(path))))
    waiting = [*page.assets, *shown]
    while waiting:
        path = waiting.pop()
        if path not in files:
            files[path] = content = read(path)
            if path.endswith(TEXTS):
                waiting += [other for other, name in named.items() if name in content and other.startswith(ASSETS)]
    return replace(quiz, page=tuple(sorted(files.items())))


def adapter() -> bytes:
    """Return the script that talks to the platform, in one piece."""
    folder = Path(__file__).parent
    paths = {name: folder / name for name in SCRIPTS}
    return joined(SCRIPTS[0], Scripts(paths), lambda name: name).encode()
