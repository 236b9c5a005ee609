"""Read quizzes in GIFT, the text format of Moodle.

The grammar is that of https://docs.moodle.org/405/en/GIFT_format and of Moodle's own code, question/format/gift.
"""

from __future__ import annotations

import re

from primer.core.diagnostics import Report

from tools.importing import answers
from tools.importing.gift_answers import answers_of, feedback_of, is_pairs, numbers_of, pairs_of
from tools.importing.gift_text import Piece, Source, blocks
from tools.importing.items import Fields, ReadQuestion, ReadQuiz
from tools.importing.keeping import about, as_gap, category, essay, gapped, keep_tags, take_said
from tools.importing.texts import AUTO, MARKDOWN, as_html, words
from tools.importing.texts import blocks as blocks_of
from tools.importing.texts import markdown as markdown_of

_ID, _TAG = re.compile(r"\[id:([^\x00-\x1F\x7F]+?)]"), re.compile(r"\[tag:([^\x00-\x1F\x7F]+?)]")
_VERDICTS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
GAP = "gap"


def read(text: str, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a file, after reporting what is wrong in it."""
    quiz = ReadQuiz()
    for piece, comments in blocks(Source.of(text, path)):
        if piece.signs.startswith("$CATEGORY:"):
            head, rest = piece.cut("\n")
            category(head.part(len("$CATEGORY:")).text, quiz)
            if rest is None or not rest.signs:
                continue
            piece = rest  # noqa: PLW2901 - what is left of it
        question = ReadQuestion(piece.at)
        if found := _ID.search(comments):
            question.id = found[1].strip()
        keep_tags(_TAG.findall(comments), question, quiz)
        _read(piece, question, quiz, report)
    return quiz


def _read(piece: Piece, question: ReadQuestion, quiz: ReadQuiz, report: Report) -> None:
    """Read one question, or a text to show."""
    if piece.signs.startswith("::"):
        name, rest = piece.part(2).cut("::")
        if rest is None:
            report.add(piece.at, "the name that begins here does not end", "import-gift", "write '::' behind it")
            return
        question.name, piece = " ".join(name.text.split()), rest
    braces = _braces(piece, report)
    if braces is None:
        return
    if not braces:
        about(markdown_of(*piece.formatted(AUTO), question), question, quiz)
        return
    stem, format = piece.part(0, braces[0]).formatted(AUTO)
    inside, general = piece.part(braces[0] + 1, braces[1]).cut("####")
    mistakes = len(list(report))
    explanation = blocks_of(*(general.formatted(format) if general else ("", format)), question)
    fields = _answers(inside, format, question, report)
    if len(list(report)) > mistakes:
        return
    question.fields = _around(stem, piece, format, fields, question)
    if fields["type"] == "reflect":
        essay([], explanation, question)
    else:
        take_said(explanation, question)
    quiz.questions.append(question)


def _braces(piece: Piece, report: Report) -> tuple[int, ...] | None:
    """Return where the answers begin and end, nothing where there are none, or None after reporting what is wrong."""
    places = [place for place, sign in enumerate(piece.signs) if sign in "{}"]
    found = "".join(piece.signs[place] for place in places)
    if found in ("", "{}"):
        return tuple(places)
    if found.startswith("}"):
        wrong, fact, hint = places[0], "a '}' has no '{' before it", r"write \} for the sign"
    elif found == "{":
        wrong, fact, hint = places[0], "the '{' is never closed", r"write '}' behind the answers, or \{ for the sign"
    else:
        wrong = places[1 if found.startswith("{{") else 2]
        sign = piece.signs[wrong]
        fact, hint = f"a second '{sign}' stands in the question", f"write \\{sign} for the sign"
    report.add(piece.part(wrong).at, fact, "import-gift", hint)
    return None


def _around(stem: str, piece: Piece, format: str, answers: Fields, question: ReadQuestion) -> Fields:
    """Return the fields of a question with what stands before and behind its answers; between both is a gap."""
    behind = piece.part(piece.signs.index("}") + 1)
    if behind.signs and answers["type"] in ("choice", "short-answer"):
        before, after = (text if format == MARKDOWN else as_html(text, format) for text in (stem, behind.text))
        signs = piece.signs
        parts = [before + _space(signs[: signs.index("{")][-1:]), _space(signs[signs.index("}") + 1 :][:1]) + after]
        return gapped(parts, [as_gap(GAP, answers)], format, question)
    prompt = markdown_of(stem, format, question)
    if behind.signs:
        prompt = f"{prompt} … {markdown_of(behind.text, format, question)}"
        question.lose("the place of the answer in the text")
    return {"prompt": prompt} | answers if prompt else answers


def _space(sign: str) -> str:
    return " " if sign.isspace() else ""


def _answers(inside: Piece, format: str, question: ReadQuestion, report: Report) -> Fields:
    """Return the fields that the answers make, whose kind shows in their signs."""
    verdict = inside.cut("#")[0].signs.upper()
    if not inside.signs:
        return {"type": "reflect"}
    if inside.signs.startswith("#"):
        return answers.numeric(numbers_of(inside.part(1), format, question, report), (), question)
    if is_pairs(inside):
        return answers.match(*pairs_of(inside, format, question, report), ())
    if verdict in _VERDICTS:
        wrong, right = (feedback_of(one, format, question) for one in _two(inside))
        return answers.true_false(_VERDICTS[verdict], right, wrong)
    if "~" not in inside.signs:
        return answers.short_answer(answers_of(inside, format, question, report, words), question)
    found = answers_of(inside, format, question, report, markdown_of)
    # as Moodle has it: where none is right by itself, several can be chosen
    return answers.choice(found, question, is_single="=" in inside.signs)


def _two(inside: Piece) -> tuple[Piece | None, Piece | None]:
    _, wrong = inside.cut("#")
    return wrong.cut("#") if wrong else (None, None)
