"""Citations of pages, read back by readers that nobody here wrote."""

from __future__ import annotations

import datetime

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from primer.site.sharing.citation import PageRecord, apa, bibtex, plain, ris
from pybtex.database import parse_string
from pybtex.richtext import Text

DAY = datetime.date(2026, 11, 2)
URL = "https://example.org/trust/power/"


def record(
    title: str = "Power in therapy",
    *,
    author: str | None = None,
    date: datetime.date | None = DAY,
    url: str | None = URL,
) -> PageRecord:
    return PageRecord("power", title, "A site", "en-GB", author, date, url)


@pytest.mark.parametrize(
    ("page", "cited"),
    [
        (record(), f"Power in therapy. (2026, November 2). A site. {URL}"),
        (record("Who decides?"), f"Who decides? (2026, November 2). A site. {URL}"),
        (record(author="Some Trust"), f"Some Trust. (2026, November 2). Power in therapy. A site. {URL}"),
        (record(author="Some Trust Ltd."), f"Some Trust Ltd. (2026, November 2). Power in therapy. A site. {URL}"),
        (record(author="A site"), f"A site. (2026, November 2). Power in therapy. {URL}"),
        (record(date=None, url=None), "Power in therapy. (n.d.). A site."),
    ],
)
def test_a_citation_in_apa_style_is_that_of_a_page_of_a_website(page: PageRecord, cited: str):
    """The Publication Manual (7th edition), 9.12 on works without an author, 9.33 on their site, 10.16 on pages."""
    assert apa(page, "n.d.", "en_GB").striptags() == cited


def test_a_title_is_text_and_not_markup():
    assert "<cite>A &lt;b&gt; &amp; C</cite>." in apa(record("A <b> & C"), "n.d.", "en_GB")


def test_a_plain_citation_leaves_out_what_is_not_known():
    assert (
        plain(record(author="Some Trust"), "en_GB") == f"Some Trust, “Power in therapy”, A site, 2 November 2026, {URL}"
    )
    assert plain(record(date=None, url=None), "en_GB") == "“Power in therapy”, A site"


LINE = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, blacklist_categories=("Cc", "Cs", "Zl", "Zp"))
).map(lambda text: " ".join(text.split()))
TITLES = LINE.filter(bool)


@given(title=TITLES, author=st.none() | TITLES)
def test_a_program_that_reads_ris_gets_back_what_was_written(title: str, author: str | None):
    [entry] = rispy.loads(ris(record(title, author=author)))

    assert entry["type_of_reference"] == "ELEC"
    assert (entry["title"], entry.get("authors", [None])) == (title, [author])
    assert (entry["secondary_title"], entry["year"], entry["date"]) == ("A site", "2026", "2026/11/02")
    assert entry["urls"] == [URL]


def read(field: str) -> str:
    """What TeX would print."""
    return str(Text.from_latex(field))


def words(alphabet: str) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(title=words("aB1 é?!.,:;'\"()[]{}\\$&%#_~^@/*=<>|-"), author=st.none() | words("aB1 é,{}\\"))
def test_no_title_breaks_a_record_of_bibtex(title: str, author: str | None):
    entry = parse_string(bibtex(record(title, author=author)), "bibtex").entries["power"]

    assert (entry.type, entry.fields["year"], entry.fields["month"], entry.fields["url"]) == ("misc", "2026", "11", URL)
    assert len(entry.persons.get("author", [])) == (author is not None)


# Two commas or apostrophes in a row are one sign to TeX.
@given(title=words('aB1 é?!.:;"()[]&%#_~@/*=<>|'), author=words("aB1 é.&"))
def test_a_program_that_reads_bibtex_gets_back_what_was_written(title: str, author: str):
    entry = parse_string(bibtex(record(title, author=author)), "bibtex").entries["power"]

    assert read(entry.fields["title"]) == title
    assert [read(name) for name in entry.persons["author"][0].last_names] == [author]


def test_what_means_something_to_tex_is_written_by_its_name():
    """Those that pybtex does not turn back; LaTeX has a command for each (The LaTeX Companion, on symbols in text)."""
    assert r"title = {{a\$\textbraceleft{}b\textbraceright{}\textasciicircum{}\textbackslash{}}}" in bibtex(
        record("a${b}^\\")
    )


def test_what_is_not_known_is_in_no_record():
    page = record(date=None, url=None)
    assert ris(page) == "TY  - ELEC\r\nTI  - Power in therapy\r\nT2  - A site\r\nLA  - en-GB\r\nER  - \r\n"
    assert set(parse_string(bibtex(page), "bibtex").entries["power"].fields) == {"title", "howpublished", "language"}
