"""A site's own colours and sizes have a value for each that style sheets read."""

import pytest
from primer.core.diagnostics import Report
from primer.publish.contrast import TOKENS, report_contrast
from primer.publish.token_values import report_missing_tokens
from primer.site.assets import THEME

CSS = (THEME / "assets" / TOKENS).read_text("utf-8")


def said_of(css: str) -> list[str]:
    report = Report()
    report_missing_tokens(css, TOKENS, CSS, report)
    return [str(problem) for problem in report]


def without(line: str, instead: str = "") -> str:
    """The engine's sheet, with another line where it gives a token its first value."""
    assert line in CSS
    return CSS.replace(line, instead, 1)


def test_the_engine_gives_each_a_value():
    assert said_of(CSS) == []


def test_one_that_has_none_is_named_with_the_engines_value():
    [said] = said_of(without("  --s8: 4.5rem;\n"))
    assert said == "tokens.css:4:1: no value: --s8 [token-missing]\n    hint: :root { --s8: 4.5rem; }"


@pytest.mark.parametrize("selector", ['[data-md-color-scheme="slate"]', "@media print { :root"])
def test_one_that_has_a_value_in_the_dark_or_on_paper_alone_is_reported_there(selector: str):
    css = without("  --on-brand: #fff;", "").replace("  --on-brand: #0d2022;", "")
    end = "}" if selector.startswith("@") else ""
    [said] = said_of(f"{css}\n{selector} {{\n  --on-brand: #fff;\n}}{end}\n")
    line = css.count("\n") + 3
    assert said.startswith(f"tokens.css:{line}:3: --on-brand has a value here alone, and none elsewhere ")


def test_a_name_with_a_slip_is_reported_where_it_stands():
    [said] = said_of(without("  --brand-tint: #e2f0ee;", "  --bran-tint: #e2f0ee;"))
    line = CSS[: CSS.index("  --brand-tint")].count("\n") + 1
    assert said == (
        f"tokens.css:{line}:3: no style sheet reads --bran-tint [token-missing]\n    hint: did you mean '--brand-tint'?"
    )


@pytest.mark.parametrize("css", ["", "/* */", ":root {}", "{", ":root { --paper #fff; "])
def test_of_a_sheet_with_next_to_nothing_some_are_named(css: str):
    [said] = said_of(css)
    assert said.startswith("tokens.css:1:1: --paper, --sand, --raised and ")
    assert "hint: copy the engine's own tokens.css" in said


@pytest.mark.parametrize("colour", ["#4a585c80", "#4a58", "transparent", "rgb(0 0 0 / 10%)"])
def test_a_colour_that_lets_others_through_is_none_to_be_measured(colour: str):
    report = Report()
    report_contrast(without("--ink-soft: #4a585c", f"--ink-soft: {colour}"), TOKENS, report)
    [said] = map(str, report)
    assert f"'{colour}' lets what is behind it through [token-colour]" in said
