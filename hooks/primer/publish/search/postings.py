"""Write down in which lines a word stands, in few letters."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def posting_text(numbers: Iterable[int]) -> str:
    """Return ascending numbers as the steps between them, in base 32: a letter of the second half goes on.

    So are positions in source maps written (https://tc39.es/ecma426/#sec-base64-vlq), but for the sign.
    """
    written: list[str] = []
    last = -1
    for number in numbers:
        step, last = number - last - 1, number
        while step > 31:
            written.append(_LETTERS[32 + step % 32])
            step //= 32
        written.append(_LETTERS[step])
    return "".join(written)
