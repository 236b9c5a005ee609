"""The Python-Markdown extension: it places what fences name, and lets each feature add its processors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor

from primer.core.languages import Language, language_of
from primer.kit.admonitions import AdmonitionTitles
from primer.kit.context import Context
from primer.kit.data_texts import DataTexts
from primer.kit.feature import Feature
from primer.kit.folding import FoldedSections
from primer.kit.formulas import Formulas
from primer.kit.ids import RepeatedIds, apart_from_ours, in_any_script
from primer.kit.lead import LeadEnd
from primer.kit.level_cards import LevelCards
from primer.kit.links import PageLinks
from primer.kit.media import ShownMedia
from primer.kit.nesting import TooDeep, guard_nesting
from primer.kit.other_languages import OtherLanguages
from primer.kit.page import CurrentPage
from primer.kit.permalinks import Permalinks
from primer.kit.placement import PLACEMENTS, TOKENS, FenceTokens, Placements, placer_of_off
from primer.kit.strings import AdmonitionStrings, MarkdownStrings
from primer.kit.tiles import Tiles
from primer.kit.unread import UnreadMarkdown
from primer.kit.words import WordsToSay
from primer.text.brackets import find_brackets_once
from primer.text.formulas import leave_marks

TOO_DEEP = 19.9  # right after inline Markdown (20), before whatever else reads the tree
FORMULAS = 19.8  # before what makes lines pretty, which puts spaces around MathML
WORDS = 3.5  # after headings have their ids (5), before terms are linked (3)
DATA_TEXTS = 2.5  # after the glossary's links (3)
UNREAD = 19.7  # before what puts elements into text: terms, abbreviations
MEDIA = 6  # after attributes were given (attr_list 8), before headings get their ids (toc 5)
TITLES = 19.6  # once inline Markdown is read (20), before terms are linked in text (3)
LEAD_END = 2  # after all processors of features, which change headings and what is in them
PERMALINKS = 1.5  # after the headings have them (5)
LEVELS = 1.3  # before folds, in which a card may stand
FOLDS = 1.2  # after the end of the lead is known, and the headings are what they will be
LINKS = 1
REPEATED_IDS = 0.5  # after the citations, whose ids are the page's own; before MkDocs makes links relative (0)


class PrimerExtension(Extension):
    """Renders what features add to pages. Call ``now_on`` before each page."""

    def __init__(self, features: Sequence[Feature], context: Context, off: Iterable[Feature] = ()) -> None:
        """``off`` holds the features that the site has switched off: their fences are known, and answered by a word."""
        super().__init__()
        self._features = features
        self._context = context
        self._current: CurrentPage | None = None
        self._bringing = [one for one in features if type(one).may_bring is not Feature.may_bring]
        self._placers = {
            name: placer_of_off(name, feature.name, context.templates) for feature in off for name in feature.placed
        }
        self._placers |= {name: placer for feature in features for name, placer in feature.fences(context).items()}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors."""
        guard_nesting(md, self._page)
        find_brackets_once(md)
        tokens = FenceTokens(md, self._placers, self._page)
        md.preprocessors.register(tokens, "primer-fences", TOKENS)
        placements = Placements(md, tokens, self._placers, self._page)
        md.treeprocessors.register(placements, "primer-placements", PLACEMENTS)
        md.treeprocessors.register(TooDeep(md, self._page), "primer-too-deep", TOO_DEEP)
        if leave_marks(md):
            md.treeprocessors.register(Formulas(md, self._page), "primer-formulas", FORMULAS)
        text = self._context.content.text
        unread = UnreadMarkdown(md, self._page, text.citables.known, formulas=text.has_formulas)
        md.treeprocessors.register(unread, "primer-unread", UNREAD)
        md.treeprocessors.register(ShownMedia(md, self._page), "primer-media", MEDIA)
        for feature in self._features:
            feature.extend_markdown(md, self._context, self._page)
        data_texts = DataTexts(md, self._context.content.text, self._page)
        md.treeprocessors.register(data_texts, "primer-data-texts", DATA_TEXTS)
        md.treeprocessors.register(LeadEnd(md, self._page), "primer-lead-end", LEAD_END)
        strings = self._context.content.strings
        md.treeprocessors.register(Permalinks(md, strings[MarkdownStrings]), "primer-permalinks", PERMALINKS)
        titles = AdmonitionTitles(md, strings[AdmonitionStrings])
        md.treeprocessors.register(titles, "primer-admonitions", TITLES)
        settings = self._context.content.settings
        md.treeprocessors.register(WordsToSay(md, self._page), "primer-words", WORDS)
        md.treeprocessors.register(Tiles(md, frozenset(settings.tiles), self._page), "primer-tiles", LEVELS)
        md.treeprocessors.register(LevelCards(md, self._context.templates, self._page), "primer-levels", LEVELS)
        folded = FoldedSections(md, frozenset(settings.folded), self._page)
        md.treeprocessors.register(folded, "primer-folds", FOLDS)
        md.treeprocessors.register(PageLinks(md, self._page), "primer-links", LINKS)
        if len(self._context.content.languages) > 1:
            other = OtherLanguages(md, self._context.content, self._page)
            md.treeprocessors.register(other, "primer-other-languages", LINKS)
        md.treeprocessors.register(RepeatedIds(md, self._page), "primer-repeated-ids", REPEATED_IDS)
        for processor in md.treeprocessors:
            if isinstance(processor, TocTreeprocessor):
                processor.slugify = apart_from_ours(in_any_script(processor.slugify), self._page)

    def now_on(self, page: CurrentPage) -> None:
        """Say which page is rendered next."""
        page.may_bring = self._may_bring
        self._current = page
        self._context.pages.add(page)

    @property
    def rendering(self) -> PrimerExtension:
        """What renders the page that was said last."""
        return self

    @property
    def gave_up(self) -> bool:
        """Whether Markdown had to be stopped in the middle of that page, and remembers something of it."""
        return self._current is not None and self._current.is_too_deep

    def _may_bring(self, id: str) -> bool:
        return any(feature.may_bring(id, self._context.content) for feature in self._bringing)

    def _page(self) -> CurrentPage | None:
        return self._current


class ExtensionByLanguage(Extension):
    """Renders each page with the extension of its language. Call ``now_on`` before each page."""

    def __init__(self, default: PrimerExtension, others: Mapping[Language, PrimerExtension]) -> None:
        super().__init__()
        self._current = self._default = default
        self._others = others

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processors of the language of the page that is rendered next."""
        self._current.extendMarkdown(md)

    def now_on(self, page: CurrentPage) -> None:
        """Say which page is rendered next."""
        self._current = self._others.get(language_of(page.src_uri, (_NO_LANGUAGE, *self._others)), self._default)
        self._current.now_on(page)

    @property
    def rendering(self) -> PrimerExtension:
        """What renders the page that was said last."""
        return self._current


_NO_LANGUAGE = Language("")
"""What stands for the default language where it only matters that it is none of the others."""


def extension_of(
    features: Sequence[Feature], context: Context, off: Sequence[Feature] = ()
) -> PrimerExtension | ExtensionByLanguage:
    """Return what renders the pages of a site in all its languages."""
    default = PrimerExtension(features, context, off)
    others = {language: PrimerExtension(features, one, off) for language, one in context.others.items()}
    return ExtensionByLanguage(default, others) if others else default
