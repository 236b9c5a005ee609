"""Bring the page of each quiz together with all that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.scorm.package import with_page
from primer.outputs.exports.scorm.page import PackagedPage
from primer.outputs.exports.scorm.published import Published


def with_pages(
    quizzes: Sequence[ExportedQuiz],
    pages: Mapping[str, PackagedPage],
    folder: Path,
    paths: Iterable[str],
    packed: Mapping[str, bytes],
) -> list[ExportedQuiz]:
    """Return all quizzes with their pages, once the site is in ``folder``.

    ``paths`` are those of the site's files there, and ``packed`` has what is written last.
    """
    written = [path for path in paths if not path.endswith(".html")]
    published = Published(
        [*written, *packed], lambda path: packed[path] if path in packed else (folder / path).read_bytes()
    )
    return [with_page(quiz, page, published) if (page := pages.get(quiz.src_uri)) else quiz for quiz in quizzes]
