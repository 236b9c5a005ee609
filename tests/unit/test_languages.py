"""Ids and addresses in several languages."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from primer.core import urls
from primer.core.languages import (
    Language,
    embed_roots,
    embed_url,
    in_language,
    is_reserved,
    language_of,
    language_rules,
    ledger_file,
    page_id,
    pages_by_id,
    short_url,
    site_languages,
    without_language,
)
from primer.core.urls import page_url
from primer.features.guide.model import guide_page
from primer.features.quiz.model import quiz_page

from tests.property.strategies import examples
from tests.site_pages import DOCS

EN, MI, PT = LANGUAGES = site_languages("en", ["mi", "pt-br"])
WRITTEN = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if DOCS / "_data" not in path.parents)
GENERATED = [quiz_page(path.stem) for path in DOCS.glob("_data/quizzes/*.yml")]
GENERATED += [guide_page(path.stem) for path in DOCS.glob("_data/guides/*.yml")]

SLUGS = st.sampled_from(["a", "b-2", "trust", "mind", "pt", "mi-2", "quizzes", "guides", "pages"])
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
    id = urls.page_id(src_uri)

    assert language_of(src_uri, LANGUAGES) == EN
    assert page_id(src_uri, LANGUAGES) == id
    assert short_url(id, EN) == f"go/{id}/"
    assert embed_url("pages", id, EN) == f"embed/pages/{id}/"


def test_whatever_is_promised_is_below_the_folder_of_its_language():
    assert short_url("power", MI) == "mi/go/power/"
    assert embed_url("pages", "power", MI) == "mi/embed/pages/power/"
    assert embed_url("quizzes", "trust", MI) == "mi/embed/quizzes/trust/"
    assert in_language(quiz_page("trust"), MI) == "mi/quizzes/trust.md"
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
        embed_url("pages", id, language),
        embed_url("quizzes", id, language),
        page_url(in_language(quiz_page(id), language)),
        page_url(in_language(guide_page(id), language)),
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
    assert (page_id(page, alone), page_url(page)) == (urls.page_id(page), urls.page_url(page))
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
        (["go"], ["'go' is a language, and a folder of something else"]),
        (["strings"], ["'strings' is a language, and a folder of something else"]),
        (["trust"], ["'trust' is a language, and a folder of something else"]),
    ],
)
def test_a_code_that_is_no_folder_of_its_own_is_reported(codes: list[str], messages: list[str]):
    found = language_rules(site_languages("en", codes), ["trust", "options"])

    assert [rule.message for rule in found] == messages
