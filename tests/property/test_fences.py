"""We see fences where the extension that renders code sees them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from primer.kit.fences import fences

from tests.property.strategies import examples

MARKS = st.sampled_from(["```", "````", "~~~", "~~~~"])
INFO = st.sampled_from(["", "text", "quiz", " quiz", "yaml"])
MARGIN = st.sampled_from(["", "", "    ", "        ", "> ", "  "])
BODY = st.lists(
    st.sampled_from(["text", "", "  more", "id: x", "``` quiz", "```", "~~~", "`` x", "    deep", "- item"]), max_size=4
)


@st.composite
def blocks(draw: st.DrawFn) -> list[str]:
    """A fence whose lines all stand behind the same margin, or a line of text."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([["Text."], ["- item"], ["> quoted"], [""], ["`code`"], ["``` not `one`"]]))
    margin, marks, body = draw(MARGIN), draw(MARKS), draw(BODY)
    inside = [line for line in body if line.strip() != marks]
    return [f"{margin}{line}".rstrip() for line in [marks + draw(INFO), *inside, marks]]


DOCUMENTS = st.lists(blocks(), max_size=5).map(lambda parts: "\n".join(line for part in parts for line in [*part, ""]))


def seen_by_superfences(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def note(source: str, language: str, *_: Any, **__: Any) -> str:
        found.append((language or "", source))
        return "<pre></pre>"

    fence = {"name": "*", "class": "x", "format": note}
    Markdown(
        extensions=["pymdownx.superfences"], extension_configs={"pymdownx.superfences": {"custom_fences": [fence]}}
    ).convert(text)
    return found


@given(DOCUMENTS)
@examples(300)
def test_we_find_the_fences_that_superfences_finds(text: str):
    found = [(fence.info, "\n".join(fence.body)) for fence in fences(text.split("\n")) if fence.closed]

    assert found == seen_by_superfences(text)
