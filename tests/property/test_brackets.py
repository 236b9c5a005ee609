"""Links are read as Markdown reads them by itself, however their brackets stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from primer.text.brackets import find_brackets_once

from tests.property.strategies import examples

SIGNS = st.sampled_from(["[", "[", "]", "]", "(", ")", "](", "![", "a", " ", "\\", "`", '"', "<", ">", "[r]", "*"])


@given(st.lists(SIGNS, max_size=25).map("".join))
@examples(400)
def test_links_are_those_that_markdown_finds_by_itself(text: str):
    page = f"{text}\n\n[r]: there\n"
    mended = Markdown()
    find_brackets_once(mended)

    assert mended.convert(page) == Markdown().convert(page)
