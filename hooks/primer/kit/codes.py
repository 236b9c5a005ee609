"""Draw QR codes."""

from __future__ import annotations

import re
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from primer.core.cache import Cache

# zxingcpp is imported where it is used: codes that are kept need not be made.
_QUIET = 4  # modules of white around the code, which ISO/IEC 18004 asks for
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
    rows = _modules(text)
    lines = "".join(
        f"M{run.start() + _QUIET} {number}.5h{run.end() - run.start()}"
        for number, row in enumerate(rows, _QUIET)
        for run in _DARK.finditer(row)
    )
    size = len(rows) + 2 * _QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size * _SCALE}" height="{size * _SCALE}"'
        f' viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{lines}"/></svg>\n'
    ).encode()


def _modules(text: str) -> list[bytes]:
    """Return the rows of a code from the top, a byte for each module: 0 where it is dark."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = zxingcpp.write_barcode_to_image(code, add_quiet_zones=False)
    grey, width = memoryview(picture).tobytes(), picture.shape[1]  # type: ignore[arg-type] # its stub leaves out the buffer
    return [grey[start : start + width] for start in range(0, len(grey), width)]
