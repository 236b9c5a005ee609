"""Our own site, once it is built, keeps every rule of tools/content that looks at it."""

from __future__ import annotations

import pytest

from tests.building import ROOT, Site
from tests.told import tell
from tools.content.built import Built
from tools.content.corpus import Corpus
from tools.content.rules import SITE_RULES, SiteRule


@pytest.fixture(scope="module")
def ours() -> Corpus:
    return Corpus(ROOT)


@pytest.fixture(scope="module")
def built(built_site: Site) -> Built:
    return Built(built_site.folder)


@pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.__name__)
def test_our_own_site_keeps_the_rule(rule: SiteRule, ours: Corpus, built: Built):
    tell(rule(ours, built))


def test_there_is_something_to_look_for(ours: Corpus, built: Built):
    """The rules would hold for a site without a search, and for pages that are not there."""
    assert built.is_searched
    assert all(built.page(address) is not None for address in ("/", "/trust/power/", "/quizzes/trust/"))
    assert len(ours.pages) > 50
