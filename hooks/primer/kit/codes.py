"""Draw QR codes."""

from __future__ import annotations

import re
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from primer.core.cache import Cache

# zxingcpp is imported where it is used: codes that are kept need not be made.
_SCALE = 8  # pixels a module has where nobody says how wide the picture is
_DARK = re.compile(rb"\0+")


def kept_code(text: str, cache: Cache) -> bytes:
    """Return the QR code of a text, which is kept from build to build."""
    return cache.kept(lambda: qr_code(text), "code", *_maker(), text)


@once
def _maker() -> tuple[str, bytes]:
    """Return what stands for all that draws codes."""
    return version("zxing-cpp"), Path(__file__).read_bytes()


def qr_code(text: str) -> bytes:
    """Return a QR code as an SVG picture, black on white, that is readable with 15 % of it damaged."""
    modules, size = _modules(text)
    runs = (run.span() for run in _DARK.finditer(modules))  # the white around the code ends each with its row
    lines = "".join([f"M{start % size} {start // size}.5h{end - start}" for start, end in runs])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size * _SCALE}" height="{size * _SCALE}"'
        f' viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{lines}"/></svg>\n'
    ).encode()


def _modules(text: str) -> tuple[bytes, int]:
    """Return the modules of a code by rows, each a byte that is 0 where it is dark, and how many a row has.

    Around them is white, four modules wide, as ISO/IEC 18004 asks for.
    """
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = zxingcpp.write_barcode_to_image(code)
    return memoryview(picture).tobytes(), picture.shape[0]  # type: ignore[arg-type] # its stub leaves out the buffer
