"""Read the answers of a question in GIFT."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from primer.core.diagnostics import Report

from tools.importing.answers import ANYTHING, RIGHT, Answer, NumberAnswer
from tools.importing.gift_text import Piece
from tools.importing.items import ReadQuestion
from tools.importing.texts import PLAIN, markdown, words

_WORTH = re.compile(r"%([^%]*)%")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_ARROW = "->"

Words = Callable[[str, str, ReadQuestion], str]


def answers_of(inside: Piece, format: str, question: ReadQuestion, report: Report, read: Words) -> list[Answer]:
    """Return each answer behind a ``=`` or ``~``; ``read`` makes of its text what is kept."""
    found: list[Answer] = []
    if not any(sign in inside.signs for sign in "=~"):  # a single answer to type needs no sign
        text, said = inside.cut("#")
        return [Answer(read(*text.formatted(format), question), RIGHT, feedback_of(said, format, question))]
    for sign, piece in _options(inside, report):
        worth, piece = _worth(sign, piece, report)  # noqa: PLW2901 - without what it is worth
        text, said = piece.cut("#")
        if not text.signs:
            report.add(piece.at, f"nothing stands behind the '{sign}'", "import-gift", "write an answer, or remove it")
            continue
        found.append(Answer(read(*text.formatted(format), question), worth, feedback_of(said, format, question)))
    return found


def numbers_of(inside: Piece, format: str, question: ReadQuestion, report: Report) -> list[NumberAnswer]:
    """Return each number, with how far from it is right: ``3:2``, ``1..5`` or ``3``."""
    if not any(sign in inside.signs for sign in "=~"):
        text, said = inside.cut("#")
        return [_number(text, RIGHT, feedback_of(said, format, question), report)]
    found: list[NumberAnswer] = []
    for sign, piece in _options(inside, report):
        worth, piece = _worth(sign, piece, report)  # noqa: PLW2901 - without what it is worth
        text, said = piece.cut("#")
        heard = feedback_of(said, format, question)
        if sign == "~" and text.signs in ("", ANYTHING):
            found.append(NumberAnswer(None, 0, worth, heard))
        else:
            found.append(_number(text, worth, heard, report))
    return found


def is_pairs(inside: Piece) -> bool:
    """Tell whether the answers are items with what belongs to each."""
    return inside.signs.startswith("=") and _ARROW in inside.signs and "~" not in inside.signs


def pairs_of(
    inside: Piece, format: str, question: ReadQuestion, report: Report
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return each item with what belongs to it, besides what belongs to none."""
    pairs: list[tuple[str, str]] = []
    others: list[str] = []
    for _, piece in _options(inside, report):
        item, belongs = piece.cut(_ARROW)
        if belongs is None:
            report.add(piece.at, "nothing belongs to this item", "import-gift", "write '->' and what belongs to it")
        elif item.signs:
            pairs.append((markdown(*item.formatted(format), question), words(belongs.text, PLAIN, question)))
        else:
            others.append(words(belongs.text, PLAIN, question))
    return pairs, others


def feedback_of(said: Piece | None, format: str, question: ReadQuestion) -> str:
    """Return what is said to an answer; empty where nothing is."""
    return markdown(*said.formatted(format), question) if said and said.signs else ""


def _options(inside: Piece, report: Report) -> Iterator[tuple[str, Piece]]:
    for sign, piece in inside.split("=~"):
        if sign:
            yield sign, piece
        elif piece.signs:
            report.add(piece.at, "an answer has no sign before it", "import-gift", "write '=' or '~' before it")


def _worth(sign: str, piece: Piece, report: Report) -> tuple[float, Piece]:
    """Return what an answer is worth, and the rest of it."""
    found = _WORTH.match(piece.signs)
    if not found:
        return (RIGHT if sign == "=" else 0.0), piece
    if not _NUMBER.fullmatch(found[1]) or abs(float(found[1])) > RIGHT:
        fact, hint = f"'{found[0]}' is no share of a hundred", "write a number from -100 to 100, as in %50%"
        report.add(piece.at, fact, "import-worth", hint)
        return 0.0, piece
    return float(found[1]), piece.part(found.end())


def _number(text: Piece, worth: float, said: str, report: Report) -> NumberAnswer:
    between, behind = text.signs.partition(".."), text.signs.partition(":")
    parts = between if between[1] else behind
    numbers = [one.strip() for one in (parts[0], parts[2] if parts[1] else "0")]
    if not all(_NUMBER.fullmatch(one) for one in numbers):
        fact, hint = f"'{text.text}' is no number", "write it as 3, as 3:2 with a tolerance, or as 1..5"
        report.add(text.at, fact, "import-number", hint)
        return NumberAnswer(0, 0, 0)
    first, second = map(float, numbers)
    if between[1]:
        return NumberAnswer((first + second) / 2, abs(second - first) / 2, worth, said)
    return NumberAnswer(first, abs(second), worth, said)
