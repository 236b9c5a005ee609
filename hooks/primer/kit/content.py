"""Everything the authors wrote in data files, loaded, checked and frozen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.features.chart.drawing import Drawing
from primer.features.chart.model import Figure, FigureId
from primer.text.terms import TermIndex
from primer.features.glossary.model import Term, TermId
from primer.features.guide.model import Guide, GuideId
from primer.features.directory.help_lines import Place
from primer.core.model import SLUG, Model
from primer.site.models import Ledger, Publisher
from primer.features.planner.model import Planner
from primer.kit.texts import AnchorLink
from primer.features.quiz.model import Quiz, QuizId
from primer.features.references.model import Reference, ReferenceId
from primer.features.directory.routes import PlaceRoutes
from primer.core.frontmatter import front_matter
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.kit.strings import Strings
from primer.text.inline import DataText

M = TypeVar("M", bound=Model)

NEUTRAL_PAGE = "https://www.bbc.co.uk/weather"  # where GOV.UK's "Exit this page" goes by default


class _Anything(frozenset[str]):
    """Holds every id: what a file that cannot be read may have said."""

    def __contains__(self, id: object) -> bool:
        return True


ANYTHING = _Anything()


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """The good items of a file by id, where each stands, and the ids of those that were refused."""

    items: Mapping[str, M] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Content:
    """What is in ``docs/_data``, and which pages there are."""

    strings: Strings
    publisher: Publisher
    ledger: Ledger | None
    terms: Mapping[TermId, Term]
    references: Mapping[ReferenceId, Reference]
    quizzes: Mapping[QuizId, Quiz]
    guides: Mapping[GuideId, Guide]
    planner: Planner | None
    help_lines: tuple[Place, ...]
    broken_terms: frozenset[TermId]
    broken_references: frozenset[ReferenceId]
    broken_quizzes: frozenset[QuizId]
    broken_guides: frozenset[GuideId]
    broken_planner: bool
    pages: frozenset[str]
    """The path of each page below the docs folder, those made for quizzes and guides included."""
    titles: PageTitles
    anchor_links: tuple[AnchorLink, ...] = ()
    routes: Mapping[str, PlaceRoutes] = field(default_factory=dict)
    broken_routes: frozenset[str] = frozenset()
    figures: Mapping[FigureId, Figure] = field(default_factory=dict)
    drawings: Mapping[FigureId, Drawing] = field(default_factory=dict)
    broken_figures: frozenset[FigureId] = frozenset()

    @cached_property
    def text(self) -> DataText:
        """What renders the texts of data files."""
        return DataText(self.references, self.broken_references, self.pages)

    @cached_property
    def term_index(self) -> TermIndex:
        """What finds terms in the text of pages."""
        return TermIndex(self.terms.values())

    def behind(self, page: str) -> Quiz | Guide | None:
        """Return the quiz or guide for which a page was made; None for a page that somebody wrote."""
        return self._made.get(page)

    @cached_property
    def _made(self) -> Mapping[str, Quiz | Guide]:
        return _made_pages(self.quizzes, self.guides)


@dataclass
class PageTitles:
    """The titles of pages, read from their front matter when first asked for."""

    docs: Path
    made: Mapping[str, str]
    """The titles of pages that nobody wrote."""
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, page: str) -> str:
        """Return the title of a page, given by its path below the docs folder; the path itself when it has none."""
        if page not in self._known:
            self._known[page] = self._read(page)
        return self._known[page]

    def _read(self, page: str) -> str:
        if page in self.made:
            return self.made[page]
        path = self.docs / page
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        document = load(front_matter(text) or "", page, Report())  # what is wrong with it is reported with its page
        title = document.data.get("title") if document and isinstance(document.data, Mapping) else None
        return title if isinstance(title, str) else page


def quiz_page(quiz: QuizId) -> str:
    """Return the path of the page that is made for a quiz."""
    return f"quizzes/{quiz}.md"


def guide_page(guide: GuideId) -> str:
    """Return the path of the page that is made for a guide."""
    return f"guides/{guide}.md"


def made_titles(quizzes: Mapping[QuizId, Quiz], guides: Mapping[GuideId, Guide]) -> dict[str, str]:
    """Return the title of each page that is made for a quiz or a guide."""
    return {page: made.title for page, made in _made_pages(quizzes, guides).items()}


def _made_pages(quizzes: Mapping[QuizId, Quiz], guides: Mapping[GuideId, Guide]) -> dict[str, Quiz | Guide]:
    return {
        **{quiz_page(id): quiz for id, quiz in quizzes.items()},
        **{guide_page(id): guide for id, guide in guides.items()},
    }


@dataclass
class DataFolder:
    """Reads the files of a data folder. ``label`` is what messages call the folder: 'docs/_data'."""

    root: Path
    label: str
    report: Report

    def exists(self, name: str) -> bool:
        """Tell whether the folder has this file."""
        return (self.root / name).is_file()

    def document(self, name: str) -> Document | None:
        """Return what a file says, or None when it is missing or unreadable; the latter is reported."""
        path = self.root / name
        return load(path.read_bytes(), f"{self.label}/{name}", self.report) if path.is_file() else None

    def one(self, name: str, shape: type[M], kind: str) -> M | None:
        """Return what a file holds, or None when it is missing or, after a report, does not hold it."""
        document = self.document(name)
        return validate(shape, document, kind, self.report) if document else None

    def many(self, name: str, shape: type[M], kind: str, parts: tuple[str, type[Model]] | None = None) -> Loaded[M]:
        """Return what a file lists, by id; nothing where the file is missing. A bad item does not take others with it.

        ``parts`` names a list in each item, and what is in that: there, a bad part does not take the item with it.
        """
        if not self.exists(name):
            return Loaded()
        document = self.document(name)
        if document is None:
            return Loaded(broken=ANYTHING)
        if not isinstance(document.data, tuple):
            message = f"{name} should be a list, each item beginning with '- id: …'"
            self._say(document.place(), message, f"{kind}-wrong-type")
            return Loaded(broken=ANYTHING)
        items: dict[str, M] = {}
        documents: dict[str, Document] = {}
        broken: set[str] = set()
        self.report.say_repeated(document.ids(), f"{kind}-repeated-id")
        for part in document.items():
            id = part.id
            if id in documents:
                continue
            item = validate(shape, part, kind, self.report)
            if item is None and parts:
                item = _without_bad_parts(part, shape, kind, *parts)
            if id is not None:
                documents[id] = part
                if item is None:
                    broken.add(id)
                else:
                    items[id] = item
        return Loaded(items, documents, frozenset(broken))

    def quizzes(self) -> Loaded[Quiz]:
        """Return the quizzes: one a file, with the file's name as its id."""
        return self._each("quizzes/*.yml", Quiz, "quiz")

    def guides(self) -> Loaded[Guide]:
        """Return the guides: one a file, with the file's name as its id."""
        return self._each("guides/*.yml", Guide, "guide")

    def _each(self, files: str, shape: type[M], kind: str) -> Loaded[M]:
        """Return what each file of a folder holds."""
        items: dict[str, M] = {}
        documents: dict[str, Document] = {}
        broken: set[str] = set()
        for name in self._files(files.partition("/")[0], kind):
            id = Path(name).stem
            document = self.document(name)
            item = validate(shape, document, kind, self.report) if document else None
            if document is None or item is None:
                broken.add(id)
            else:
                items[id], documents[id] = item, document
        return Loaded(items, documents, frozenset(broken))

    def _files(self, folder: str, kind: str) -> Iterator[str]:
        """Yield the files of a folder whose names are ids; what looks like one and has another name is reported."""
        for path in sorted(self.root.glob(f"{folder}/**/*.y*ml")):
            name = path.relative_to(self.root / folder).as_posix()
            if path.name.startswith(".") or not path.is_file():
                continue  # left by an editor
            if path.suffix == ".yml" and re.fullmatch(SLUG, name.removesuffix(".yml")):
                yield f"{folder}/{name}"
            else:
                better = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower())) or "a-name"
                place, message = Location(f"{self.label}/{folder}/{name}"), f"'{name}' is not the name of a {kind} file"
                self._say(place, message, f"{kind}-file-name", f"move it to {folder}/{better}.yml")

    def strings(self, language: str) -> Strings:
        """Return the words of a language; where they cannot be read, each is shown by its own name."""
        name = f"strings/{language}.yml"
        if not self.exists(name):
            others = (path.stem for path in sorted(self.root.glob("strings/*.yml")))
            hint = did_you_mean(language, others) or f"write {self.label}/{name}, from that of another language"
            self._say(
                Location(f"{self.label}/{name}"),
                f"there are no words for the language '{language}'",
                "strings-missing",
                hint,
            )
        return self.one(name, Strings, "strings") or Strings.of_names()

    def publisher(self) -> Publisher:
        """Return who publishes the site; without a readable file, nobody is named."""
        if not self.exists("publisher.yml"):
            self._say(
                Location(f"{self.label}/publisher.yml"),
                "nobody says who publishes this site",
                "publisher-missing",
                f"write 'leave_to: {NEUTRAL_PAGE}' and, once known, 'name: …'",
            )
        return self.one("publisher.yml", Publisher, "publisher") or Publisher(leave_to=NEUTRAL_PAGE)

    def _say(self, place: Location, message: str, code: str, hint: str | None = None) -> None:
        self.report.say(place, message, code, hint)


def _without_bad_parts(document: Document, shape: type[M], kind: str, name: str, part: type[Model]) -> M | None:
    """Return what an item is without the bad parts of its list ``name``; what is wrong has been said."""
    if not isinstance(document.data, Mapping):
        return None
    good = [item.data for item in document.part(name).items() if validate(part, item, kind, Report())]
    return validate(shape, replace(document, data={**document.data, name: tuple(good)}), kind, Report())
