"""The list of colours and sizes says what tokens.css says, and shows each."""

from __future__ import annotations

import re
from pathlib import Path

from primer.site.tokens import SHEET, Token, tokens_in


def test_a_colour_has_its_value_of_the_day_and_of_the_dark_and_its_contrast():
    assert Token("--edge", "#6f7a7a", "#8b9997", "p 4.3 s 3.9 r 4.4") in tokens_in(SHEET)


def test_a_size_has_one_value():
    sizes = {token.name: token for token in tokens_in(SHEET) if not token.is_colour}
    assert sizes["--tap"] == Token("--tap", "2.75rem", None, sizes["--tap"].note)


def test_each_token_is_shown_by_a_class_of_its_own_and_no_class_is_left_over():
    sheet = SHEET.with_name("swatches.css").read_text("utf-8")
    shown = dict(re.findall(r"\.(?:swatch|sample)--([\w-]+) \{[^}]*var\(--([\w-]+)", sheet))
    assert {token.id: token.id for token in tokens_in(SHEET)} == shown


def test_a_sheet_of_a_site_that_changes_two_colours_lists_these(tmp_path: Path):
    sheet = tmp_path / "tokens.css"
    sheet.write_text(":root { --paper: #fff; --ink: #111; }\n[data-md-color-scheme='slate'] { --paper: #000; }")
    assert tokens_in(sheet) == (Token("--paper", "#fff", "#000", ""), Token("--ink", "#111", None, ""))
