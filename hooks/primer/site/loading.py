"""Load everything that authors wrote in data files, and check what no file can know alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from primer.core.cache import Cache
from primer.core.languages import Language
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.loading import ENGLISH, HasStrings, assemble, load_sources, load_strings
from primer.kit.sources import DataFolder, Key
from primer.kit.texts import AnchorLink
from primer.site.addresses import check_languages, check_pages, check_published
from primer.site.changes import check_changes
from primer.site.feature import LEDGER, ledger_of
from primer.site.languages import load_language
from primer.site.ledger_rules import ledger_rules
from primer.site.strings import SiteStrings


def load_content(
    folder: DataFolder,
    pages: frozenset[str],
    docs: str,
    features: Sequence[Feature],
    *,
    languages: tuple[Language, ...] = (Language(ENGLISH),),
    outputs: Sequence[HasStrings] = (),
    known: Mapping[Key[Any], Any] | None = None,
    files: frozenset[str] = frozenset(),
    formulas: bool = False,
    kept: Cache | None = None,
) -> tuple[Content, tuple[AnchorLink, ...]]:
    """Return everything in ``folder``, and its links to passages of pages, after reporting what does not fit together.

    ``pages`` holds the path of each written page below the docs folder, which messages call ``docs``. ``languages``
    are those in which there are pages, the default one first. What was loaded before stands in ``known``.
    ``files`` and ``formulas`` are what texts may show: other files of the docs folder, LaTeX. ``kept`` holds what
    earlier builds found right.
    """
    kept = kept or Cache()
    strings = load_strings([*features, *outputs], folder, languages[0].code, kept)
    for one in languages:
        _check_language(one.code, folder)
    site = strings[SiteStrings]
    loaded = load_sources(features, folder, known)
    others = [load_language(one, features, outputs, loaded, folder, kept) for one in languages[1:]]
    default = assemble(
        features,
        loaded,
        folder,
        pages,
        strings,
        language=site.language,
        locale=site.locale,
        languages=languages,
        files=files,
        formulas=formulas,
        made_too=chain.from_iterable(other.made for other in others),
    )
    default = replace(default, names={**default.names, **{other.language: other.name for other in others}})
    content = replace(default, others={other.language: other.content(default) for other in others})
    links = tuple(chain.from_iterable(feature.check(content, folder) for feature in features))
    links += tuple(chain.from_iterable(other.check(content, features) for other in others))
    generated = [(page.path, page.source) for page in content.generated.values()]
    written = [(page, f"{docs}/{page}") for page in sorted(pages)]
    ids = check_pages([*generated, *written], languages, folder.report)
    check_languages(ids, dict([*generated, *written]), folder.label, folder.report)
    for one in languages:
        ledger = content[ledger_of(one)]
        if ledger.item and ledger.document:
            for rule in ledger_rules(ledger.item.addresses, one, ids):
                folder.report.add(ledger.document.location_of(*rule.at), rule.message, rule.code, rule.hint)
    ledger = content[LEDGER]
    before = ledger.item.addresses.values() if ledger.item else ()
    check_changes(content, {*chain.from_iterable(ids.values()), *before}, folder.report)
    if ledger.item and ledger.document:
        published = [
            (feature.published_ids.field, content[feature.published_ids.of])
            for feature in features
            if feature.published_ids
        ]
        check_published(ledger.item, ledger.document, published, folder.report)
    return content, links


def _check_language(code: str, folder: DataFolder) -> None:
    """Report strings of a language that say of themselves that they are in another one."""
    document = folder.document(f"strings/{code}.yml")
    said = document.part("site") if document else None
    texts = said.data if said and isinstance(said.data, Mapping) else {}
    for field, sign in (("language", "-"), ("locale", "_")):
        written = texts.get(field)
        own = written.partition(sign)[0] if isinstance(written, str) else ""
        if said and len(own) in (2, 3) and own != code.partition("-")[0]:
            fact = f"'{field}' is '{written}', and the file is of the language '{code}'"
            hint = f"write '{field}: {code.replace('-', sign)}', with a country where that matters"
            folder.report.add(said.location_of(field), fact, "strings-language", hint)
