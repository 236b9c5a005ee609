"""Read the answers of a question in Moodle XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from primer.core.diagnostics import Report

from tools.importing.answers import ANYTHING, RIGHT, Answer, NumberAnswer
from tools.importing.items import ReadQuestion
from tools.importing.texts import AUTO, HTML, MARKDOWN, PLAIN, markdown
from tools.importing.xml_tree import Node

FORMATS = {"html": HTML, "moodle_auto_format": AUTO, "plain_text": PLAIN, "markdown": MARKDOWN}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")


def formatted(node: Node | None) -> tuple[str, str]:
    """Return the text of an element, and the format of that; HTML where it says none."""
    return (node.said("text"), FORMATS.get(node.attributes.get("format", ""), HTML)) if node else ("", HTML)


def said_in(node: Node, question: ReadQuestion) -> str:
    """Return what is said to an answer."""
    return markdown(*formatted(node.first("feedback")), question)


def answers_of(
    node: Node, question: ReadQuestion, report: Report, read: Callable[[str, str, ReadQuestion], str]
) -> list[Answer]:
    """Return each answer; ``read`` makes of its text what is kept."""
    return [
        Answer(read(*formatted(one), question), worth, said_in(one, question)) for one, worth in _worths(node, report)
    ]


def numbers_of(node: Node, question: ReadQuestion, report: Report) -> list[NumberAnswer]:
    """Return each number that is an answer."""
    found: list[NumberAnswer] = []
    for one, worth in _worths(node, report):
        text, tolerance, said = one.said("text"), one.said("tolerance") or "0", said_in(one, question)
        if text == ANYTHING:
            found.append(NumberAnswer(None, 0, worth, said))
        elif number := next((written for written in (text, tolerance) if not is_number(written)), None):
            report.add(one.at, f"'{number}' is no number", "import-number", "write it with digits and a full stop")
        else:
            found.append(NumberAnswer(float(text), abs(float(tolerance)), worth, said))
    return found


def is_number(text: str) -> bool:
    """Tell whether a text is a number as programs write it."""
    return _NUMBER.fullmatch(text.strip()) is not None and abs(float(text)) < float("inf")


def _worths(node: Node, report: Report) -> Iterator[tuple[Node, float]]:
    """Yield each answer with what it is worth."""
    for one in node.all("answer"):
        fraction = one.attributes.get("fraction", "0")
        if not is_number(fraction) or abs(float(fraction)) > RIGHT:
            hint = 'write a number from -100 to 100, as in fraction="50"'
            report.add(one.at, f"'{fraction}' is no share of a hundred", "import-worth", hint)
        else:
            yield one, float(fraction)
