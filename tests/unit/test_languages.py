"""Ids and addresses in several languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from primer import languages as by_language
from primer.content import guide_page, quiz_page
from primer.embeds.view import page_embed_url, quiz_embed_url
from primer.languages import (
    Language,
    counterpart_rules,
    embed_roots,
    in_language,
    is_reserved,
    language_of,
    language_rules,
    ledger_file,
    ledger_rules,
    page_id,
    page_url,
    pages_by_id,
    short_url,
    site_languages,
    without_language,
)
from primer.languages import (
    guide_page as guide_page_in,
)
from primer.model import BrokenRule
from primer.pages import addresses
from primer.pages.view import short_url as short_url_today

from tests.property.strategies import examples
from tests.site_pages import DOCS

EN, MI, PT = LANGUAGES = site_languages("en", ["mi", "pt-br"])
WRITTEN = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if DOCS / "_data" not in path.parents)
GENERATED = [quiz_page(path.stem) for path in DOCS.glob("_data/quizzes/*.yml")]
GENERATED += [guide_page(path.stem) for path in DOCS.glob("_data/guides/*.yml")]

SLUGS = st.from_regex(r"[a-z]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
PAGES = st.tuples(
    st.lists(SLUGS | st.sampled_from(["mi", "pt-br", "en", "go", "embed"]), max_size=3),
    SLUGS | st.sampled_from(["index", "README", "mi", "home"]),
).map(lambda path: "/".join([*path[0], f"{path[1]}.md"]))


@pytest.mark.parametrize(
    ("src_uri", "language", "id", "url"),
    [
        ("index.md", EN, "home", ""),
        ("trust/index.md", EN, "trust", "trust/"),
        ("trust/power.md", EN, "power", "trust/power/"),
        ("mi/index.md", MI, "home", "mi/"),
        ("mi/README.md", MI, "home", "mi/"),
        ("mi.md", MI, "home", "mi/"),
        ("mi/trust/index.md", MI, "trust", "mi/trust/"),
        ("mi/trust/power.md", MI, "power", "mi/trust/power/"),
        ("pt-br/glossary.md", PT, "glossary", "pt-br/glossary/"),
        ("trust/mi/power.md", EN, "power", "trust/mi/power/"),
        ("mind/power.md", EN, "power", "mind/power/"),
    ],
)
def test_a_page_has_a_language_an_id_and_an_address(src_uri: str, language: Language, id: str, url: str):
    assert (language_of(src_uri, LANGUAGES), page_id(src_uri, LANGUAGES), page_url(src_uri)) == (language, id, url)


@pytest.mark.parametrize("src_uri", [*WRITTEN, *GENERATED])
def test_our_own_pages_keep_their_ids_and_addresses_by_the_letter(src_uri: str):
    id = addresses.page_id(src_uri)

    assert language_of(src_uri, LANGUAGES) == EN
    assert page_id(src_uri, LANGUAGES) == id
    assert page_url(src_uri) == addresses.page_url(src_uri)
    assert short_url(id, EN) == short_url_today(id)
    assert by_language.page_embed_url(id, EN) == page_embed_url(id)
    assert by_language.quiz_embed_url(id, EN) == quiz_embed_url(id)
    assert by_language.quiz_page(id, EN) == quiz_page(id)
    assert guide_page_in(id, EN) == guide_page(id)


def test_whatever_is_promised_is_below_the_folder_of_its_language():
    assert short_url("power", MI) == "mi/go/power/"
    assert by_language.page_embed_url("power", MI) == "mi/embed/pages/power/"
    assert by_language.quiz_embed_url("trust", MI) == "mi/embed/quizzes/trust/"
    assert by_language.quiz_page("trust", MI) == "mi/quizzes/trust.md"
    assert guide_page_in("what-can-i-do", PT) == "pt-br/guides/what-can-i-do.md"
    assert embed_roots(LANGUAGES) == ("embed/", "mi/embed/", "pt-br/embed/")
    assert [ledger_file(language) for language in LANGUAGES] == [
        "permalinks.yml",
        "mi/permalinks.yml",
        "pt-br/permalinks.yml",
    ]


@pytest.mark.parametrize("address", ["embed/", "embed/pages/power/", "mi/embed/x/", "pt-br/embed/"])
def test_no_page_lives_among_the_embeds_of_any_language(address: str):
    assert is_reserved(address, LANGUAGES)


@pytest.mark.parametrize("address", ["", "mi/", "trust/embed/", "mi/trust/embed/", "embedded/", "en/embed/"])
def test_what_is_only_called_alike_is_free(address: str):
    assert not is_reserved(address, LANGUAGES)


def promised(src_uri: str) -> list[str]:
    """Every address that a page has: its own, its short one and that of its embed, as a page and as a quiz."""
    language, id = language_of(src_uri, LANGUAGES), page_id(src_uri, LANGUAGES)
    return [
        page_url(src_uri),
        short_url(id, language),
        by_language.page_embed_url(id, language),
        by_language.quiz_embed_url(id, language),
        page_url(by_language.quiz_page(id, language)),
        page_url(guide_page_in(id, language)),
    ]


@examples(300)
@given(PAGES, PAGES)
def test_two_pages_of_different_languages_never_share_an_address(one: str, other: str):
    assume(language_of(one, LANGUAGES) != language_of(other, LANGUAGES))

    assert not set(promised(one)) & set(promised(other))


@examples(300)
@given(PAGES, st.sampled_from([MI, PT]))
def test_without_its_language_an_address_is_that_of_the_default_language(page: str, language: Language):
    assume(language_of(page, LANGUAGES) == EN)
    translated = in_language(page, language)

    assert language_of(translated, LANGUAGES) == language
    assert page_id(translated, LANGUAGES) == page_id(page, LANGUAGES)
    assert [without_language(address, LANGUAGES) for address in promised(translated)] == promised(page)


@examples(300)
@given(PAGES)
def test_in_a_site_of_one_language_nothing_changes(page: str):
    (only,) = alone = site_languages("en")

    assert language_of(page, alone) == only
    assert (page_id(page, alone), page_url(page)) == (addresses.page_id(page), addresses.page_url(page))
    assert without_language(page_url(page), alone) == page_url(page)


@examples(200)
@given(st.lists(PAGES, max_size=8, unique=True))
def test_pages_that_have_ids_of_their_own_have_addresses_of_their_own(pages: list[str]):
    found, repeated = pages_by_id(pages, LANGUAGES)
    kept = [page for ids in found.values() for page in ids.values()]

    assert len({page_url(page) for page in kept}) == len(kept)
    assert sorted([*kept, *(page for page, _ in repeated)]) == sorted(pages)


def test_an_id_belongs_to_one_page_of_each_language():
    pages = ["trust/power.md", "options/power.md", "mi/trust/power.md", "mi.md", "mi/index.md", "index.md"]
    found, repeated = pages_by_id(pages, LANGUAGES)

    assert found[EN] == {"power": "trust/power.md", "home": "index.md"}
    assert found[MI] == {"power": "mi/trust/power.md", "home": "mi.md"}
    assert found[PT] == {}
    assert repeated == [("options/power.md", "trust/power.md"), ("mi/index.md", "mi.md")]


@pytest.mark.parametrize(
    ("codes", "messages"),
    [
        (["mi", "pt-br"], []),
        (["pt-BR"], ["'pt-BR' cannot be a language's folder"]),
        (["mi", "mi"], ["the language 'mi' is there twice"]),
        (["en"], ["the language 'en' is there twice"]),
        (["go"], ["'go' is a language, and a folder of something else"]),
        (["strings"], ["'strings' is a language, and a folder of something else"]),
        (["trust"], ["'trust' is a language, and a folder of something else"]),
    ],
)
def test_a_code_that_is_no_folder_of_its_own_is_reported(codes: list[str], messages: list[str]):
    found = language_rules(site_languages("en", codes), ["trust", "options"])

    assert [rule.message for rule in found] == messages


# ---- the ledger

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
                "unknown-page",
                "/mi/old/ leads to 'powe', and there is no such page",
                "did you mean 'power'?",
                ("addresses", "/mi/old/"),
            ),
        ),
        (
            {"/mi/trust/power/": "home"},
            BrokenRule(
                "other-page",
                "/mi/trust/power/ is the address of 'power', not of 'home'",
                "write '/mi/trust/power/: power'",
                ("addresses", "/mi/trust/power/"),
            ),
        ),
        (
            {"/trust/": "power"},
            BrokenRule(
                "other-language",
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
    without: dict[str, Any] = {key: id for key, id in LEDGERS[MI].items() if key != "/mi/trust/power/"}

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
