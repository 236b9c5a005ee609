"""Load each language of a site beside the default one, of which it shares what it has not of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from primer.core.cache import Cache
from primer.core.languages import DATA_FOLDERS, Language, in_language, site_languages
from primer.kit.content import Content, GeneratedPage
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.loading import HasStrings, load_other_strings
from primer.kit.sources import DataFolder, Key
from primer.kit.strings import StringTable
from primer.kit.templates import Templates
from primer.kit.texts import AnchorLink
from primer.site.strings import SiteStrings
from primer.text.inline import DataText


@dataclass(frozen=True)
class LoadedLanguage:
    """What was loaded of a language that is not the default one."""

    language: Language
    folder: DataFolder
    """The folder of what it has of its own."""
    strings: StringTable
    loaded: Mapping[Key[Any], Any]
    made: tuple[GeneratedPage, ...]
    """The pages that are made of its own data."""

    @property
    def name(self) -> str:
        """What HTML calls the language."""
        return self.strings[SiteStrings].language

    def content(self, default: Content) -> Content:
        """Return the content in this language; ``default`` is that in the default one."""
        site, text, root = self.strings[SiteStrings], default.text, self.language.root
        cited_on = in_language(text.citables.page, self.language)
        if cited_on in default.pages:
            citables = replace(text.citables, page=cited_on)
            text = DataText(citables, text.pages, text.files, formulas=text.has_formulas)
        return replace(
            default,
            loaded=self.loaded,
            strings=self.strings,
            language=self.name,
            locale=site.locale,
            text=text,
            own_root=root,
        )

    def check(self, content: Content, features: Iterable[Feature]) -> Iterator[AnchorLink]:
        """Report what does not fit together in what the language has of its own; yield its links to passages.

        ``content`` is that of the default language.
        """
        for feature in features:
            if feature.translated:
                yield from feature.check(content.others[self.language], self.folder)


def languages_in(data: Path, pages: Iterable[str], default: str) -> tuple[Language, ...]:
    """Return the languages of a site, the default one first. One that has promised addresses stays one without pages.

    A language has a ledger, or a folder of pages and a file of strings. ``data`` is the folder of data files, and
    ``pages`` holds the path of each written page below the docs folder.
    """
    folders = {page.partition("/")[0] for page in pages if "/" in page}
    strings = {path.stem for path in data.glob("strings/*.yml")}
    ledgers = {path.parent.name for path in data.glob("*/permalinks.yml")} - DATA_FOLDERS
    return site_languages(default, sorted(((strings & folders) | ledgers) - {default}))


def load_language(
    language: Language,
    features: Sequence[Feature],
    outputs: Sequence[HasStrings],
    default: Mapping[Key[Any], Any],
    data: DataFolder,
    kept: Cache | None = None,
) -> LoadedLanguage:
    """Return what a language has, after reporting what is wrong with it; ``default`` is what the default one has."""
    folder = DataFolder(data.root / language.code, f"{data.label}/{language.code}", data.report)
    loaded = {**default}
    for feature in features:
        loaded |= feature.in_language(default, folder)
    made = (page for feature in features if feature.translated for page in feature.generated_pages(loaded, folder))
    return LoadedLanguage(
        language,
        folder,
        load_other_strings([*features, *outputs], data, language.code, _about(language.code), kept),
        loaded,
        tuple(replace(page, path=in_language(page.path, language)) for page in made),
    )


def in_each_language(context: Context, overrides: Sequence[Path]) -> Context:
    """Return one build with what it is in each other language; ``overrides`` are the site's folders of templates."""
    others = {}
    for language, content in context.content.others.items():
        name = content.strings[SiteStrings].name or context.site_name
        templates = Templates(content.strings, overrides, context.cache)
        others[language] = replace(context, content=content, templates=templates, made={}, site_name=name)
    return replace(context, others=others)


def name_of(language: Language) -> str:
    """Return what a language calls itself: "Español"; its code where nobody knows."""
    locale = _locale(language.code)
    name = locale.get_display_name(locale) if locale else None
    return f"{name[0].upper()}{name[1:]}" if name else language.code


def _about(code: str) -> Mapping[str, str]:
    """Return what is known of a language by its code: how HTML names it, how dates are written, which way it reads."""
    locale = _locale(code)
    if locale is None:
        return {"language": code}
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    parts = (locale.language, locale.script, locale.territory)  # 'pt-br' is a folder; HTML has 'pt-BR'
    return {"language": "-".join(filter(None, parts)), "locale": str(locale), "direction": direction}


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
