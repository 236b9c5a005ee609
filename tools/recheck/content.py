"""The text of an answer: of a page in HTML, of a PDF, or as it is."""

from __future__ import annotations

import codecs
import io
import logging
import re
from urllib.parse import unquote

import pypdf
from lxml import etree

#: Fewer letters than this are no page that a person could read, but one that a script fills in.
LEAST = 80
MOST_PAGES = 400
SILENT = {"script", "style", "template", "svg", "head"}
# fmt: off
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}
# fmt: on
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


class NoText(Exception):  # noqa: N818 - it says what is missing, and no program went wrong
    """An answer without text to read; the message says why."""


def text_of(body: bytes, media_type: str, charset: str | None) -> str:
    """What a person reads in an answer, the numbers behind its links to phone apps included.

    Raises NoText where there is nothing to read: a picture, a broken or locked PDF, a page that needs scripts.
    """
    if media_type == "application/pdf" or body.startswith(b"%PDF-"):
        text = _pdf_text(body)
    elif media_type in ("text/html", "application/xhtml+xml", "") or body.lstrip()[:15].lower().startswith(
        b"<!doctype html"
    ):
        text = html_text(decode(body, charset))
    elif media_type.startswith("text/") or media_type in ("application/json", "application/xml"):
        text = decode(body, charset)
    else:
        raise NoText(f"it is {media_type}, which has no text to read")
    if len(re.sub(r"\W", "", text)) < LEAST:
        raise NoText("it has hardly any text; it may need scripts")
    return text


def decode(body: bytes, charset: str | None) -> str:
    """The letters of a body: by its mark, as UTF-8 where it is that, else as it says, else as Windows does.

    UTF-8 comes before what is said, because a text is hardly ever UTF-8 by chance and is often called something else.
    """
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(body[:4096])
    for name in (charset, said[1].decode("ascii") if said else None):
        try:
            if name and codecs.lookup(name).name != "utf-8":
                return body.decode(name, errors="replace")
        except (LookupError, ValueError):  # no charset of that name, or one that is not for texts
            continue
    # Most of it may be UTF-8 all the same, with a letter cut in two at the end.
    utf8 = body.decode("utf-8", errors="replace")
    return utf8 if utf8.count("\ufffd") <= len(utf8) // 1000 + 1 else body.decode("cp1252", errors="replace")


def html_text(markup: str) -> str:
    """The text of a page: its title, blocks on lines of their own, then what links, pictures and labels say.

    Raises NoText where elements are nested deeper than libxml2 follows, for there the rest would be missing.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", errors="replace"), parser)
    except etree.LxmlError as error:
        raise NoText("it is no HTML that can be read") from error
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        raise NoText("it is nested too deeply to read")
    pieces: list[str] = []
    labels: list[str] = []
    if root is not None:
        pieces += [root.findtext(".//title") or "", "\n"]
        _collect(root, pieces, labels)
    lines = (" ".join(line.split()) for line in "".join([*pieces, "\n", "\n".join(labels)]).splitlines())
    return "\n".join(line for line in lines if line)


def _collect(element: etree._Element, pieces: list[str], labels: list[str]) -> None:
    """Add what an element says; it calls itself at most as deep as libxml2 nests, which is 256."""
    if element.tag in SILENT:
        return
    labels += _labels(element)
    gap = "" if element.tag in INLINE else "\n"
    pieces += [gap, element.text or ""]
    for child in element:
        _collect(child, pieces, labels)
        pieces.append(child.tail or "")
    pieces.append(gap)


def _labels(element: etree._Element) -> list[str]:
    """What an element says in its attributes."""
    found = [str(element.get(name)) for name in ("alt", "aria-label", "title") if element.get(name)]
    address = str(element.get("href") or "").strip()
    if address.lower().startswith(("tel:", "sms:")):
        found.append(unquote(address[4:]))
    return found


def _pdf_text(body: bytes) -> str:
    """The text of a PDF's pages, up to a number of pages that no leaflet or article reaches."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each small fault in a file
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoText("it is a PDF with a password")
        return "\n".join(page.extract_text() for page in reader.pages[:MOST_PAGES])
    except NoText:
        raise
    except Exception as error:  # pypdf meets a broken file with whatever goes wrong first
        raise NoText(f"it is a PDF that cannot be read ({type(error).__name__})") from error
