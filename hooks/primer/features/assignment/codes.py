"""QR codes that lead to the page of each quiz."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from primer.core.cache import Cache
from primer.core.urls import page_url
from primer.features.quiz.model import QUIZZES, quiz_page
from primer.kit.content import Content

# segno is imported where it is used: codes that are kept need not be made.
_QUIET = 4  # modules of white around the code, which ISO/IEC 18004 asks for


def code_file(quiz: str) -> str:
    """Return where the code of a quiz is, below the site's root."""
    return f"{page_url(quiz_page(quiz))}qr.svg"


def code_files(content: Content, site_url: str | None, cache: Cache) -> Mapping[str, bytes]:
    """Return the code of each quiz by its path below the site's root; none where the site has no address yet."""
    if site_url is None:
        return {}
    return {code_file(id): _kept(plain_address(id, site_url), cache) for id in sorted(content[QUIZZES].items)}


def _kept(address: str, cache: Cache) -> bytes:
    return cache.kept(lambda: qr_code(address), "code", version("segno"), Path(__file__).read_bytes(), address)


def plain_address(quiz: str, site_url: str) -> str:
    """Return the whole address of a quiz, without any settings."""
    return f"{site_url.rstrip('/')}/{page_url(quiz_page(quiz))}"


def qr_code(text: str) -> bytes:
    """Return a QR code as an SVG picture, black on white, that is readable with 15 % of it damaged."""
    import segno

    picture = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(picture, kind="svg", scale=8, border=_QUIET, dark="#000", light="#fff", xmldecl=False)
    return picture.getvalue()
