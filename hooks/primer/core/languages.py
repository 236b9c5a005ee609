"""Name every address of a page in whichever language it is written.

The pages of the default language live at the root. Those of another live in a folder named like its code, with the same
file names, and everything that is promised of them stands at the same address below ``/<code>/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from primer.core import urls
from primer.core.model import SLUG, BrokenRule

RESERVED = frozenset(["api", "assets", "embed", "exports", "go", "guides", "handouts", "quizzes", "search"])
"""The folders of the root that no language can be named like."""
DATA_FOLDERS = frozenset(["figures", "guides", "quizzes", "schemas", "strings"])
"""The folders below the data that no language can be named like."""


@dataclass(frozen=True)
class Language:
    """A language of the site. ``root`` is where it lives below the site's root: empty, or ``mi/``."""

    code: str
    root: str = ""


def site_languages(default: str, others: Iterable[str] = ()) -> tuple[Language, ...]:
    """Return the languages of a site, the default one first."""
    return (Language(default), *(Language(code, f"{code}/") for code in others))


def language_rules(languages: Sequence[Language], folders: Iterable[str]) -> Iterator[BrokenRule]:
    """Yield what is wrong with the codes of ``languages``.

    ``folders`` names the folders in which the default language has pages.
    """
    taken = RESERVED | DATA_FOLDERS | set(folders)
    for language in languages[1:]:
        code = language.code
        if not re.fullmatch(SLUG, code):
            yield BrokenRule("page-language-code", f"'{code}' cannot be a language's folder", "write it as in 'pt-br'")
        elif code in taken:
            message = f"'{code}' is a language, and a folder of something else"
            yield BrokenRule("page-language-code", message, "rename the folder")


def language_of(src_uri: str, languages: Sequence[Language]) -> Language:
    """Return the language of a page. What lives at ``mi/…`` is in the language ``mi``, and so is ``mi.md``."""
    return language_at(urls.page_url(src_uri), languages)


def language_at(address: str, languages: Sequence[Language]) -> Language:
    """Return the language of what is at an address below the site's root."""
    default, *others = languages
    if not others:
        return default
    folder = PurePosixPath(address).parts[:1]
    return next((language for language in others if (language.code,) == folder), default)


def without_language(address: str, languages: Sequence[Language]) -> str:
    """Return an address below the site's root without the folder of its language: its address in the default one."""
    return address.removeprefix(language_at(address, languages).root)


def in_language(path: str, language: Language) -> str:
    """Return where something of the default language is in another: a page, an address or a data file."""
    return f"{language.root}{path}"


def page_id(src_uri: str, languages: Sequence[Language]) -> str:
    """Return the id of a page, unique within its language: its file name, its folder's, or ``home``."""
    language = language_of(src_uri, languages)
    if urls.page_url(src_uri) == language.root:
        return "home"
    return urls.page_id(src_uri)


def short_url(id: str, language: Language) -> str:
    """Return the permanent short address of a page, below the site's root: ``go/trust/``, ``mi/go/trust/``."""
    return in_language(f"go/{id}/", language)


def embed_url(kind: str, id: str, language: Language) -> str:
    """Return the address of the embed of the page ``id``; ``kind`` is its folder below ``embed/``."""
    return in_language(f"{urls.EMBEDS}{kind}/{id}/", language)


def embed_roots(languages: Sequence[Language]) -> tuple[str, ...]:
    """Return what the addresses of embeds, which other sites may frame, begin with: ``embed/``, ``mi/embed/``."""
    return tuple(in_language(urls.EMBEDS, language) for language in languages)


def is_reserved(address: str, languages: Sequence[Language]) -> bool:
    """Tell whether an address below the site's root is kept for embeds, so that no page can live there."""
    return address.startswith(embed_roots(languages))


def ledger_file(language: Language) -> str:
    """Return the path of a language's ledger of addresses below the data: ``permalinks.yml``, ``mi/permalinks.yml``."""
    return in_language("permalinks.yml", language)


def pages_by_id(
    pages: Iterable[str], languages: Sequence[Language]
) -> tuple[dict[Language, dict[str, str]], list[tuple[str, str]]]:
    """Return the page of each id, by language, and each page whose id another of its language has, with that other."""
    found: dict[Language, dict[str, str]] = {language: {} for language in languages}
    repeated = []
    for page in pages:
        ids = found[language_of(page, languages)]
        first = ids.setdefault(page_id(page, languages), page)
        if first != page:
            repeated.append((page, first))
    return found, repeated
