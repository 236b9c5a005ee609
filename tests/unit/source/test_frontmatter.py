"""Front matter is cut off where MkDocs cuts it off, and the lines above the text are counted right."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data
from primer.core.diagnostics import Report
from primer.core.yaml import load
from primer.site.reading import decoded, read_page

from tests.rendering import content_of, features

NOTHING = content_of()


@pytest.mark.parametrize(
    ("raw", "above", "text"),
    [
        (b"---\ntitle: A\n---\nText", 3, "Text"),
        (b"---\ntitle: A\n---\n\n\n\nText\n", 6, "Text\n"),
        (b"---\ntitle: A\n...\n\nText", 4, "Text"),
        (b"--- \t\ntitle: A\n---  \nText", 3, "Text"),
        (b"\xef\xbb\xbf---\ntitle: A\n---\nText", 3, "Text"),
        (b"---\r\ntitle: A\r\n---\r\n\r\nText\r\nMore", 4, "Text\nMore"),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nText", 3, "Text"),
        (b"---\rtitle: A\r---\rText", 3, "Text"),
        (b"---\ntitle: A\n---\n  \nText", 3, "  \nText"),
        (b"---\ntitle: A\n---\n---\nText", 3, "---\nText"),
        (b"---\ntitle: A\n---\n---\ntitle: B\n---\nText", 3, "---\ntitle: B\n---\nText"),
        (b"---\ntitle: A: b\n---\n\nText", 3, "\nText"),  # not YAML: MkDocs leaves it in the text, we do not
        (b"---\n-\n---\nText", 3, "Text"),  # no mapping: the same
        (b"---\ntitle: A\n---", 2, ""),
        (b"---\ntitle: A\n", 0, "---\ntitle: A\n"),  # never closed
        (b"----\ntitle: A\n----\nText", 0, "----\ntitle: A\n----\nText"),
        (b"\n---\ntitle: A\n---\nText", 1, "---\ntitle: A\n---\nText"),
        (b"Text\n---\ntitle: A\n---\n", 0, "Text\n---\ntitle: A\n---\n"),
        (b"Text", 0, "Text"),
        (b"\n\nText", 2, "Text"),
        (b"", 0, ""),
    ],
    ids=repr,
)
def test_where_the_text_begins(raw: bytes, above: int, text: str):
    whole = decoded(raw, "docs/page.md", Report())
    page, *_ = read_page(whole, get_data(whole)[0], "page.md", "docs/page.md", NOTHING, features(), Report())

    assert page.markdown == text
    assert page.lines_above == above or not text.strip()


def test_the_theme_reads_the_settings_of_a_file_from_windows():
    assert get_data(decoded(b"\xef\xbb\xbf---\r\nhide: [toc]\r\n---\r\nText", "page.md", Report()))[1] == {
        "hide": ["toc"]
    }


def test_a_byte_that_is_not_utf8_has_the_same_place_in_a_page_and_in_a_data_file():
    raw, page, data = b"\xef\xbb\xbfa: 1\r\nb: \xff", Report(), Report()

    assert decoded(raw, "f", page) == "a: 1\nb: \ufffd"
    assert load(raw, "f", data) is None
    assert [[str(problem).partition(" [")[0] for problem in report] for report in (page, data)] == [
        ["f:2:4: byte 0xff is not UTF-8"]
    ] * 2
