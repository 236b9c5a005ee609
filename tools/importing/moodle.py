"""Read quizzes in Moodle XML.

What it holds: https://docs.moodle.org/405/en/Moodle_XML_format, and Moodle's own code, question/format/xml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from primer.core.diagnostics import Report
from primer.features.quiz.question import MOST_WEIGHT

from tools.importing import answers
from tools.importing.items import Fields, ReadQuestion, ReadQuiz
from tools.importing.keeping import about, category, essay, keep_tags, take_said
from tools.importing.moodle_answers import answers_of, formatted, numbers_of, said_in
from tools.importing.moodle_gaps import cloze
from tools.importing.texts import AUTO, HTML, blocks, markdown, words
from tools.importing.xml_tree import Node, tree

_AROUND = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "responsetemplate")


def read(data: bytes, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a file, after reporting what is wrong in it."""
    quiz, root = ReadQuiz(), tree(data, path, report)
    if root is None:
        return quiz
    if root.tag != "quiz":
        fact = f"the file begins with <{root.tag}>, it should be <quiz>"
        report.add(root.at, fact, "import-xml", "export the questions from Moodle as 'Moodle XML'")
        return quiz
    told: set[str] = set()
    for node in root.all("question"):
        kind = node.attributes.get("type", "")
        question = ReadQuestion(node.at, " ".join(node.said("name/text").split()), node.said("idnumber"))
        if kind == "category":
            category(node.said("category/text"), quiz)
            quiz.id = quiz.id or question.id
            shown = markdown(*formatted(node.first("info")), question)
        else:
            shown = markdown(*formatted(node.first("questiontext")), question)
        if kind in ("category", "description"):
            if shown and shown not in told:
                about(shown, question, quiz)
            told.add(shown)
        elif kind in _KINDS:
            _read(node, kind, shown, question, quiz, report)
        else:
            question.lose(f"questions of the type '{kind}'")
            quiz.left_out.append(question)
    return quiz


def _read(node: Node, kind: str, prompt: str, question: ReadQuestion, quiz: ReadQuiz, report: Report) -> None:
    """Read one question."""
    keep_tags([tag.said("text") for node in node.all("tags") for tag in node.all("tag")], question, quiz)
    mistakes = len(list(report))
    fields = _KINDS[kind](node, question, report)
    if len(list(report)) > mistakes:
        return
    question.fields = ({"prompt": prompt} if prompt and "prompt" not in fields else {}) | fields
    _weight(node, kind, question)
    hints = [hint for one in node.all("hint") if (hint := markdown(*formatted(one), question))]
    if hints:
        question.fields["hints"] = list(hints)
    for name in _AROUND:
        if (found := node.first(name)) and found.said("text"):
            question.lose(f"what Moodle says by '{name}'")
    explanation = blocks(*formatted(node.first("generalfeedback")), question)
    if kind == "essay":
        essay(blocks(*formatted(node.first("graderinfo")), question), explanation, question)
    else:
        take_said(explanation, question)
    quiz.questions.append(question)


def _weight(node: Node, kind: str, question: ReadQuestion) -> None:
    """Keep how many questions it counts as; an essay is never scored here."""
    said = node.said("defaultgrade") or "1"
    try:
        grade = float(said)
    except ValueError:
        grade = 1
    if kind == "essay":
        return
    if grade.is_integer() and 1 <= grade <= MOST_WEIGHT:
        question.fields |= {"weight": int(grade)} if grade != 1 else {}
    else:
        question.lose(f"that it is worth {said} points")


def _choice(node: Node, question: ReadQuestion, report: Report) -> Fields:
    is_single = node.said("single") not in ("false", "0")
    return answers.choice(answers_of(node, question, report, markdown), question, is_single=is_single)


def _true_false(node: Node, question: ReadQuestion, report: Report) -> Fields:
    found = {one.text.strip().lower(): one for one in answers_of(node, question, report, words)}
    right = next((name for name, one in found.items() if one.worth >= answers.RIGHT), "")
    if not {"true", "false"} <= {*found} or not right:
        report.add(node.at, "neither 'true' nor 'false' is worth 100", "import-moodle", 'write fraction="100" at one')
        return {}
    wrong = "false" if right == "true" else "true"
    return answers.true_false(right == "true", found[right].said, found[wrong].said)


def _match(node: Node, question: ReadQuestion, report: Report) -> Fields:
    all = [
        (markdown(*formatted(one), question), words(one.said("answer/text"), AUTO, question))
        for one in node.all("subquestion")
    ]
    return answers.match([pair for pair in all if pair[0]], [match for item, match in all if not item], ())


def _order(node: Node, question: ReadQuestion, report: Report) -> Fields:
    items: list[Fields] = []
    for one in node.all("answer"):
        said = said_in(one, question)
        items.append({"text": markdown(*formatted(one), question), **({"feedback": said} if said else {})})
    return {"type": "order", "items": list(items)}


def _typed(node: Node, question: ReadQuestion, report: Report) -> Fields:
    if node.said("usecase") == "1":
        question.lose("that capital letters make a difference")
    return answers.short_answer(answers_of(node, question, report, words), question)


def _number(node: Node, question: ReadQuestion, report: Report) -> Fields:
    units = [unit.said("unit_name") for all in node.all("units") for unit in all.all("unit")]
    return answers.numeric(numbers_of(node, question, report), [unit for unit in units if unit], question)


def _gaps(node: Node, question: ReadQuestion, report: Report) -> Fields:
    text, format = formatted(node.first("questiontext"))
    found = node.first("questiontext/text")
    return cloze(text, format or HTML, found.at if found else node.at, question, report)


def _essay(node: Node, question: ReadQuestion, report: Report) -> Fields:
    return {"type": "reflect"}


_KINDS: Mapping[str, Callable[[Node, ReadQuestion, Report], Fields]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "matching": _match,
    "ordering": _order,
    "cloze": _gaps,
    "shortanswer": _typed,
    "numerical": _number,
    "essay": _essay,
}
