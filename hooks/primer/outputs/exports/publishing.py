"""Make all that is published of quizzes below ``exports/``, and keep from build to build what has not changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from inspect import getfile
from pathlib import Path

from primer.core.cache import Cache, digest_of
from primer.core.files import files_below
from primer.kit import exported
from primer.kit.content import Content
from primer.kit.exported import ExportedQuiz, Origin
from primer.kit.feature import Feature
from primer.outputs.exports.anki import ANKI
from primer.outputs.exports.exporting import ALL, EVERYTHING, files_of_all, written
from primer.outputs.exports.formats import Files, Format
from primer.outputs.exports.keeping import NONE, Download, KeptFiles, Listed, downloads_of, kept_files
from primer.outputs.exports.paper.formats import WORKSHEET
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.readme import README, readme
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.terms import GLOSSARY, files_of_terms, terms_of
from primer.text import carried, rich

FOLDER = "exports/"
DOWNLOADS = "api/v1/downloads.json"
"""Where programs find the size, the digest and the version of each."""
_CODE = (Path(__file__).parent, *(Path(getfile(module)) for module in (carried, rich, exported)))


class Publishing:
    """The downloads of one build: first what will be published, then the files. Both raise ExportFailed.

    ``terms`` are files of something else than quizzes, by their paths below ``exports/``.
    """

    def __init__(
        self, quizzes: Sequence[ExportedQuiz], formats: Iterable[Format], kept: Cache, terms: KeptFiles = NONE
    ) -> None:
        self._formats = [format for format in formats if not format.missing]
        self._quizzes = quizzes if self._formats else ()
        self._kept, self._terms = kept, terms
        self._digests = {quiz.id: digest_of(repr(quiz)) for quiz in self._quizzes}
        self._makers = {format.id: _maker(format, quiz) for quiz in self._quizzes[:1] for format in self._formats}

    def announced(self) -> dict[str, int | None]:
        """Return the size of each file that will be published, by its path below the site's root.

        None stands for a size that nobody knows before all pages are built.
        """
        if not self._quizzes:
            return {}
        sizes: dict[str, int | None] = {}
        for quiz in self._quizzes:
            for format in self._formats:
                if format.reads_page:
                    sizes |= dict.fromkeys(f"{quiz.id}/{name}" for name in format.files)
                else:
                    sizes |= _sizes(quiz.id, self._of_format(format, quiz).listed)
        sizes |= dict.fromkeys(f"{ALL}/{name}" for format in self._formats for name in format.files_of_all)
        sizes[f"{ALL}/{EVERYTHING}"] = None
        sizes |= {path: listed.size for path, listed in self._terms.listed.items()}
        return {FOLDER + path: size for path, size in sizes.items()}

    def files(self, quizzes: Sequence[ExportedQuiz] = ()) -> dict[str, bytes]:
        """Return every file by its path below the site's root; ``quizzes`` are the same with their pages."""
        downloads, listing = self.downloads(quizzes)
        files = {path: one.content for path, one in downloads.items()}
        return files | ({DOWNLOADS: listing} if downloads else {})

    def downloads(self, quizzes: Sequence[ExportedQuiz] = ()) -> tuple[dict[str, Download], bytes]:
        """Return the same with what lists them, and that list."""
        quizzes = (quizzes or self._quizzes) if self._quizzes else ()
        if not quizzes:
            return {}, b""
        known: dict[bytes, bytes] = {}  # what many pages ask for is read once
        pages = [_page(quiz, known) for quiz in quizzes]
        each: dict[str, Download] = {}
        for quiz, page in zip(quizzes, pages, strict=True):
            made = [self._of_format(format, quiz, *([page] if format.reads_page else [])) for format in self._formats]
            for files in (*made, self._readme(quiz)):
                each |= downloads_of(files, f"{quiz.id}/")
        together = self._together(quizzes, pages, each)
        every = {**each, **downloads_of(together, f"{ALL}/"), **downloads_of(self._terms)}
        versions = {quiz.id: quiz.version for quiz in quizzes}
        return {FOLDER + path: one for path, one in every.items()}, _downloads(every, versions)

    def _of_format(self, format: Format, quiz: ExportedQuiz, *page: bytes) -> KeptFiles:
        read = self._digests[quiz.id], *page, *self._makers[format.id]
        return kept_files(self._kept, lambda: written(format.writing(quiz)), *read)

    def _readme(self, quiz: ExportedQuiz) -> KeptFiles:
        def make() -> Files:
            return {README: readme([format.writing(quiz) for format in self._formats])}

        return kept_files(self._kept, make, README, self._digests[quiz.id], *self._every_maker)

    def _together(
        self, quizzes: Sequence[ExportedQuiz], pages: Sequence[bytes], each: Mapping[str, Download]
    ) -> KeptFiles:
        def make() -> Files:
            return files_of_all(quizzes, self._formats, {path: one.content for path, one in each.items()})

        return kept_files(self._kept, make, ALL, *self._digests.values(), *pages, *self._every_maker)

    @property
    def _every_maker(self) -> list[str | bytes]:
        return [part for maker in self._makers.values() for part in maker]


def glossary(features: Iterable[Feature], content: Content, origin: Origin, kept: Cache) -> KeptFiles:
    """Return the files of a site's words by their paths below ``exports/``."""
    terms = terms_of(features, content, origin)
    words = [content.strings[group].model_dump_json() for group in (ExportStrings, PaperStrings)]
    makers = [version for format in (ANKI, WORKSHEET) for version in (*format.versions, *format.missing)]
    read = [repr(terms), repr(origin), content.language, *words, *makers, sys.version]
    return kept_files(kept, lambda: files_of_terms(terms, content, origin), GLOSSARY, *read, _code())


def missing_packages(formats: Iterable[Format]) -> list[str]:
    """Return the packages for want of which formats are left out."""
    return sorted({package for format in formats for package in format.missing})


def _sizes(folder: str, listed: Mapping[str, Listed]) -> dict[str, int]:
    return {f"{folder}/{name}": one.size for name, one in listed.items()}


def _maker(format: Format, quiz: ExportedQuiz) -> tuple[str | bytes, ...]:
    """Return what stands for all that makes the files of a format, beside the quiz: code, libraries, words."""
    words = [quiz.strings[ExportStrings], *(quiz.strings[group] for group in format.strings)]
    return format.id, *(group.model_dump_json() for group in words), *format.versions, sys.version, _code()


def _page(quiz: ExportedQuiz, known: dict[bytes, bytes]) -> bytes:
    """Return what stands for the page of a quiz, with all that this asks for; ``known`` has that of contents."""
    parts: list[str | bytes] = []
    for path, content in quiz.page:
        if content not in known:
            known[content] = digest_of(content)
        parts += [path, known[content]]
    return digest_of(*parts)


@cache
def _code() -> bytes:
    """Return what stands for the code that writes."""
    files = [path for root in _CODE for path in (files_below(root) if root.is_dir() else [root])]
    return digest_of(*(path.read_bytes() for path in sorted(files) if path.suffix != ".pyc"))


def _downloads(files: Mapping[str, Download], versions: Mapping[str, str]) -> bytes:
    """Return the list of all downloads: where each is, its size, its digest and the version of its quiz."""
    every = [
        {
            "path": FOLDER + path,
            "quiz": quiz if quiz in versions else None,
            "version": versions.get(quiz),
            "size": download.listed.size,
            "sha256": download.listed.sha256,
        }
        for path, download in sorted(files.items())
        for quiz in [path.partition("/")[0]]
    ]
    return (json.dumps({"downloads": every}, indent=1) + "\n").encode()
