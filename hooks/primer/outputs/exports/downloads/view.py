"""What the panel of a quiz shows, besides what the table of all downloads does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import splitext

from primer.core.urls import page_url, relative_url
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.downloads.strings import DownloadStrings
from primer.outputs.exports.formats import Format, Platform, Writing
from primer.outputs.exports.readme import losses_by_kind
from primer.outputs.exports.strings import ExportStrings

FOLDER = "exports/"
ALL, GLOSSARY = "all", "glossary"
"""The folders of what is not one quiz's."""


@dataclass(frozen=True)
class Published:
    """What is published of quizzes.

    ``sizes`` has the bytes of each file, by its path below the site's root; None where only the end of a build knows.
    """

    quizzes: tuple[ExportedQuiz, ...]
    formats: tuple[Format, ...]
    sizes: Mapping[str, int | None]

    def files_in(self, folder: str) -> Iterator[str]:
        """Yield the paths of the files in a folder below ``exports/``."""
        start = f"{FOLDER}{folder}/"
        return (path for path in self.sizes if path.startswith(start))


@dataclass(frozen=True)
class FileView:
    """A link to a file."""

    url: str
    name: str
    type: str
    size: str | None
    label: str


@dataclass(frozen=True)
class FormatView:
    """What a format makes of a quiz: its files, and what differs in them."""

    platform: str
    is_tried: bool
    files: tuple[FileView, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True)
class RowView:
    """A row of the table: what its files hold, where to see that, and the files by platform."""

    title: str
    url: str | None
    cells: tuple[tuple[str, tuple[FileView, ...]], ...]


@dataclass(frozen=True)
class TableView:
    """All downloads. ``heads`` are the platforms, each with whether its files were tried."""

    heads: tuple[tuple[str, bool], ...]
    rows: tuple[RowView, ...]


def panel(quiz: ExportedQuiz, published: Published, base: str) -> tuple[FormatView, ...]:
    """Return what can be taken from the page of a quiz, which is at ``base``."""
    words, losses = quiz.strings[DownloadStrings], quiz.strings[ExportStrings]
    found = []
    order = [*Platform]
    for format in sorted(published.formats, key=lambda one: order.index(one.platform)):
        writing = format.writing(quiz)
        files = tuple(_files(format.files, quiz.id, quiz.title, published, base, words))
        if files and writing.questions:
            said = tuple(losses.loss(loss) for loss in losses_by_kind(writing)) + _left_out(writing, words)
            found.append(FormatView(words.platform(format.platform), format.is_tried, files, said or (words.whole,)))
    return tuple(found)


def table(published: Published, base: str, words: DownloadStrings) -> TableView:
    """Return the table of all downloads, for the page at ``base``."""
    platforms = [one for one in Platform if any(format.platform is one for format in published.formats)]
    heads = tuple((words.platform(one), _is_tried(one, published.formats)) for one in platforms)
    rows = []
    for quiz in published.quizzes:
        cells = _cells(quiz.id, quiz.title, platforms, published, base, words)
        rows.append(RowView(quiz.title, relative_url(page_url(quiz.src_uri), base), cells))
    for folder, title in ((ALL, words.every_quiz), (GLOSSARY, words.glossary)):
        if any(True for _ in published.files_in(folder)):
            rows.append(RowView(title, None, _cells(folder, title, platforms, published, base, words)))
    return TableView(heads, tuple(rows))


def _left_out(writing: Writing, words: DownloadStrings) -> tuple[str, ...]:
    missing, total = len(writing.left_out), len(writing.quiz.questions)
    return (words.counted("left_out", total, number=missing),) if missing else ()


def _is_tried(platform: Platform, formats: Sequence[Format]) -> bool:
    return any(format.is_tried for format in formats if format.platform is platform)


def _cells(
    folder: str, title: str, platforms: Sequence[Platform], published: Published, base: str, words: DownloadStrings
) -> tuple[tuple[str, tuple[FileView, ...]], ...]:
    return tuple(
        (words.platform(one), tuple(_files(_names(one, folder, published), folder, title, published, base, words)))
        for one in platforms
    )


_BY_ENDING = {".apkg": Platform.ANKI, ".docx": Platform.WORD, ".pdf": Platform.PAPER}
"""Which platform files are for that hold something else than one quiz, and are called like no format's."""


def _names(platform: Platform, folder: str, published: Published) -> list[str]:
    """Return the names of the files for a platform."""
    named = [name for format in published.formats if format.platform is platform for name in format.files]
    if folder not in (ALL, GLOSSARY):
        return named
    everybodys = {name for format in published.formats for name in format.files}
    others = [path.rpartition("/")[2] for path in published.files_in(folder)]
    return named + [
        name
        for name in others
        if name not in everybodys and _BY_ENDING.get(splitext(name)[1], Platform.PROGRAMS) is platform
    ]


def _files(
    names: Sequence[str], folder: str, title: str, published: Published, base: str, words: DownloadStrings
) -> Iterator[FileView]:
    for name in names:
        path = f"{FOLDER}{folder}/{name}"
        if path in published.sizes:
            size = published.sizes[path]
            type = splitext(name)[1].lstrip(".").upper()
            label = words.link.format(quiz=title, file=name)
            yield FileView(relative_url(path, base), name, type, _size(size, words) if size else None, label)


def _size(size: int, words: DownloadStrings) -> str:
    if size < 1_000_000:
        return words.size_kb.format(number=max(1, round(size / 1000)))
    return words.size_mb.format(number=f"{size / 1_000_000:.1f}")
