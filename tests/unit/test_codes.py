"""Codes to scan are read back by a decoder that nobody here wrote."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from primer.kit.codes import qr_code

BLUR = 0.4  # of a module, which is nearly as much as the decoder bears, whoever makes the code


@pytest.mark.parametrize("length", [0, 10, 20, 40, 80, 160, 300])
def test_an_address_is_read_back_whatever_its_length(length: int):
    for address in (f"https://example.org/{'a1-' * length}"[: 20 + length], f"https://example.org/{'9' * length}/é"):
        code = picture(qr_code(address).decode(), pixels=2)

        assert texts(code) == [address]


@pytest.mark.parametrize("number", range(20))
def test_a_short_address_is_read_back_small_blurred_and_pale(number: int):
    address = f"https://example.org/go/{'k' * number}{number}/"
    code = picture(qr_code(address).decode(), pixels=4)

    assert texts(code.filter(ImageFilter.GaussianBlur(4 * BLUR))) == [address]
    assert texts(code.point(lambda grey: 110 + grey // 3)) == [address]


def test_a_code_is_read_with_an_eighth_of_it_missing():
    address = "https://example.org/quizzes/warning-signs/"
    code = picture(qr_code(address).decode(), pixels=8)
    middle = code.width // 2
    code.paste(255, (middle - 28, middle - 28, middle + 28, middle + 28))

    assert texts(code) == [address]


def test_the_same_text_gives_the_same_bytes():
    assert qr_code("https://example.org/") == qr_code("https://example.org/")


def picture(svg: str, pixels: int) -> Image.Image:
    """Return a code as it looks where each module is so many pixels wide."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert found, svg
    size = int(found[1])
    image = Image.new("L", (size * pixels, size * pixels), 255)
    for x, y, width in re.findall(r"M(\d+) (\d+)\.5h(\d+)", svg):
        left, top = int(x) * pixels, int(y) * pixels
        image.paste(0, (left, top, left + int(width) * pixels, top + pixels))
    return image


def texts(image: Image.Image) -> list[str]:
    """Return what the codes in a picture say."""
    grey = memoryview(image.tobytes()).cast("B", (image.height, image.width))
    return [code.text for code in zxingcpp.read_barcodes(grey)]
