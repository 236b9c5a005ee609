"""Read quizzes in a table that a teacher wrote: a row for each question."""

from __future__ import annotations

from collections.abc import Mapping

from primer.core.diagnostics import Report

from tools.importing import answers
from tools.importing.items import Fields, ReadQuestion, ReadQuiz
from tools.importing.moodle_answers import is_number
from tools.importing.rows import Row, rows

LETTERS = "abcdef"
COLUMNS = (
    *("id", "label", "type", "prompt", *LETTERS, "right", *(f"feedback {letter}" for letter in LETTERS)),
    *("feedback right", "feedback wrong", "tolerance", "unit", "hint", "explanation", "weight"),
)
NEEDED = ("prompt", "right")
TYPES = ("choice", "true-false", "short-answer", "numeric", "reflect")
_TRUE: Mapping[str, bool] = {"true": True, "t": True, "false": False, "f": False}


def read(text: str, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a table, after reporting what is wrong in it."""
    quiz = ReadQuiz()
    for row in rows(text, path, NEEDED, COLUMNS, report):
        question = ReadQuestion(row.at, id=row.plain("id"))
        mistakes = len(list(report))
        fields = _answers(row, _type(row), question, report)
        if len(list(report)) > mistakes:
            continue
        prompt, explanation = row.whole("prompt"), row.whole("explanation")
        question.fields = ({"prompt": prompt} if prompt else {}) | fields
        question.fields |= {"label": row.plain("label")} if row["label"] else {}
        question.fields |= {"hints": [row.line("hint")]} if row["hint"] else {}
        question.fields |= {"explanation": explanation} if explanation else {}
        if row["weight"]:
            question.fields["weight"] = row.number("weight")
        quiz.questions.append(question)
    return quiz


def _type(row: Row) -> str:
    """Return the type of a question: that which it says, or that which its answers make it."""
    if row["type"].strip():
        return row.plain("type").lower()
    right = row.plain("right").lower()
    if any(row[letter].strip() for letter in LETTERS):
        return "choice"
    if right in _TRUE:
        return "true-false"
    return "numeric" if is_number(right) else "short-answer" if right else "reflect"


def _answers(row: Row, type: str, question: ReadQuestion, report: Report) -> Fields:
    right, said, other = row.plain("right"), row.line("feedback right"), row.line("feedback wrong")
    match type:
        case "choice":
            return _choice(row, question, report)
        case "true-false" if right.lower() in _TRUE:
            return answers.true_false(_TRUE[right.lower()], said, other)
        case "numeric" if is_number(right) and is_number(row["tolerance"] or "0"):
            numbers = [answers.NumberAnswer(float(right), float(row["tolerance"] or 0), answers.RIGHT, said)]
            numbers += [answers.NumberAnswer(None, 0, 0, other)]
            return answers.numeric(numbers, [row.plain("unit")] if row["unit"] else [], question)
        case "short-answer" if right:
            accepted = [one.strip() for one in right.split("|") if one.strip()]
            found = [answers.Answer(text.replace("*", r"\*"), answers.RIGHT, said) for text in accepted]
            return answers.short_answer([*found, answers.Answer(answers.ANYTHING, 0, other)], question)
        case "reflect":
            return {"type": type, **({"model_answer": row.whole("right")} if right else {})}
        case _ if type in TYPES:
            fact, hint = f"'{right}' is no answer to a question of the type '{type}'", _HINTS[type]
            report.add(row.at, fact, "import-row", hint)
        case _:
            fact, hint = f"'{type}' is not a type that a table can hold", f"one of: {', '.join(TYPES)}"
            report.add(row.at, fact, "import-row", hint)
    return {}


_HINTS = {
    "true-false": "write true or false into the column 'right'",
    "numeric": "write numbers into the columns 'right' and 'tolerance'",
    "short-answer": "write the answer into the column 'right', several with | between them",
}


def _choice(row: Row, question: ReadQuestion, report: Report) -> Fields:
    right = {letter for letter in row["right"].lower() if letter.isalpha()}
    given = [letter for letter in LETTERS if row[letter].strip()]
    if not right or not right <= {*given}:
        fact = f"'{row.plain('right')}' names no options of this question"
        report.add(row.at, fact, "import-row", f"write one or more of: {', '.join(given)}")
    found = [
        answers.Answer(row.whole(letter), answers.RIGHT * (letter in right), row.line(f"feedback {letter}"))
        for letter in given
    ]
    return answers.choice(found, question, is_single=True)
