"""Find the short addresses that tell nothing of their pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import count, islice

from primer.core.diagnostics import Report
from primer.core.languages import Language, in_language
from primer.kit.content import Content
from primer.kit.context import Context
from primer.site.feature import ledger_of

_NEUTRAL = re.compile(r"go/[a-z][0-9]+/")


def neutral_urls(content: Content) -> Mapping[str, str]:
    """Return the neutral short address of each page that has one in a ledger: ``{'trust/power.md': 'go/k7/'}``.

    Of several, the first that was published stays the one that is shown.
    """
    found: dict[str, str] = {}
    for language in content.languages:
        ledger = content[ledger_of(language)].item
        for address, id in ledger.addresses.items() if ledger else ():
            if is_neutral(address.removeprefix("/"), language):
                found.setdefault(in_language(id, language), address.removeprefix("/"))
    by_id = {in_language(content.id_of(page), content.language_of(page)): page for page in content.pages}
    return {by_id[id]: address for id, address in found.items() if id in by_id}


def is_neutral(address: str, language: Language) -> bool:
    """Tell whether an address below the site's root is a short one of a letter and a number: ``go/k7/``."""
    return _NEUTRAL.fullmatch(address.removeprefix(language.root)) is not None


def ask_for_neutral_url(src_uri: str, context: Context, asked: list[str], report: Report) -> None:
    """Report a sensitive page that has no neutral address where a ledger keeps addresses.

    ``asked`` holds the pages that were reported before, so that each is offered another address, and gets this one.
    """
    content = context.content
    language = content.language_of(src_uri)
    ledger = content[ledger_of(language)]
    if ledger.item is None or ledger.document is None or src_uri in context.once(neutral_urls):
        return
    asked.append(src_uri)
    number = sum(content.language_of(one) == language for one in asked)
    id, last = content.id_of(src_uri), list(ledger.item.addresses)[-1:]
    message = f"'{id}' is a sensitive page, and its short address says what is on it"
    hint = f"add '{_free(ledger.item.addresses, language, number)[-1]}: {id}'"
    report.add(ledger.document.location_of("addresses", *last), message, "ledger-no-neutral-address", hint)


def _free(taken: Collection[str], language: Language, number: int) -> list[str]:
    """Return the first so many neutral addresses that are not among those of a ledger: ``['/go/k1/', '/go/k3/']``."""
    every = (f"/{in_language(f'go/k{code}/', language)}" for code in count(1))
    return list(islice((address for address in every if address not in taken), number))
