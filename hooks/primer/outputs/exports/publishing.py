"""Make all that is published of quizzes below ``exports/``, and keep from build to build what has not changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from zlib import compress, decompress

from primer.core.cache import Cache, digest_of
from primer.core.files import files_below
from primer.kit.content import Content
from primer.kit.exported import ExportedQuiz, Origin
from primer.kit.feature import Feature
from primer.outputs.exports.anki import ANKI
from primer.outputs.exports.exporting import ALL, EVERYTHING, files_of_all, written
from primer.outputs.exports.formats import Files, Format, Writing
from primer.outputs.exports.paper.formats import WORKSHEET
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.readme import README, readme
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.terms import GLOSSARY, files_of_terms, terms_of
from primer.text import carried, rich

FOLDER = "exports/"
DOWNLOADS = "api/v1/downloads.json"
"""Where programs find the size, the digest and the version of each."""
Made = Callable[[], Files]
_CODE = (Path(__file__).parent, Path(carried.__file__), Path(rich.__file__))


def exports(
    quizzes: Sequence[ExportedQuiz], formats: Iterable[Format], kept: Cache, others: Files = MappingProxyType({})
) -> dict[str, bytes]:
    """Return every file by its path below the site's root; none where there is no quiz. Raises ExportFailed.

    ``others`` are files of something else than quizzes, by their paths below ``exports/``.
    """
    formats = [format for format in formats if not format.missing]
    if not quizzes or not formats:
        return {}
    each: dict[str, bytes] = {}
    digests = [digest_of(repr(quiz)) for quiz in quizzes]
    for quiz, digest in zip(quizzes, digests, strict=True):
        each |= {f"{quiz.id}/{name}": content for name, content in _of_one(quiz, digest, formats, kept).items()}
    makers = [part for format in formats for part in _maker(format, quizzes[0])]
    pages = [_page(quiz) for quiz in quizzes]
    together = _kept(kept, lambda: files_of_all(quizzes, formats, each), ALL, *digests, *pages, *makers)
    files = {**each, **{f"{ALL}/{name}": content for name, content in together.items()}, **others}
    versions = {quiz.id: quiz.version for quiz in quizzes}
    return {**{FOLDER + path: content for path, content in files.items()}, DOWNLOADS: _downloads(files, versions)}


def announced(
    quizzes: Sequence[ExportedQuiz], formats: Iterable[Format], kept: Cache, others: Files = MappingProxyType({})
) -> dict[str, int | None]:
    """Return the size of each file that will be published, by its path below the site's root.

    None stands for a size that nobody knows before all pages are built. Raises ExportFailed.
    """
    formats = [format for format in formats if not format.missing]
    if not quizzes or not formats:
        return {}
    sizes: dict[str, int | None] = {}
    for quiz in quizzes:
        digest = digest_of(repr(quiz))
        for format in formats:
            if format.reads_page:
                sizes |= dict.fromkeys(f"{quiz.id}/{name}" for name in format.files)
            else:
                made = _of_format(format.writing(quiz), digest, kept)
                sizes |= {f"{quiz.id}/{name}": len(content) for name, content in made.items()}
    sizes |= dict.fromkeys(f"{ALL}/{name}" for format in formats for name in format.files_of_all)
    sizes[f"{ALL}/{EVERYTHING}"] = None
    sizes |= {path: len(content) for path, content in others.items()}
    return {FOLDER + path: size for path, size in sizes.items()}


def glossary(features: Iterable[Feature], content: Content, origin: Origin, kept: Cache) -> Files:
    """Return the files of a site's words by their paths below ``exports/``."""
    terms = terms_of(features, content, origin)
    words = [content.strings[group].model_dump_json() for group in (ExportStrings, PaperStrings)]
    makers = [version for format in (ANKI, WORKSHEET) for version in (*format.versions, *format.missing)]
    read = [repr(terms), repr(origin), content.language, *words, *makers, sys.version]
    return _kept(kept, lambda: files_of_terms(terms, content, origin), GLOSSARY, *read, _code())


def missing_packages(formats: Iterable[Format]) -> list[str]:
    """Return the packages for want of which formats are left out."""
    return sorted({package for format in formats for package in format.missing})


def _of_one(quiz: ExportedQuiz, digest: bytes, formats: Sequence[Format], kept: Cache) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    writings = [format.writing(quiz) for format in formats]
    for writing in writings:
        files |= _of_format(writing, digest, kept)
    return {**files, README: readme(writings)}


def _of_format(writing: Writing, digest: bytes, kept: Cache) -> Files:
    page = [_page(writing.quiz)] if writing.format.reads_page else []
    return _kept(kept, lambda: written(writing), digest, *page, *_maker(writing.format, writing.quiz))


def _maker(format: Format, quiz: ExportedQuiz) -> tuple[str | bytes, ...]:
    """Return what stands for all that makes the files of a format, beside the quiz: code, libraries, words."""
    words = [quiz.strings[ExportStrings], *(quiz.strings[group] for group in format.strings)]
    return format.id, *(group.model_dump_json() for group in words), *format.versions, sys.version, _code()


def _page(quiz: ExportedQuiz) -> bytes:
    """Return what stands for the page of a quiz, with all that this asks for."""
    return digest_of(*(part for path, content in quiz.page for part in (path, content)))


def _kept(kept: Cache, make: Made, *read: str | bytes) -> Files:
    """Return what ``make`` makes. What is kept of it is one value: the names and lengths of files, then these."""
    key = digest_of(*read)
    value = kept.get(key)
    if value is None:
        files = make()
        head = json.dumps({path: len(content) for path, content in files.items()}).encode()
        kept.put(key, compress(b"".join([head, b"\n", *files.values()]), level=1))
        return files
    head, _, rest = decompress(value).partition(b"\n")
    found, at = {}, 0
    for path, length in json.loads(head).items():
        found[path] = rest[at : at + length]
        at += length
    return found


@cache
def _code() -> bytes:
    """Return what stands for the code that writes."""
    files = [path for root in _CODE for path in (files_below(root) if root.is_dir() else [root])]
    return digest_of(*(path.read_bytes() for path in sorted(files) if path.suffix != ".pyc"))


def _downloads(files: Files, versions: Mapping[str, str]) -> bytes:
    """Return the list of all downloads: where each is, its size, its digest and the version of its quiz."""
    listed = [
        {
            "path": FOLDER + path,
            "quiz": quiz if quiz in versions else None,
            "version": versions.get(quiz),
            "size": len(content),
            "sha256": sha256(content).hexdigest(),
        }
        for path, content in sorted(files.items())
        for quiz in [path.partition("/")[0]]
    ]
    return (json.dumps({"downloads": listed}, indent=1) + "\n").encode()
