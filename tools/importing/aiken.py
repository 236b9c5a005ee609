"""Read quizzes in Aiken, in which each line is a question, an option or its answer.

https://docs.moodle.org/405/en/Aiken_format
"""

from __future__ import annotations

import re

from primer.core.diagnostics import Location, Report

from tools.importing import answers
from tools.importing.items import ReadQuestion, ReadQuiz
from tools.importing.plain_text import escaped, one_line

OPTION = re.compile(r"([A-Z])[.)]\s+(\S.*)")
ANSWER = re.compile(r"ANSWER:\s*(\S*)\s*$")


def read(text: str, path: str, report: Report) -> ReadQuiz:
    """Return the quiz in a file, after reporting what is wrong in it."""
    quiz = ReadQuiz()
    prompt: list[str] = []
    options: dict[str, str] = {}
    begin = 1
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        written = line.strip()
        if answer := ANSWER.match(written):
            _close(prompt, options, answer[1], Location(path, begin), Location(path, number), quiz, report)
            prompt, options = [], {}
        elif option := OPTION.match(written):
            if option[1] in options:
                fact = f"the letter '{option[1]}' is there twice"
                report.add(Location(path, number), fact, "import-aiken", "end the question above with 'ANSWER: …'")
            options[option[1]] = option[2]
        elif written and options:
            fact, hint = "this line is no option, and the question has no answer yet", "write 'ANSWER: A' above it"
            report.add(Location(path, number), fact, "import-aiken", hint)
            prompt, options, begin = [written], {}, number
        elif written:
            begin = begin if prompt else number
            prompt.append(written)
    if prompt or options:
        report.add(Location(path, begin), "the question has no answer", "import-aiken", "end it with 'ANSWER: A'")
    return quiz


def _close(
    prompt: list[str],
    options: dict[str, str],
    letter: str,
    begin: Location,
    end: Location,
    quiz: ReadQuiz,
    report: Report,
) -> None:
    """Keep a question that is whole."""
    if not prompt:
        report.add(end, "nothing is asked above this answer", "import-aiken", "write the question above its options")
    elif len(options) < 2:
        report.add(begin, "the question has fewer than two options", "import-aiken", "write each as 'A. …'")
    elif letter not in options:
        hint = f"one of: {', '.join(options)}"
        report.add(end, f"'{letter}' is no option of this question", "import-aiken", hint)
    else:
        question = ReadQuestion(begin)
        found = [answers.Answer(_said(text), answers.RIGHT * (name == letter)) for name, text in options.items()]
        question.fields = {"prompt": _said(" ".join(prompt)), **answers.choice(found, question, is_single=True)}
        quiz.questions.append(question)


def _said(text: str) -> str:
    return escaped(one_line(text))
