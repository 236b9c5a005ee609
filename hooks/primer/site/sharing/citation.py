"""Write the citation of a page in the ways in which people and programs cite."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from babel.dates import format_skeleton
from markupsafe import Markup

from primer.core.dates import day

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, and those behind a backslash too
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""What means something to TeX, and how it is written to be read as it is."""
_TEX_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
"""What would end the field: nothing else in an address is read by BibTeX."""


@dataclass(frozen=True)
class PageRecord:
    """What is cited of a page. There is no ``author`` unless somebody publishes the site, and no ``url`` in a draft."""

    id: str
    title: str
    site: str
    language: str
    author: str | None = None
    date: datetime.date | None = None
    url: str | None = None


def apa(page: PageRecord, undated: str, locale: str) -> Markup:
    """Return a web page as the Publication Manual has it (7th edition, 10.16); ``undated`` is 'n.d.' in words.

    The manual is American, so in English the month comes before the day, whichever country it is of.

    Without an author the title comes first; where the site is called like its author, it is not named again.
    """
    locale = "en_US" if locale.startswith("en") else locale
    date = f"{page.date.year}, {_day_of_year(page.date, locale)}" if page.date else undated
    title = Markup("<cite>{}</cite>{}").format(page.title, "" if page.title.endswith(("?", "!", ".")) else ".")
    site = None if page.site == page.author else page.site
    first = [Markup("{}{}").format(page.author, "" if page.author.endswith(".") else ".")] if page.author else [title]
    rest = [Markup("({}).").format(date), *([title] if page.author else [])]
    last = [*([Markup("{}.").format(site)] if site else []), *([Markup("{}").format(page.url)] if page.url else [])]
    return Markup(" ").join([*first, *rest, *last])


@cache  # many pages were checked on one day
def _day_of_year(date: datetime.date, locale: str) -> str:
    return str(format_skeleton("MMMMd", date, locale=locale))


def plain(page: PageRecord, locale: str) -> str:
    """Return a citation in one line of text, for where no style is asked for."""
    parts = [page.author, f"“{page.title}”", None if page.site == page.author else page.site]
    parts += [day(page.date, locale).text if page.date else None, page.url]
    return ", ".join(part for part in parts if part)


def bibtex(page: PageRecord) -> str:
    """Return an entry of BibTeX, in fields that old styles know and new ones.

    A second pair of braces keeps the capitals of the title, and the name of a publisher from being taken for a person.
    """
    fields = {
        "author": page.author and f"{{{page.author.translate(_TEX)}}}",
        "title": f"{{{page.title.translate(_TEX)}}}",
        "howpublished": page.site.translate(_TEX),
        "year": page.date and str(page.date.year),
        "month": page.date and str(page.date.month),
        "day": page.date and str(page.date.day),
        "language": page.language,
        "url": page.url and page.url.translate(_TEX_URL),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{page.id},", *lines, "}", ""])


def ris(page: PageRecord) -> str:
    """Return a record of RIS, in lines of two letters, two spaces, a hyphen and a space."""
    lines = [
        ("TY", "ELEC"),
        ("AU", page.author),
        ("TI", page.title),
        ("T2", page.site),
        ("PY", str(page.date.year) if page.date else None),
        ("DA", f"{page.date:%Y/%m/%d}" if page.date else None),
        ("LA", page.language),
        ("UR", page.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value is not None)
