"""Check the addresses of a site: each page has an id of its own, and what was published is still there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.languages import Language, is_reserved, language_rules, page_id, pages_by_id
from primer.core.model import ADDRESS, PATTERNS, SLUG
from primer.core.urls import page_url
from primer.core.yaml import Document
from primer.kit.sources import Loaded
from primer.site.ledger_rules import counterpart_rules
from primer.site.models import Ledger

PagesById = Mapping[Language, Mapping[str, str]]
"""The page of each id, by language, the default language first."""


def check_pages(files: Sequence[tuple[str, str]], languages: Sequence[Language], report: Report) -> PagesById:
    """Return the page of each id, after reporting ids that two pages share and addresses that cannot be.

    ``files`` holds each page with the file that messages name for it.
    """
    for page, file in files:
        id, address = page_id(page, languages), f"/{page_url(page)}"
        if not re.fullmatch(SLUG, id) or not re.fullmatch(ADDRESS, address):
            message = f"the address {address} is not what it should be: folders and a page named in {PATTERNS[SLUG]}"
            report.add(Location(file), message, "page-bad-value", "rename the file")
        elif is_reserved(address.removeprefix("/"), languages):
            message = f"the address {address} is kept for pages in frames on other sites"
            report.add(Location(file), message, "page-reserved-address", "move the file to another folder")
    first: dict[str, str] = {}
    for page, file in files:
        if first.setdefault(page, file) != file:
            _report_repeated(page_id(page, languages), file, first[page], report)
    found, repeated = pages_by_id(first, languages)
    for page, other in repeated:
        _report_repeated(page_id(page, languages), first[page], first[other], report)
    return found


def _report_repeated(id: str, file: str, first: str, report: Report) -> None:
    message = f"the page id '{id}' already belongs to {first}"
    report.add(Location(file), message, "page-repeated-id", "rename one of the two")


def check_languages(pages: PagesById, files: Mapping[str, str], label: str, report: Report) -> None:
    """Report languages that cannot be, and pages of theirs that the default language does not have there.

    ``label`` is what messages call the folder of data files.
    """
    default, *others = languages = tuple(pages)
    folders = {page.partition("/")[0] for page in pages[default].values() if "/" in page}
    for rule in language_rules(languages, folders):
        report.add(Location(f"{label}/strings"), rule.message, rule.code, rule.hint)
    for language in others:
        for page, rule in counterpart_rules(language, pages):
            report.add(Location(files[page]), rule.message, rule.code, rule.hint)


def check_published(
    ledger: Ledger, document: Document, published: Iterable[tuple[str, Loaded[Any]]], report: Report
) -> None:
    """Report ids that were published and are gone, and those that are not in the ledger yet.

    ``published`` holds the items to whose ids others link, by their list in the ledger.
    """
    for field, known in published:
        listed: tuple[str, ...] = getattr(ledger, field)
        gone = [(index, id) for index, id in enumerate(listed) if id not in known.items and id not in known.broken]
        if len(gone) > known.repeated:  # what is gone may be what an id is written twice for
            for index, id in gone:
                report.add(
                    document.location_of(field, index),
                    f"'{id}' was published and is gone from the {field}",
                    "ledger-unknown-anchor",
                    did_you_mean(id, known.items) or "bring it back",
                )
        missing = [id for id in known.items if id not in listed]
        if missing:
            report.add(
                document.location_of(field),
                f"not in the ledger's {field}: {', '.join(missing)}",
                "ledger-missing-anchor",
                f"add them to '{field}'",
            )
