"""What is measured of a page is told as the build tells things, and as the list for authors shows it."""

from __future__ import annotations

import pytest
from primer.core.diagnostics import Diagnostic, Location

from tests.building import ROOT
from tests.told import tell
from tools.content import measured

PAGE = Location("docs/trust/a.md")


@pytest.mark.parametrize(
    "one",
    [
        measured.late_message(PAGE, 702, 640),
        measured.late_short(PAGE, 802, 740),
        measured.tall_home(Location("docs/_data/home.yml"), 2300, 2220),
        measured.heavy(PAGE, 42_000, 40_960),
        measured.wide(PAGE, "<code>a-very-long-name</code>", 320),
        measured.inaccessible(PAGE, "image-alt: Images must have alternative text: <img>"),
    ],
    ids=lambda one: one.code,
)
def test_the_list_for_authors_shows_the_message(one: Diagnostic):
    assert str(one) in (ROOT / "docs/about/errors.md").read_text("utf-8")


def test_a_test_fails_in_these_words_alone_and_in_order():
    found = [measured.heavy(PAGE, 2, 1), measured.late_short(Location("docs/a.md"), 2, 1)]
    with pytest.raises(pytest.fail.Exception) as failure:
        tell(found)

    assert str(failure.value) == f"{found[1]}\n{found[0]}"
    assert not failure.value.pytrace
    tell([])
