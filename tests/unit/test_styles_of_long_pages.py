"""No rule of a style sheet makes browsers look through a whole page at each change."""

from __future__ import annotations

import re

import pytest

from tests.building import ROOT

SHEETS = sorted([*ROOT.glob("hooks/primer/**/*.css"), *ROOT.glob("overrides/**/*.css")])
PRINT = re.compile(r"@media print \{.*?\n\}", re.DOTALL)
WHOLE_PAGE = re.compile(r"^.*\b(?:html|body|:root):has\((?!> \*).*$", re.MULTILINE)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_what_the_root_has_is_said_step_by_step(sheet):
    assert WHOLE_PAGE.findall(PRINT.sub("", sheet.read_text("utf-8"))) == []
