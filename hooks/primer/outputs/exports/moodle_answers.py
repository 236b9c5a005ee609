"""Write the answers of a question as Moodle XML has them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import Choosable, Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Story, TextAnswer
from primer.kit.shapes import Sequence as Ordered
from primer.outputs.exports.composing import marked, model_answer, number, spoken, story
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.xml import child
from primer.text.rich import Rich, picture_names, placed

PICTURES = "@@PLUGINFILE@@/"
LEAST_LINES = 3
"""Lines that Moodle wants of a matching question."""
LONGEST_UNIT = 50
"""Characters that Moodle keeps of a unit."""


def add_answers(element: Element, shape: Item, quiz: ExportedQuiz) -> None:  # noqa: PLR0912 - one for each shape
    """Add what Moodle needs to know of the answers to a question."""
    words = quiz.strings[ExportStrings]
    match shape:
        case OneOf(options, is_statement=True):
            for option in options:
                _answer(element, option.id, option.feedback, quiz, is_right=option.correct)
        case OneOf(options, is_passage=fixed) | ManyOf(options, is_passage=fixed):
            _choice(element, options, quiz, is_single=isinstance(shape, OneOf), is_fixed=fixed)
        case Pairs(pairs, distractors):
            child(element, "shuffleanswers", "true")
            _combined(element)
            for pair in pairs:
                child(
                    child(add_html(element, "subquestion", marked(pair.text), quiz), "answer"), "text", pair.match.text
                )
            for text in (*(one.text.text for one in distractors), *filling(shape)):
                child(child(add_html(element, "subquestion", Markup(), quiz), "answer"), "text", text)
        case Ordered(items):
            for name, value in _ORDERING.items():
                child(element, name, value)
            _combined(element)
            for place, item in enumerate(items, start=1):
                answer = add_html(element, "answer", marked(item.text), quiz, fraction=str(place))
                add_html(answer, "feedback", marked(item.feedback), quiz)
        case TextAnswer(accepted, mistakes, said):
            child(element, "usecase", "0")
            for text in accepted:
                _answer(element, _without_wildcard(text), said.right, quiz, is_right=True)
            for wrong in mistakes:
                _answer(element, _without_wildcard(wrong.text), wrong.feedback, quiz)
            _answer(element, "*", said.wrong, quiz)
        case NumberAnswer():
            _numbers(element, shape, quiz)
        case Essay() | Story():
            note = model_answer(shape, words) if isinstance(shape, Essay) else story(shape, words)[1]
            for name, value in _ESSAY.items():
                child(element, name, value)
            add_html(element, "graderinfo", note, quiz)
            add_html(element, "responsetemplate", Markup(), quiz)
        case Gaps() | Groups():
            pass


def filling(shape: Pairs[Rich]) -> list[str]:
    """Return matches to say once more: with fewer than three lines, an import stops; Moodle lists each text once."""
    missing = LEAST_LINES - len(shape.pairs) - len(shape.distractors)
    return [pair.match.text for pair in shape.pairs[: max(0, missing)]]


_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "ABSOLUTE_POSITION",
    "showgrading": "SHOW",
    "numberingstyle": "none",
}
_ESSAY = {
    "responseformat": "editor",
    "responserequired": "0",
    "responsefieldlines": "10",
    "attachments": "0",
    "attachmentsrequired": "0",
}


def _choice(
    element: Element, options: Sequence[Choosable[Rich]], quiz: ExportedQuiz, *, is_single: bool, is_fixed: bool
) -> None:
    """Add options. Those that belong at the end keep all in their order: Moodle shuffles all of them or none."""
    shuffles = not is_fixed and not any(option.is_last for option in options)
    child(element, "single", str(is_single).lower())
    child(element, "shuffleanswers", str(shuffles).lower())
    child(element, "answernumbering", "abc")
    _combined(element)
    parts = sum(option.correct for option in options)
    for option in options:
        fraction = ("" if option.correct else "-") + grade(parts) if not is_single else "100" if option.correct else "0"
        answer = add_html(element, "answer", spoken(option.speaker, marked(option.text)), quiz, fraction=fraction)
        add_html(answer, "feedback", marked(option.feedback) if option.feedback else Markup(), quiz)


def _numbers(element: Element, shape: NumberAnswer[Rich], quiz: ExportedQuiz) -> None:
    right = _answer(element, number(shape.value), shape.feedback.right, quiz, is_right=True)
    child(right, "tolerance", number(shape.tolerance))
    for wrong in shape.mistakes:
        child(_answer(element, number(wrong.value), wrong.feedback, quiz), "tolerance", "0")
    child(_answer(element, "*", shape.feedback.wrong, quiz), "tolerance", "0")
    names = [unit for unit in shape.units if len(unit) <= LONGEST_UNIT]
    if names:
        units = child(element, "units")
        for name in names:
            unit = child(units, "unit")
            child(unit, "multiplier", "1")
            child(unit, "unit_name", name)
    child(element, "unitgradingtype", "0")
    child(element, "unitpenalty", "0")
    child(element, "showunits", "0" if names else "3")
    child(element, "unitsleft", "0")


def _answer(parent: Element, text: str, said: Rich | None, quiz: ExportedQuiz, *, is_right: bool = False) -> Element:
    answer = child(parent, "answer", fraction="100" if is_right else "0", format="moodle_auto_format")
    child(answer, "text", text)
    add_html(answer, "feedback", marked(said) if said else Markup(), quiz)
    return answer


def _combined(element: Element) -> None:
    """Add what Moodle says of its own accord; without ``shownumcorrect``, an import of an ordering question stops."""
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        child(child(element, name, format="html"), "text", "")
    child(element, "shownumcorrect", "1")


def add_html(parent: Element, tag: str, html: Markup, quiz: ExportedQuiz, **attributes: str) -> Element:
    """Add an element with HTML, and with the pictures in it."""
    element = child(parent, tag, format="html", **attributes)
    child(element, "text", placed(str(html), PICTURES))
    names = picture_names(html)
    for name, content in quiz.pictures if names else ():
        if name in names:
            child(element, "file", b64encode(content).decode(), name=name, path="/", encoding="base64")
    return element


def grade(parts: int) -> str:
    """Return one of so many equal parts of 100, as Moodle's list of grades has it."""
    return f"{100 / parts:.5f}".rstrip("0").rstrip(".")


def _without_wildcard(text: str) -> str:
    return text.replace("*", r"\*")
