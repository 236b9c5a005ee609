"""Check that each language keeps its addresses, in a ledger of its own and beside the default language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primer.core.diagnostics import did_you_mean
from primer.core.languages import Language, in_language, language_at, ledger_file, without_language
from primer.core.model import BrokenRule
from primer.core.urls import page_url


def ledger_rules(
    ledger: Mapping[str, str],
    language: Language,
    pages: Mapping[Language, Mapping[str, str]],
) -> Iterator[BrokenRule]:
    """Yield what is wrong with the addresses in the ledger of ``language``.

    ``ledger`` holds the id of the page that lives, or lived, at each address, as it is published: ``/mi/trust/``.
    ``pages`` holds the page of each id, by language, the default language first: where a language has no such page,
    an old address of it may lead to that of the default language.
    """
    languages = tuple(pages)
    ids = pages[language]
    live = {f"/{page_url(page)}": id for id, page in ids.items()}
    for address, id in ledger.items():
        at = ("addresses", address)
        other = language_at(address.removeprefix("/"), languages)
        if other != language:
            message = f"{address} is an address of the language '{other.code}', not of '{language.code}'"
            yield BrokenRule("ledger-other-language", message, f"move it to {ledger_file(other)}", at)
        elif address in live and live[address] != id:
            right = live[address]
            message = f"{address} is the address of '{right}', not of '{id}'"
            yield BrokenRule("ledger-other-page", message, f"write '{address}: {right}'", at)
        elif address not in live and id not in ids and id not in pages[languages[0]]:
            hint = did_you_mean(id, ids) or "name the page that answers it now"
            yield BrokenRule("ledger-unknown-page", f"{address} leads to '{id}', and there is no such page", hint, at)
    for address, id in live.items():
        if address not in ledger:
            message = f"the address {address} is not in the ledger"
            last = list(ledger)[-1:]  # the line below which to add it
            yield BrokenRule("ledger-missing-address", message, f"add '{address}: {id}'", ("addresses", *last))


def counterpart_rules(
    language: Language, pages: Mapping[Language, Mapping[str, str]]
) -> Iterator[tuple[str, BrokenRule]]:
    """Yield each page of ``language`` that does not live where the default language has the same page, with the rule.

    ``pages`` holds the page of each id, by language, the default language first.
    """
    default, *_ = languages = tuple(pages)
    for id, page in pages[language].items():
        if id not in pages[default]:
            hint = did_you_mean(id, pages[default]) or "name the file like the page that it translates"
            yield (
                page,
                BrokenRule("page-no-original", f"there is no page '{id}' in the language '{default.code}'", hint),
            )
        elif without_language(page_url(page), languages) != (theirs := page_url(pages[default][id])):
            message = f"the page '{id}' is at /{page_url(page)}, and in the language '{default.code}' at /{theirs}"
            hint = f"move it to {in_language(pages[default][id], language)}"
            yield page, BrokenRule("page-other-address", message, hint)
