"""Draw QR codes."""

from __future__ import annotations

from functools import cache as once
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from primer.core.cache import Cache

# segno is imported where it is used: codes that are kept need not be made.
_QUIET = 4  # modules of white around the code, which ISO/IEC 18004 asks for


def kept_code(text: str, cache: Cache) -> bytes:
    """Return the QR code of a text; one takes 3 ms, so it is kept from build to build."""
    return cache.kept(lambda: qr_code(text), "code", *_maker(), text)


@once
def _maker() -> tuple[str, bytes]:
    """Return what stands for all that draws codes."""
    return version("segno"), Path(__file__).read_bytes()


def qr_code(text: str) -> bytes:
    """Return a QR code as an SVG picture, black on white, that is readable with 15 % of it damaged."""
    import segno

    picture = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(picture, kind="svg", scale=8, border=_QUIET, dark="#000", light="#fff", xmldecl=False)
    return picture.getvalue()
