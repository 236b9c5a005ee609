"""Keep the page of each quiz from when it is rendered until it is packed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from primer.core.files import paths_below
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.scorm.package import with_page
from primer.outputs.exports.scorm.page import PackagedPage, packaged_page
from primer.outputs.exports.scorm.published import Published
from primer.site.build import Site
from primer.site.page_view import PageView


class QuizPages:
    """The quizzes of a build, with the pages of those that were rendered."""

    def __init__(self, quizzes: Sequence[ExportedQuiz]) -> None:
        self._quizzes = quizzes
        self._by_page = {quiz.src_uri: quiz for quiz in quizzes}
        self._pages: dict[str, PackagedPage] = {}

    def keep(self, page: PageView, src_uri: str, site: Site) -> None:
        """Keep a page, if it is that of a quiz."""
        if src_uri in self._by_page:
            self._pages[src_uri] = packaged_page(page, src_uri, self._by_page[src_uri], site.context, site.asset)

    def quizzes(self, folder: Path, packed: Mapping[str, bytes]) -> list[ExportedQuiz]:
        """Return all quizzes with their pages, once the site is in ``folder``; ``packed`` has what is written last."""
        written = [path for path in paths_below(folder) if not path.endswith(".html")]
        published = Published(
            [*written, *packed], lambda path: packed[path] if path in packed else (folder / path).read_bytes()
        )
        return [
            with_page(quiz, page, published) if (page := self._pages.get(quiz.src_uri)) else quiz
            for quiz in self._quizzes
        ]
