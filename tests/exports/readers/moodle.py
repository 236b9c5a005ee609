"""Read Moodle XML as Moodle does, and refuse what it refuses or would lose."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element, ParseError, fromstring

from tests.exports.readers.reading import BrokenFileError, Read, Right, line, words

#: The list of grades that an answer can be worth; anything else refuses the whole file.
GRADES = (
    *(100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5),
    *(11.11111, 10, 5, 0),
)

GAP = re.compile(r"\{(\d*):(SHORTANSWER|SA|MW|MULTICHOICE|MC|NUMERICAL|NM):(.*?)\}", re.DOTALL)
ALTERNATIVE = re.compile(r"(=|%\d+%)(.*?)(?<!&)#(?!\d+;)(.*)", re.DOTALL)


def read(data: bytes) -> dict[str, Read]:
    """Every question of a file by its idnumber."""
    try:
        root = fromstring(data)  # noqa: S314 - our own file
    except ParseError as error:
        raise BrokenFileError(str(error)) from error
    found: dict[str, Read] = {}
    for element in root.iterfind("question"):
        if element.get("type") in ("category", "description"):
            continue
        id = element.findtext("idnumber") or ""
        if not id or id in found:
            raise BrokenFileError(f"the idnumber '{id}' is missing or there twice")
        found[id] = _question(element)
    return found


def categories(data: bytes) -> list[str]:
    """The categories of a file."""
    root = fromstring(data)  # noqa: S314 - our own file
    return [element.text or "" for element in root.iterfind("question/category/text")]


def descriptions(data: bytes) -> list[str]:
    """The texts that are shown among the questions."""
    root = fromstring(data)  # noqa: S314 - our own file
    found = root.iterfind("question[@type='description']/questiontext/text")
    return [words(element.text or "") for element in found]


def _question(element: Element) -> Read:
    kind, right, said = _KINDS[element.get("type") or ""](element)
    prompt = element.findtext("questiontext/text") or ""
    return Read(
        kind=kind,
        prompt=words(GAP.sub(" … ", prompt)),
        right=right,
        said=said,
        general=words(element.findtext("generalfeedback/text") or ""),
        hints=tuple(words(hint.findtext("text") or "") for hint in element.iterfind("hint")),
        weight=float(element.findtext("defaultgrade") or next(iter(GAP.findall(prompt)))[0]),
    )


def _fraction(answer: Element) -> float:
    fraction = float(answer.get("fraction") or "")
    if not any(abs(abs(fraction) - grade) < 0.001 for grade in GRADES):
        raise BrokenFileError(f"{fraction} is no grade")
    return fraction


def _answers(element: Element, *, html: bool) -> list[tuple[str, float, str]]:
    return [
        (
            (words if html else line)(answer.findtext("text") or ""),
            _fraction(answer),
            words(answer.findtext("feedback/text") or ""),
        )
        for answer in element.iterfind("answer")
    ]


def _choice(element: Element) -> tuple[str, Right, dict[str, str]]:
    answers = _answers(element, html=True)
    is_single = element.findtext("single") == "true"
    total = sum(fraction for _, fraction, _ in answers if fraction > 0)
    if (is_single and max(fraction for _, fraction, _ in answers) != 100) or abs(total - 100) >= 0.5:
        raise BrokenFileError(f"right answers are worth {total}")
    right = frozenset(text for text, fraction, _ in answers if fraction > 0)
    return (
        "one" if is_single else "many",
        {"right": right, "wrong": frozenset(text for text, _, _ in answers) - right},
        {text: said for text, _, said in answers if said},
    )


def _judge(element: Element) -> tuple[str, Right, dict[str, str]]:
    answers = _answers(element, html=False)
    if {text for text, _, _ in answers} != {"true", "false"}:
        raise BrokenFileError("the answers are 'true' and 'false'")
    [right] = [text for text, fraction, _ in answers if fraction == 100]
    return "judge", right == "true", {text: said for text, _, said in answers if said}


def _pairs(element: Element) -> tuple[str, Right, dict[str, str]]:
    all = [
        (words(one.findtext("text") or ""), line(one.findtext("answer/text") or ""))
        for one in element.iterfind("subquestion")
    ]
    pairs = {item: match for item, match in all if item}
    if len(pairs) < 2:
        raise BrokenFileError("there are fewer than two pairs")
    if len(all) < 3:
        raise BrokenFileError("with fewer than three lines, the import stops and all questions after it are lost")
    others = {match for item, match in all if not item} - set(pairs.values())  # each text is listed once
    return "pairs", {**pairs, "": frozenset(others)}, {}


def _order(element: Element) -> tuple[str, Right, dict[str, str]]:
    if element.find("shownumcorrect") is None:
        raise BrokenFileError("the import stops here, and all questions after it are lost")
    steps = {
        words(one.findtext("text") or ""): words(one.findtext("feedback/text") or "")
        for one in element.iterfind("answer")
    }
    return "order", tuple(steps), steps


def _gaps(element: Element) -> tuple[str, Right, dict[str, str]]:
    gaps: list[Right] = []
    said: dict[str, str] = {}
    found_gaps = GAP.findall(element.findtext("questiontext/text") or "")
    for number, (_, kind, alternatives) in enumerate(found_gaps, start=1):
        right: list[str] = []
        wrong: list[str] = []
        for alternative in re.split(r"~", alternatives):
            found = ALTERNATIVE.fullmatch(alternative)
            if not found:
                raise BrokenFileError(f"'{alternative}' is no answer")
            worth, answer, feedback = found[1], unescape(found[2]), unescape(found[3])
            text = _typed(answer) if kind == "SHORTANSWER" else words(answer)
            (right if worth == "=" else wrong).append(text)
            if feedback:
                said[f"{number} {text}"] = words(feedback)
        if kind == "SHORTANSWER":
            gaps.append({"accepted": tuple(right), "mistakes": tuple(text for text in wrong if text != ANYTHING)})
        else:
            gaps.append({"right": frozenset(right), "wrong": frozenset(wrong)})
    return "gaps", tuple(gaps), said


ANYTHING = "(anything)"


def _typed(answer: str) -> str:
    """What has to be typed: a star without a backslash stands for anything."""
    return ANYTHING if answer == "*" else line(answer.replace(r"\*", "*"))


def _text(element: Element) -> tuple[str, Right, dict[str, str]]:
    answers = [(_typed(text), fraction, said) for text, fraction, said in _answers(element, html=False)]
    right: Right = {
        "accepted": tuple(text for text, fraction, _ in answers if fraction == 100),
        "mistakes": tuple(text for text, fraction, _ in answers if fraction == 0 and text != ANYTHING),
    }
    return "text", right, {text: said for text, _, said in answers if said}


def _number(element: Element) -> tuple[str, Right, dict[str, str]]:
    answers = _answers(element, html=False)
    [(value, tolerance)] = [
        (float(answer.findtext("text") or ""), float(answer.findtext("tolerance") or ""))
        for answer in element.iterfind("answer")
        if answer.get("fraction") == "100"
    ]
    units = tuple(line(unit.text or "") for unit in element.iterfind("units/unit/unit_name"))
    right: Right = {"value": value, "tolerance": tolerance, "units": units}
    return "number", right, {_typed(text): said for text, _, said in answers if said}


def _essay(element: Element) -> tuple[str, Right, dict[str, str]]:
    return "essay", words(element.findtext("graderinfo/text") or ""), {}


_KINDS = {
    "multichoice": _choice,
    "truefalse": _judge,
    "matching": _pairs,
    "ordering": _order,
    "cloze": _gaps,
    "shortanswer": _text,
    "numerical": _number,
    "essay": _essay,
}
