"""Codes to scan."""

from __future__ import annotations

import pytest
from primer.core.cache import Cache
from primer.features import FEATURES
from primer.features.assignment.codes import code_files
from primer.kit.codes import qr_code
from primer.kit.registry import load_features
from primer.outputs.registry import OUTPUTS
from primer.site.build import Site
from primer.site.place import Place

from tests.building import MATERIAL, MINIMAL
from tests.rendering import TODAY, broken, content_of
from tests.unit.assignments.quizzes import QUIZ


def test_each_quiz_has_a_code_beside_its_page():
    assert list(
        code_files(content_of(quizzes={"tides": QUIZ, "moons": QUIZ}), "https://example.org/base", Cache())
    ) == [
        "quizzes/moons/qr.svg",
        "quizzes/tides/qr.svg",
    ]


def test_a_site_without_an_address_has_no_codes():
    assert code_files(content_of(quizzes={"tides": QUIZ}), None, Cache()) == {}


@pytest.mark.parametrize(("preview", "address"), [(True, None), (False, "http://127.0.0.1:8000/")])
def test_a_preview_has_no_address_that_others_could_use(address: str | None, *, preview: bool):
    site = Site.load(
        Place(MINIMAL / "docs", "docs", frozenset({"index.md"}), None, MATERIAL),
        load_features(FEATURES),
        OUTPUTS,
        language="en",
        today=TODAY,
        site_url="http://127.0.0.1:8000/",
        preview=preview,
    )

    assert site.context.site_url == address


def test_a_quiz_with_mistakes_has_no_code():
    assert code_files(broken("tides"), "https://example.org/", Cache()) == {}


@pytest.mark.parametrize("site_url", ["https://example.org/base", "https://example.org/base/"])
def test_a_code_holds_the_plain_address_whichever_way_the_site_is_given(site_url: str):
    [code] = code_files(content_of(quizzes={"tides": QUIZ}), site_url, Cache()).values()

    assert code == qr_code("https://example.org/base/quizzes/tides/")


def test_a_code_is_a_picture_of_its_own_without_style_or_script():
    code = qr_code("https://example.org/").decode()

    assert code.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "style" not in code
    assert "script" not in code
    assert 'fill="#fff"' in code
