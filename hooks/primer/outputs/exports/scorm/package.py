"""Pack a quiz for a learning platform: the page, all that it needs, and the manifest that lists them."""

from __future__ import annotations

from dataclasses import replace

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.archives import packed
from primer.outputs.exports.formats import Files, Writing
from primer.outputs.exports.scorm.manifest import MANIFEST, START, manifest
from primer.outputs.exports.scorm.page import ADAPTER, PackagedPage
from primer.outputs.exports.scorm.published import Published

FILE = "scorm12.zip"


def package(writing: Writing) -> Files:
    """Return the package of a quiz. Raises LookupError where its page was not rendered."""
    quiz = writing.quiz
    files = dict(quiz.page)
    if START not in files:
        raise LookupError("the page of the quiz was not rendered")
    return {FILE: packed({MANIFEST: manifest(quiz.id, quiz.title, files), **files})}


def with_page(quiz: ExportedQuiz, page: PackagedPage, published: Published) -> ExportedQuiz:
    """Return a quiz with its page, once all that this asks for is published."""
    files = {START: page.html.encode(), ADAPTER: published.adapter}
    waiting = [*page.assets, *published.shown_in(page.html)]
    while waiting:
        path = waiting.pop()
        if path not in files:
            files[path] = published.read(path)
            waiting += published.asked_by(path)
    return replace(quiz, page=tuple(sorted(files.items())))
