"""The ledgers of addresses, one of each language."""

from __future__ import annotations

import pytest
from primer.core.languages import Language, site_languages
from primer.core.model import BrokenRule
from primer.site.ledger_rules import counterpart_rules, ledger_rules

EN, MI = site_languages("en", ["mi"])

SITE: dict[Language, dict[str, str]] = {
    EN: {"home": "index.md", "power": "trust/power.md", "trust": "trust/index.md"},
    MI: {"home": "mi/index.md", "power": "mi/trust/power.md"},
}
LEDGERS: dict[Language, dict[str, str]] = {
    EN: {"/": "home", "/trust/": "trust", "/trust/power/": "power", "/old/power/": "power", "/go/k7/": "power"},
    MI: {"/mi/": "home", "/mi/trust/power/": "power", "/mi/go/k7/": "power"},
}


@pytest.mark.parametrize("language", SITE)
def test_a_ledger_holds_the_addresses_of_its_language(language: Language):
    assert list(ledger_rules(LEDGERS[language], language, SITE)) == []


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        (
            {"/mi/old/": "powe"},
            BrokenRule(
                "ledger-unknown-page",
                "/mi/old/ leads to 'powe', and there is no such page",
                "did you mean 'power'?",
                ("addresses", "/mi/old/"),
            ),
        ),
        (
            {"/mi/trust/power/": "home"},
            BrokenRule(
                "ledger-other-page",
                "/mi/trust/power/ is the address of 'power', not of 'home'",
                "write '/mi/trust/power/: power'",
                ("addresses", "/mi/trust/power/"),
            ),
        ),
        (
            {"/trust/": "power"},
            BrokenRule(
                "ledger-other-language",
                "/trust/ is an address of the language 'en', not of 'mi'",
                "move it to permalinks.yml",
                ("addresses", "/trust/"),
            ),
        ),
    ],
)
def test_an_address_that_cannot_stand_in_a_ledger_is_reported(more: dict[str, str], rule: BrokenRule):
    assert list(ledger_rules(LEDGERS[MI] | more, MI, SITE)) == [rule]


def test_an_address_that_is_missing_in_its_ledger_is_reported():
    without: dict[str, str] = {key: id for key, id in LEDGERS[MI].items() if key != "/mi/trust/power/"}

    assert [rule.hint for rule in ledger_rules(without, MI, SITE)] == ["add '/mi/trust/power/: power'"]


def test_an_address_of_another_language_is_reported_in_the_default_ledger_too():
    found = ledger_rules(LEDGERS[EN] | {"/mi/": "home"}, EN, SITE)

    assert [(rule.message, rule.hint) for rule in found] == [
        ("/mi/ is an address of the language 'mi', not of 'en'", "move it to mi/permalinks.yml")
    ]


@pytest.mark.parametrize(
    ("id", "page", "message", "hint"),
    [
        (
            "power",
            "mi/options/power.md",
            "the page 'power' is at /mi/options/power/, and in the language 'en' at /trust/power/",
            "move it to mi/trust/power.md",
        ),
        ("powr", "mi/trust/powr.md", "there is no page 'powr' in the language 'en'", "did you mean 'power'?"),
    ],
)
def test_a_page_that_is_not_where_the_default_language_has_it_is_reported(id: str, page: str, message: str, hint: str):
    found = list(counterpart_rules(MI, SITE | {MI: {id: page}}))

    assert [(where, rule.message, rule.hint) for where, rule in found] == [(page, message, hint)]


@pytest.mark.parametrize("language", SITE)
def test_pages_that_live_where_the_default_language_has_them_are_right(language: Language):
    assert list(counterpart_rules(language, SITE)) == []
