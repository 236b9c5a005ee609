"""Say what the search of a site looks through, and which words of readers it knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.cache import Cache, digest_of
from primer.core.diagnostics import Location, Report
from primer.core.languages import in_language, language_at
from primer.core.model import AtLeast, Model, Text
from primer.core.urls import page_url
from primer.core.yaml import Document
from primer.kit.content import Content
from primer.kit.sources import Key, OneFile, Single
from primer.kit.texts import AnchorLink
from primer.publish.search.index import SearchTerms, search_files
from primer.publish.search.lines import SearchedPage, read_lines, searched_page
from primer.publish.search.stems import stems_of
from primer.publish.search.words import words_of
from primer.site.models import FrontMatter, SearchChoice


class Meaning(Model):
    """Words and phrases that readers type, and the words of the pages that they stand for."""

    noun: ClassVar[str] = "a meaning"

    hover: ClassVar = {"words": "words that people type", "means": "the words of pages that say the same"}

    words: Annotated[tuple[Text, ...], AtLeast(1, "words")]
    means: Annotated[tuple[Text, ...], AtLeast(1, "words of the pages")]


class Passage(Model):
    """Ways in which people ask what a page or a passage answers, and which no page shows."""

    noun: ClassVar[str] = "a passage"

    hover: ClassVar = {"asked": "ways to ask for it"}

    see: Text = Field(description="/folder/page.md, or /folder/page.md#anchor")
    asked: Annotated[tuple[Text, ...], AtLeast(1, "ways to ask")]


class SearchWords(Model):
    """What the search knows of the words that readers type."""

    noun: ClassVar[str] = "what the search knows"

    hover: ClassVar = {
        "meanings": "words that mean the same",
        "passages": "passages that answer what people ask in other words",
    }

    small: Text | None = Field(None, description="words that say little about what is asked, with spaces between them")
    meanings: tuple[Meaning, ...] = ()
    passages: tuple[Passage, ...] = ()


GENERATED = 0.85
"""How much sooner or later a page is found that nobody wrote: a quiz is seldom what a worried person needs."""

SEARCH: Key[Single[SearchWords]] = Key("search")
SEARCH_FILE = OneFile(SEARCH, "search.yml", SearchWords, "search")


def search_key(pages: Iterable[SearchedPage], content: Content, made_by: bytes) -> bytes:
    """Return what stands for all of which the files of the search are made; ``made_by`` stands for code."""
    read = (repr(page) for page in sorted(pages, key=lambda page: page.address))
    return digest_of("search", made_by, content.language, repr(content.languages), repr(content[SEARCH].item), *read)


def search_terms(content: Content) -> SearchTerms:
    """Return what a site knows of the words that people type; nothing where the file is missing or broken."""
    item = content[SEARCH].item or SearchWords()
    return SearchTerms(item.small or "", [(meaning.words, meaning.means) for meaning in item.meanings])


def other_searches(pages: Iterable[SearchedPage], content: Content) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a search of its own for each language but the default one, whose search finds all pages.

    It knows the addresses from the folder of the language on.
    """
    for language in content.languages[1:]:
        own = [page for page in pages if language_at(page.address, content.languages) == language]
        below = [replace(page, address=page.address.removeprefix(language.root)) for page in own]
        if below:
            lines = read_lines(sorted(below, key=lambda page: page.address))
            files = search_files(lines, SearchTerms(), language.code)
            yield from ((in_language(path, language), data) for path, data in files)


def searched(
    html: str, src_uri: str, title: str, front: FrontMatter | None, content: Content, kept: Cache
) -> SearchedPage | None:
    """Return what is searched of a page; None where its author says that nothing is.

    ``front`` is the front matter of a page that somebody wrote, and ``html`` its text.
    """
    choice = (front.search if front else None) or SearchChoice()
    if choice.exclude:
        return None
    asked: dict[str, list[str]] = {}
    for one in front.asked if front else ():
        asked.setdefault(one.anchor, []).append(one.words)
    for passage in (content[SEARCH].item or SearchWords()).passages:
        page, _, anchor = passage.see.removeprefix("/").partition("#")
        if page == src_uri:
            asked.setdefault(anchor, []).extend(passage.asked)
    return searched_page(
        html,
        page_url(src_uri),
        title,
        front.description if front else None,
        kept,
        asked=asked,
        boost=choice.boost if front else GENERATED,
        headings_only=choice.headings_only,
        note=front.content_note if front and front.sensitive else None,
    )


def check_search_words(content: Content, report: Report) -> Iterator[AnchorLink]:
    """Report what is written twice, texts without a word, and pages that are not there; yield links to passages."""
    item, document = content[SEARCH].item, content[SEARCH].document
    if item is None or document is None:
        return
    words = [("meanings", index, "words", meaning.words) for index, meaning in enumerate(item.meanings)]
    asked = [("passages", index, "asked", passage.asked) for index, passage in enumerate(item.passages)]
    for group in (words, asked):
        _check_repeated(group, document, report)
    for index, passage in enumerate(item.passages):
        location = document.location_of("passages", index, "see")
        problems = list(content.text.page_problems(passage.see))
        report.extend(problem.at(location) for problem in problems)
        page, _, anchor = passage.see.removeprefix("/").partition("#")
        if anchor and not problems:
            yield AnchorLink(page, anchor, location)


def _check_repeated(written: Iterable[tuple[str, int, str, Sequence[str]]], document: Document, report: Report) -> None:
    """Report texts that hold the same words as one before, and texts that hold none."""
    seen: dict[str, Location] = {}
    for group, index, field, texts in written:
        for number, text in enumerate(texts):
            location, words = document.location_of(group, index, field, number), " ".join(words_of(text))
            if not words:
                report.add(
                    location, f"'{text}' holds no word", "search-no-word", "write letters or digits, or remove it"
                )
            elif words in seen:
                message = f"'{text}' stands in line {seen[words].line} already"
                report.add(location, message, "search-repeated-word", "write it once, where it belongs")
            else:
                seen[words] = location


def check_search_meanings(content: Content, written: Collection[str], report: Report) -> None:
    """Report meanings of which no page that is searched holds a word; ``written`` are the words of all of them."""
    document = content[SEARCH].document
    if document is None:
        return
    means = [(text, words_of(text), location) for text, location in _means(content, document)]
    stems = stems_of({*written, *chain.from_iterable(words for _, words, _ in means)}, content.language)
    known = {stems[word] for word in written}
    for text, words, location in means:
        if not any(stems[word] in known for word in words):
            message = f"no page that is searched holds '{text}'"
            report.add(location, message, "search-unanswered", "write a word that stands on the page it should find")


def _means(content: Content, document: Document) -> Iterator[tuple[str, Location]]:
    """Yield the words of pages that others stand for, with where they are written."""
    item = content[SEARCH].item or SearchWords()
    for index, meaning in enumerate(item.meanings):
        for number, text in enumerate(meaning.means):
            yield text, document.location_of("meanings", index, "means", number)
