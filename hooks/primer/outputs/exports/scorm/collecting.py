"""Keep the page of each quiz from when it is rendered until it is packed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from primer.kit.context import Context
from primer.kit.exported import ExportedQuiz
from primer.kit.feature import Pack
from primer.outputs.exports.scorm.package import with_page
from primer.outputs.exports.scorm.page import PackagedPage, packaged_page
from primer.site.page_view import PageView


class QuizPages:
    """The quizzes of a build, with the pages of those that were rendered."""

    def __init__(self, quizzes: Sequence[ExportedQuiz]) -> None:
        self._quizzes = quizzes
        self._by_page = {quiz.src_uri: quiz for quiz in quizzes}
        self._pages: dict[str, PackagedPage] = {}

    def keep(self, page: PageView, src_uri: str, context: Context, address_of: Callable[[str | Pack], str]) -> None:
        """Keep a page, if it is that of a quiz. ``address_of`` returns where one of our own assets is published."""
        if src_uri in self._by_page:
            self._pages[src_uri] = packaged_page(page, src_uri, self._by_page[src_uri], context, address_of)

    def quizzes(self, published: Iterable[str], read: Callable[[str], bytes]) -> list[ExportedQuiz]:
        """Return all quizzes with their pages. ``read`` returns what is in a file of the site that is ``published``."""
        published, contents = list(published), dict[str, bytes]()

        def read_once(path: str) -> bytes:
            if path not in contents:
                contents[path] = read(path)
            return contents[path]

        return [
            with_page(quiz, page, published, read_once) if (page := self._pages.get(quiz.src_uri)) else quiz
            for quiz in self._quizzes
        ]
