"""Read quizzes in the sheets of our own exports: a row for each thing that a quiz says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from primer.core.diagnostics import Report
from primer.outputs.exports.sheet import Row as Columns

from tools.importing.items import Fields, ReadQuestion, ReadQuiz, Value
from tools.importing.rows import Row, rows, unmarked
from tools.importing.sheet_answers import answers_of

COLUMNS = tuple(Columns.__dataclass_fields__)
KNOWN_BY = ("question", "row")
"""The columns that no other sheet has."""
_TEXTS = {"summary": "summary", "introduction": "introduction", "closing": "closing"}


def read(text: str, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a sheet, after reporting what is wrong in it."""
    found = [unmarked(row) for row in rows(text, path, COLUMNS, COLUMNS, report)]
    quiz = ReadQuiz(is_ours=True, fields={"sensitive": False})
    if list(report):
        return quiz
    _around([row for row in found if not row["question"]], quiz)
    for id, those in groupby((row for row in found if row["question"]), key=lambda row: row["question"]):
        _question(id, list(those), quiz, report)
    return quiz


def _around(found: Sequence[Row], quiz: ReadQuiz) -> None:
    """Keep what stands around the questions."""
    objectives: list[Value] = []
    sections: list[Value] = []
    draw: list[Value] = []
    for row in found:
        quiz.id = row["quiz"]
        match row["row"]:
            case "title" | "level" as name:
                quiz.fields[name] = row.plain("text")
            case "minutes" | "pass mark" as name:
                quiz.fields[name.replace(" ", "_")] = row.number("text")
            case "note":
                quiz.fields["sensitive"] = True
            case "summary" | "introduction" | "closing" as name:
                quiz.fields[_TEXTS[name]] = row.whole("text")
            case "objective":
                objectives.append({"id": row["id"], "text": row.line("text")})
            case "draw":
                draw.append({"objective": row["id"], "number": row.number("text")})
            case "section":
                sections.append({"id": row["id"], "title": row.plain("text")})
            case "section text" if sections and isinstance(sections[-1], dict):
                sections[-1]["text"] = row.whole("text")
            case _:
                pass
    parts: dict[str, list[Value]] = {"objectives": objectives, "sections": sections, "draw": draw}
    quiz.fields |= {name: listed for name, listed in parts.items() if listed}


def _question(id: str, found: Sequence[Row], quiz: ReadQuiz, report: Report) -> None:
    first = found[0]
    question = ReadQuestion(first.at, first["name"], id)
    by_row: dict[str, list[Row]] = {}
    for row in found:
        by_row.setdefault(row["row"], []).append(row)
    fields: Fields = {name: first[name] for name in ("section", "objective") if first[name]}
    fields |= {"prompt": by_row["prompt"][0].whole("text")} if "prompt" in by_row else {}
    answers = answers_of(first["type"], by_row, question)
    if answers is None:
        fact = f"the rows of the question '{id}' make no question of the type '{first['type']}'"
        report.add(first.at, fact, "import-row", "download the sheet again")
        return
    question.fields = fields | answers
    if first["weight"] not in ("", "1"):
        question.fields["weight"] = first.number("weight")
    if hints := by_row.get("hint"):
        question.fields["hints"] = [hint.line("text") for hint in hints]
    explanation = [row.whole("text") for row in by_row.get("explanation", [])]
    explanation += [
        f"[{row.line('text')}]({row['leads_to']})" for row in by_row.get("read more", []) if row["leads_to"]
    ]
    if explanation:
        question.fields["explanation"] = "\n\n".join(explanation)
    quiz.questions.append(question)
