"""The text of pages, PDFs and the rest."""

from __future__ import annotations

import io

import pypdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from tests.recheck.server import FILLER
from tools.recheck.content import NoText, decode, html_text, text_of


def pdf(text: str) -> bytes:
    made = typst.compile(f"{text}\n\n{FILLER[3:-4]}".encode())
    assert isinstance(made, bytes)
    return made


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Call <b>116</b> 123", "Call 116 123"),
        ("<p>0800<wbr>1111", "08001111"),
        ("<li>999<li>112", "999\n112"),
        ("<table><tr><td>Line<td>116 123</table>", "Line\n116 123"),
        ("one<br>two", "one\ntwo"),
        ("<p>&#49;16&nbsp;123 &amp; more", "116 123 & more"),
        ("<script>call(999)</script><style>a{}</style><template>112</template><p>Help", "Help"),
        ("<noscript>Call 116 123</noscript>", "Call 116 123"),
        ('<a href="tel:+44%20116123">Call</a>', "Call\n+44 116123"),
        ('<a href="SMS:85258?body=x">Text</a>', "Text\n85258?body=x"),
        ('<img alt="Call 116 123" src="x">', "Call 116 123"),
        ('<button aria-label="Call 999"></button>', "Call 999"),
        ("<title>Samaritans</title><p>Hello", "Samaritans\nHello"),
        ("", ""),
        ("<!-- 999 -->", ""),
    ],
)
def test_a_page_says_what_a_person_reads(markup: str, text: str):
    assert html_text(markup) == text


def test_a_page_nested_without_end_is_said_at_once():
    with pytest.raises(NoText, match="it is nested too deeply to read"):
        html_text("<div>" * 1_000_000 + "116 123")


@given(st.text())
def test_no_markup_raises(markup: str):
    html_text(markup)


PIECES = (
    "<p",
    "<b",
    "<a",
    "<!--",
    "-->",
    ">",
    "</p>",
    "=",
    "'",
    '"',
    "&",
    "&#0;",
    "<![CDATA[",
    "<?xml",
    "<script",
    "\x00",
)


@given(st.lists(st.sampled_from(PIECES)))
def test_no_pieces_of_markup_raise(pieces: list[str]):
    html_text("".join(pieces))


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Māori café".encode(), None),
        ("Māori café".encode(), "iso-8859-1"),  # says the wrong thing, as servers do
        ("\ufeffMāori café".encode(), None),
        ("Māori café".encode("utf-16"), None),
        ("Māori café".encode("iso-8859-4"), "iso-8859-4"),
        (b'<meta charset="iso-8859-4">' + "Māori café".encode("iso-8859-4"), None),
        (b'<meta charset="iso-8859-4">' + "Māori café".encode("iso-8859-4"), "no-such-charset"),
    ],
)
def test_letters_are_read_by_their_charset(body: bytes, charset: str | None):
    assert "Māori café" in decode(body, charset)


def test_letters_of_windows_are_read_where_nothing_is_said():
    assert decode("don’t – café".encode("cp1252"), None) == "don’t – café"
    assert decode("don’t – café".encode("cp1252"), "utf-8") == "don’t – café"


def test_a_letter_cut_in_two_at_the_end_spoils_nothing():
    assert decode("Māori café, don’t".encode()[:-4], None).startswith("Māori café, don")


@given(st.binary(), st.text())
def test_no_body_raises(body: bytes, charset: str):
    decode(body, charset)


@pytest.mark.parametrize("media_type", ["application/pdf", "application/octet-stream", "text/html"])
def test_a_pdf_is_read(media_type: str):
    assert "Call 116 123" in text_of(pdf("Call 116 123"), media_type, None)


def test_a_pdf_with_a_password_is_said():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Call 116 123")))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)

    with pytest.raises(NoText, match="it is a PDF with a password"):
        text_of(locked.getvalue(), "application/pdf", None)


@pytest.mark.parametrize("length", [0, 8, 100, 1000, 3000])
def test_a_pdf_cut_short_is_said_or_read(length: int):
    body = pdf("Call 116 123")[:length] or b"%PDF-"

    with pytest.raises(NoText):
        text_of(body, "application/pdf", None)


@given(st.binary(max_size=300))
def test_no_pdf_raises_anything_else(rubbish: bytes):
    with pytest.raises(NoText):
        text_of(b"%PDF-1.7\n" + rubbish, "application/pdf", None)


@pytest.mark.parametrize(
    ("body", "media_type", "why"),
    [
        (b"\x89PNG", "image/png", "it is image/png, which has no text to read"),
        (b"<div id=app></div>", "text/html", "it has hardly any text; it may need scripts"),
        (b"\x00\x01", "application/octet-stream", "it is application/octet-stream, which has no text to read"),
    ],
)
def test_what_has_no_text_is_said(body: bytes, media_type: str, why: str):
    with pytest.raises(NoText, match=why):
        text_of(body, media_type, None)


def test_plain_text_and_a_page_without_a_type_are_read():
    assert text_of(FILLER.encode(), "text/plain", None) == FILLER
    assert text_of(FILLER.encode(), "", None) == FILLER[3:-4]
