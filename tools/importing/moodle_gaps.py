"""Read the gaps that Moodle writes into the text of a question.

https://docs.moodle.org/405/en/Embedded_Answers_(Cloze)_question_type
"""

from __future__ import annotations

import re
from html import unescape

from primer.core.diagnostics import Location, Report

from tools.importing.answers import RIGHT, Answer, options, typed
from tools.importing.items import Fields, ReadQuestion, Value
from tools.importing.keeping import as_gap, gapped
from tools.importing.texts import HTML, as_html, markdown

_GAP = re.compile(r"\{(?P<weight>[0-9]{0,4}):(?P<kind>[A-Z_]+):(?P<answers>(?:\\.|[^}\\])*)\}", re.DOTALL)
_ALTERNATIVE = re.compile(r"(?:\\.|(?!~)[^\\])+", re.DOTALL)
_FEEDBACK = re.compile(r"(?<!\\)(?<!&)#")
_ESCAPE = re.compile(r"""\\([}~#="'/\\])""")
_WORTH = re.compile(r"(=|%(-?\d+(?:\.\d+)?)%)?(.*)", re.DOTALL)
_TYPED = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM")
_PICKED = ("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS")
_PICKED_ALSO = ("MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS")


def cloze(text: str, format: str, at: Location, question: ReadQuestion, report: Report) -> Fields:
    """Return the fields of a text with gaps."""
    html = as_html(text, format)
    found = list(_GAP.finditer(html))
    if not found:
        hint = "write it as {1:SHORTANSWER:=answer}"
        report.add(at, "no gap stands in the text", "import-moodle", hint)
        return {}
    parts = [
        html[a:b]
        for a, b in zip([0, *(gap.end() for gap in found)], [*(gap.start() for gap in found), None], strict=True)
    ]
    gaps = [_gap(f"gap-{number}", one, at, question, report) for number, one in enumerate(found, start=1)]
    weights = {int(one["weight"] or 1) for one in found}
    fields = gapped(parts, gaps, HTML, question)
    if len(weights) > 1:
        question.lose("that its gaps are worth different points")
    elif (weight := weights.pop()) != 1:
        fields["weight"] = weight
    return fields


def _gap(id: str, found: re.Match[str], at: Location, question: ReadQuestion, report: Report) -> Fields:
    kind, is_typed = found["kind"], found["kind"] in _TYPED
    if not is_typed and kind not in (*_PICKED, *_PICKED_ALSO):
        hint = f"one of: {', '.join((*_TYPED[:1], *_PICKED[:1], _TYPED[-2]))}"
        report.add(at, f"'{kind}' is no kind of gap that is known here", "import-moodle", hint)
        return {"id": id}
    answers = [_answer(one, question, is_typed=is_typed) for one in _ALTERNATIVE.findall(found["answers"])]
    if kind in ("NUMERICAL", "NM"):
        question.lose(f"the tolerance of the gap '{id}', in which the number is typed as it stands")
        answers = [Answer(one.text.partition(":")[0], one.worth, one.said) for one in answers]
    if is_typed:
        return as_gap(id, typed(answers, question))
    listed: list[Value] = list(options(answers, question, is_single=True, is_in_gap=True))
    return as_gap(id, {"options": listed})


def _answer(written: str, question: ReadQuestion, *, is_typed: bool) -> Answer:
    """Return an alternative: what it is worth, the answer, and behind ``#`` what is said to it."""
    text, said = ([*_FEEDBACK.split(written, maxsplit=1), ""])[:2]
    found = _WORTH.fullmatch(text)
    assert found  # noqa: S101 - it fits any text
    worth = RIGHT if found[1] == "=" else float(found[2] or 0)
    words = unescape(_ESCAPE.sub(r"\1", found[3])).strip() if is_typed else _html(found[3], question)
    return Answer(words, worth, _html(said, question))


def _html(written: str, question: ReadQuestion) -> str:
    return markdown(unescape(_ESCAPE.sub(r"\1", written)), HTML, question)
