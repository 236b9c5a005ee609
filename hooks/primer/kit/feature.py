"""What a feature is to the rest of the engine, which knows that there are features and never which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from markdown import Markdown
from markupsafe import Markup

from primer.core.diagnostics import Report
from primer.core.yaml import Document
from primer.kit.content import Content, GeneratedPage
from primer.kit.context import Context
from primer.kit.due import Due
from primer.kit.exported import ExportedQuiz, ExportedTerm, Origin
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer
from primer.kit.sources import DataFolder, Key, Source
from primer.kit.strings import Strings, StringTable
from primer.kit.texts import AnchorLink
from primer.text.citing import Citables

Item = Mapping[str, Any]
"""Something described in the vocabulary of schema.org, as JSON-LD."""


class PageField(NamedTuple):
    """A field that a feature adds to the front matter of pages: its type, and its value where it is left out."""

    name: str
    annotation: Any
    default: object
    is_read: bool = False
    """Whether readers get to read what it says, so that a change of it is a change of the page."""


class PublishedIds(NamedTuple):
    """Ids of a feature to which others link, which the ledger of addresses therefore keeps."""

    field: str
    """The list in the ledger."""
    description: str
    of: Key[Any]
    """The loaded items whose ids they are."""


CATALOGUE_STYLE = "catalogue.css"
"""The style sheet of the site in which a list of what a feature has made looks like cards."""


class Pack(NamedTuple):
    """Scripts of which a page loads those that it needs as one file."""

    name: str
    """What the file is called."""
    core: str
    """The script from which they import what exists once on a page; the page loads it as well."""
    scripts: tuple[str, ...]


class Feature:
    """Something that a site can have. Each method does nothing unless a feature says otherwise.

    A feature is a folder below ``features/`` with a module ``feature`` that holds it as ``FEATURE``, and a line in
    ``features/__init__.py``. Its style sheets, scripts, templates and strings lie in the folder.
    """

    name: ClassVar[str]
    """Its folder."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The features that it imports from."""
    sources: ClassVar[Sequence[Source[Any]]] = ()
    translated: ClassVar[Sequence[Source[Any]]] = ()
    """Those that each language has of its own, in the data folder's folder that is named like it; it shares others."""
    strings: ClassVar[tuple[type[Strings], ...]] = ()
    styles: ClassVar[tuple[str, ...]] = ()
    """Names of style sheets in its folder, in the order in which a page asks for them."""
    styles_below: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """By the name of one of them, those in folders below its own that are published at the end of the same file."""
    scripts: ClassVar[tuple[str | Pack, ...]] = ()
    """Those that pages ask for. What one imports is published as a part of it, not by itself."""
    embeds: ClassVar[str | None] = None
    """The folder below ``/embed/`` in which the embeds of its generated pages stand, where it is one of their own."""
    page_field: ClassVar[PageField | None] = None
    placed: ClassVar[tuple[str, ...]] = ()
    """The fences that it answers: the names in ``fences``, which need not be made to be known."""
    shows: ClassVar[Mapping[str, Key[Any]]] = {}
    """By the name of a fence, the items of which it shows readers all, or those that its settings name."""
    used: ClassVar[Mapping[str, Key[Any]]] = {}
    """By the kind of what pages note that they use, the items that it is."""
    pages: ClassVar[tuple[str, ...]] = ()
    """Names of pages to which it links, for which a site can say where it has them."""
    drawings: ClassVar[tuple[str, ...]] = ()
    """Names of drawings that it shows where a site has them."""
    published_ids: ClassVar[PublishedIds | None] = None

    def citables(self, loaded: Mapping[Key[Any], Any], strings: StringTable, locale: str) -> Citables | None:
        """Return what texts in a language can cite, if this is the feature that knows."""

    def in_language(self, loaded: Mapping[Key[Any], Any], folder: DataFolder) -> Mapping[Key[Any], Any]:
        """Return what the feature has in a language that is not the default one, after reporting what is wrong there.

        ``folder`` holds the data of that language, and ``loaded`` is what the default one has.
        """
        return {source.key: source.load(folder) for source in self.translated}

    def generated_pages(self, loaded: Mapping[Key[Any], Any], folder: DataFolder) -> Iterator[GeneratedPage]:
        """Yield the pages that nobody wrote. One for an item with mistakes, too: links to it are no mistakes."""
        yield from ()

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in the feature's data, and yield its links to passages of pages."""
        yield from ()

    def check_page(
        self, value: object, document: Document, src_uri: str, content: Content, report: Report
    ) -> Iterator[AnchorLink]:
        """Report what is wrong with the feature's field in the front matter of a page.

        Yields its links to passages of pages.
        """
        yield from ()

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers each fence that the feature knows, by the fence's name."""
        return {}

    def extend_markdown(self, md: Markdown, context: Context, current: Callable[[], CurrentPage | None]) -> None:
        """Register processors for the text of pages; ``current`` returns the page that is being rendered."""

    def may_bring(self, id: str, content: Content) -> bool:
        """Tell whether an id may be that of something which the feature adds to a page after its text."""
        return False

    def page_end(self, page: CurrentPage, context: Context) -> Markup:
        """Return what a page ends with."""
        return Markup()

    def beside_title(self, page: CurrentPage, content: Content) -> Markup:
        """Return a picture to stand beside the title of a page."""
        return Markup()

    def beside(self, page: CurrentPage, context: Context) -> Markup:
        """Return what stands below the text of a page on the site itself, and in none of its frames."""
        return Markup()

    def describe(self, page: CurrentPage, content: Content, address: str | None) -> Item | None:
        """Return what a page is to schema.org, its ``@type`` included, where the feature knows better than the site.

        ``address`` is the page's own, None where the site's is not known.
        """

    def describe_sources(self, page: CurrentPage, content: Content) -> Sequence[Item]:
        """Return what a page cites, as schema.org describes it."""
        return ()

    def files(self, context: Context) -> Mapping[str, bytes]:
        """Return files that are no pages, by their path below the site's root."""
        return {}

    def exported(self, content: Content, origin: Origin) -> Iterator[ExportedQuiz]:
        """Yield the quizzes that leave the site as files, by id."""
        yield from ()

    def exported_pages(self, content: Content) -> Iterator[str]:
        """Yield the path of the page of each quiz that leaves the site."""
        yield from ()

    def exported_terms(self, content: Content, origin: Origin) -> Iterator[ExportedTerm]:
        """Yield the words that leave the site as files, from A to Z."""
        yield from ()

    def due(self, content: Content) -> Iterator[Due]:
        """Yield what has to be checked again, and when."""
        yield from ()

    def notes(self, context: Context) -> Iterator[str]:
        """Yield what authors may want to know and is no mistake, once every page is rendered."""
        yield from ()

    @property
    def folder(self) -> Path:
        """The folder that holds the feature's style sheets, scripts, templates and strings."""
        return Path(__file__).parents[1] / "features" / self.name

    @property
    def folders(self) -> tuple[Path, ...]:
        """Its folder, and those below it that have style sheets, scripts and strings of their own.

        A script or a style sheet in one of those is called by its path below the feature's folder.
        """
        return (self.folder,)


def asset_path(name: str) -> str:
    """Return what templates call a style sheet or script: ``assets/quiz.js``."""
    return f"assets/{name}"


def listed(features: Iterable[Feature], wanted: Iterable[str]) -> tuple[tuple[str, ...], tuple[str | Pack, ...]]:
    """Return the style sheets and the scripts among ``wanted``, in the order in which features list theirs.

    Of a pack, only those of its scripts are left that are wanted.
    """
    names = frozenset(wanted)
    features = tuple(features)
    styles = (asset_path(name) for feature in features for name in feature.styles if name in names)
    scripts = (script for feature in features for one in feature.scripts if (script := _wanted(one, names)))
    return tuple(styles), tuple(scripts)


def _wanted(script: str | Pack, names: frozenset[str]) -> str | Pack | None:
    if isinstance(script, str):
        return asset_path(script) if script in names else None
    wanted = tuple(name for name in script.scripts if name in names)
    return script._replace(scripts=wanted) if wanted else None
