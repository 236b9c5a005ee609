"""What the theme and other plugins read of a page's front matter has the types that they count on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.site.meta import check_template, usable_meta
from primer.site.models import FrontMatter, front_matter_model
from pydantic import TypeAdapter

from tests.rendering import features

SHAPE = front_matter_model(features())
TEMPLATES = ("main.html", "home.html")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def meta_of(front: dict[str, Any]) -> dict[str, Any]:
    """What is left of front matter; JSON is YAML."""
    block = "".join(f"{json.dumps(name)}: {json.dumps(value)}\n" for name, value in front.items())
    document = load(block, "docs/page.md", Report(), first_line=2) if block else None
    whole = validate(SHAPE, document, "page", Report()) if document else None
    return usable_meta(whole, SHAPE, f"---\n{block}---\n\nText.\n", TEMPLATES)


@given(st.dictionaries(st.sampled_from(sorted(FrontMatter.model_fields)) | st.text(), ANYTHING, max_size=6))
def test_each_field_that_is_left_is_right_by_itself(front: dict[str, Any]):
    meta = meta_of(front)

    assert meta.keys() <= front.keys() & FrontMatter.model_fields.keys()
    for name, value in meta.items():
        shape: Any = FrontMatter.model_fields[name].annotation
        TypeAdapter(shape).validate_python(tuple(value) if isinstance(value, list) else value)
        assert value is not None
    assert meta.get("template", "main.html") in TEMPLATES


@pytest.mark.parametrize(
    ("front", "left"),
    [
        ({"hide": True}, {}),
        ({"hide": ["toc"]}, {"hide": ["toc"]}),
        ({"hide": ["toc", "everything"]}, {}),
        ({"search": True}, {}),
        ({"search": {"exclude": True, "boost": 2}}, {"search": {"exclude": True, "boost": 2}}),
        ({"search": None}, {}),
        ({"template": None}, {}),
        ({"template": "elsewhere.html"}, {}),
        ({"template": "../home.html"}, {}),
        ({"template": "home.html"}, {"template": "home.html"}),
        ({"title": "A", "tags": ["b"]}, {"title": "A"}),
        ({"title": 3, "description": "B"}, {"description": "B"}),
    ],
)
def test_what_is_wrong_is_left_out_and_the_rest_stays(front: dict[str, Any], left: dict[str, Any]):
    assert meta_of(front) == left


def test_front_matter_that_is_right_is_what_mkdocs_would_have_read():
    text = (
        "---\ntitle: A\ndescription: B\nsources_checked: 2026-11-22\nreview_by: 2027-11-22\n"
        "hide: [toc, navigation]\nsearch: {exclude: true}\ntemplate: home.html\n---\n\nText.\n"
    )
    document = load(text.split("---\n")[1], "docs/page.md", Report(), first_line=2)
    assert document

    assert usable_meta(validate(SHAPE, document, "page", Report()), SHAPE, text, TEMPLATES) == get_data(text)[1]


@pytest.mark.parametrize("value", ["yes", "*x", "[main.html]", "3", '" "'])
def test_a_template_that_was_reported_already_is_not_reported_again(value: str):
    document = load(f"template: {value}\n", "docs/page.md", Report())
    report = Report()
    if document:
        check_template(document, TEMPLATES, report)

    assert list(report) == []
