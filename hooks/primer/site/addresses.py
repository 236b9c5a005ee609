"""Check the addresses of a site: each page has an id of its own, and what was published is still there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.model import ADDRESS, PATTERNS, SLUG
from primer.core.urls import EMBEDS, page_id, page_url
from primer.core.yaml import Document
from primer.kit.sources import Loaded
from primer.site.models import Ledger


def page_ids(pages: list[tuple[str, str]], report: Report) -> dict[str, str]:
    """Return the page of each id, after reporting ids that two pages share or whose address cannot be.

    ``pages`` holds each page with the file that messages name for it.
    """
    found: dict[str, tuple[str, str]] = {}
    for page, file in pages:
        id, address = page_id(page), f"/{page_url(page)}"
        if not re.fullmatch(SLUG, id) or not re.fullmatch(ADDRESS, address):
            message = f"the address {address} is not what it should be: folders and a page named in {PATTERNS[SLUG]}"
            report.say(Location(file), message, "page-bad-value", "rename the file")
        elif address.startswith(f"/{EMBEDS}"):
            message = f"the address {address} is kept for pages in frames on other sites"
            report.say(Location(file), message, "page-reserved-address", "move the file to another folder")
        if id in found:
            message = f"the page id '{id}' already belongs to {found[id][1]}"
            report.say(Location(file), message, "page-repeated-id", "rename one of the two")
        found.setdefault(id, (page, file))
    return {id: page for id, (page, _) in found.items()}


def check_ledger(
    ledger: Ledger,
    document: Document,
    ids: Mapping[str, str],
    published: Iterable[tuple[str, Loaded[Any]]],
    report: Report,
) -> None:
    """Report addresses and ids that were published and are gone, and those that are not in the ledger yet.

    ``ids`` holds the page of each id, and ``published`` the items to whose ids others link, by their list there.
    """
    live = {f"/{page_url(page)}" for page in ids.values()}
    for address, id in ledger.addresses.items():
        if id not in ids and address not in live:
            report.say(
                document.place("addresses", address),
                f"{address} leads to '{id}', and there is no such page",
                "ledger-unknown-page",
                did_you_mean(id, ids) or "name the page that answers it now",
            )
    for id, page in ids.items():
        address = f"/{page_url(page)}"
        if address in ledger.addresses and ledger.addresses[address] != id:
            message = f"{address} is the address of '{id}', not of '{ledger.addresses[address]}'"
            report.say(document.place("addresses", address), message, "ledger-other-page", f"write '{address}: {id}'")
        elif address not in ledger.addresses:
            report.say(
                document.place("addresses"),
                f"the address {address} is not in the ledger",
                "ledger-missing-address",
                f"add '{address}: {id}'",
            )
    for field, known in published:
        listed: tuple[str, ...] = getattr(ledger, field)
        for index, id in enumerate(listed):
            if id not in known.items and id not in known.broken:
                report.say(
                    document.place(field, index),
                    f"'{id}' was published and is gone from the {field}",
                    "ledger-unknown-anchor",
                    did_you_mean(id, known.items) or "bring it back",
                )
        missing = [id for id in known.items if id not in listed]
        if missing:
            report.say(
                document.place(field),
                f"not in the ledger's {field}: {', '.join(missing)}",
                "ledger-missing-anchor",
                f"add them to '{field}'",
            )
