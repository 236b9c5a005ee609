"""What an examiner would ask about is found in a bad quiz, each with its line, and not in ours."""

from __future__ import annotations

import re
from pathlib import Path

from primer.core.diagnostics import Report
from primer.features.quiz.feature import FEATURE
from primer.features.quiz.lint import item_problems
from primer.features.quiz.model import QUIZZES
from primer.kit.loading import load_sources
from primer.kit.sources import DataFolder

from tests.building import ROOT
from tests.rendering import strings

BAD = """\
title: A bad quiz
summary: It has every fault that is looked for.
level: introductory
minutes: 1
objectives:
  - {id: none, text: Asked about by nobody.}
  - {id: one, text: Asked about once.}
questions:
  - id: long
    type: choice
    objective: one
    prompt: Which of these is fair to ask a therapist at the start of therapy?
    options:
      - {text: "What does it cost if I have to miss a session?", correct: true}
      - {text: Your age, feedback: You may.}
      - {text: All of the above, last: true, feedback: Not all.}
    explanation: You may ask what it costs.
  - id: gap
    type: cloze
    prompt: Complete the sentence.
    text: A strain is called a {strain}, and mending it is called {repair}.
    gaps:
      - id: strain
        options:
          - {text: a break that lasts, correct: true, feedback: Yes.}
          - {text: none of these, feedback: One of them is.}
      - id: repair
        accepted: [repair]
        feedback: {wrong: Think of a broken cup.}
    explanation: So it is. [@someone-2020]
    see: /page.md
  - id: first
    type: true-false
    prompt: Therapy is always free of charge for everyone.
    answer: false
    feedback: {wrong: Not everywhere.}
    explanation: It costs money in many places. [@someone-2020]
    see: /page.md
  - id: second
    type: true-false
    prompt: "Therapy is **always** free of charge, for everyone [@someone-2020]."
    answer: false
    feedback: {right: Yes., wrong: Not everywhere.}
    explanation: It costs money in many places. [@someone-2020]
    see: /page.md
"""

MESSAGES = """\
quizzes/bad.yml:6:5: the objective 'none' has no question [item-objective]
quizzes/bad.yml:7:5: the objective 'one' has one question [item-objective]
quizzes/bad.yml:9:3: all 2 statements to judge are false [item-balance]
quizzes/bad.yml:9:9: the question 'long' names no passage that teaches it [item-loose]
quizzes/bad.yml:14:7: a right option has 46 characters, and the longest wrong one has 16 [item-length]
quizzes/bad.yml:14:9: nothing is said to the option 'What does it cost if I have to miss a session?' [item-feedback]
quizzes/bad.yml:16:9: the option 'All of the above' is about the other options [item-of-the-above]
quizzes/bad.yml:17:18: the explanation of 'long' cites nothing [item-uncited]
quizzes/bad.yml:18:9: the question 'gap' has no objective [item-loose]
quizzes/bad.yml:25:11: a right option has 18 characters, and the longest wrong one has 13 [item-length]
quizzes/bad.yml:26:13: the option 'none of these' is about the other options [item-of-the-above]
quizzes/bad.yml:29:19: nothing is said to a right answer [item-feedback]
quizzes/bad.yml:32:9: the question 'first' has no objective [item-loose]
quizzes/bad.yml:36:15: nothing is said to a right answer [item-feedback]
quizzes/bad.yml:39:9: the question 'second' has no objective [item-loose]
quizzes/bad.yml:41:13: this prompt is nearly that of quizzes/bad.yml:34 [item-repeated]
"""

ASKS = """\
title: {name}
summary: Questions that differ in their words alone.
level: introductory
minutes: 1
questions:
"""
CHOICE = """\
  - id: choice-{n}
    type: choice
    prompt: {name} {n}?
    options:
      - {{text: "{right}", correct: true, feedback: Yes.}}
      - {{text: "{wrong}", feedback: No.}}
    explanation: So it is. [@someone-2020]
    see: /page.md
"""
STATEMENT = """\
  - id: statement-{n}
    type: true-false
    prompt: {name} {n}.
    answer: {answer}
    feedback: {{right: Yes., wrong: No.}}
    explanation: So it is. [@someone-2020]
    see: /page.md
"""


def remarks(folder: Path, quizzes: dict[str, str]) -> list[str]:
    """The remarks on quizzes, each on its first line."""
    (folder / "quizzes").mkdir()
    for id, text in quizzes.items():
        (folder / f"quizzes/{id}.yml").write_text(text, "utf-8")
    return said(folder, "_data")


def said(folder: Path, label: str) -> list[str]:
    report = Report()
    loaded = load_sources([FEATURE], DataFolder(folder, label, report))[QUIZZES]
    assert [str(problem) for problem in report] == []
    found = item_problems(loaded.items, loaded.documents, strings())
    return [str(problem).splitlines()[0].replace("_data/", "") for problem in found]


def test_each_fault_is_told_once_with_its_line(tmp_path: Path):
    found = remarks(tmp_path, {"bad": BAD})
    assert found == MESSAGES.splitlines()


def test_right_options_that_are_a_little_longer_again_and_again_give_themselves_away(tmp_path: Path):
    quiz = ASKS.format(name="Length") + "".join(
        CHOICE.format(n=n, name=word, right="somewhat more", wrong="rather less")
        for n, word in enumerate(["alpha", "beta", "gamma", "delta", "epsilon"])
    )
    found = [line for line in remarks(tmp_path, {"length": quiz}) if "item-length" in line]

    message = "the longest option is right 5 times of 5, and 2 would be chance [item-length]"
    assert found == [f"quizzes:1:1: {message}", f"quizzes/length.yml:6:3: {message}"]


def test_statements_that_are_nearly_all_true_are_told_of_the_site_when_no_quiz_shows_it(tmp_path: Path):
    quizzes = {
        f"quiz-{n}": ASKS.format(name=f"Quiz {n}") + STATEMENT.format(n=n, name=f"Word{n} and other{n}", answer="true")
        for n in range(10)
    }
    found = [line for line in remarks(tmp_path, quizzes) if "item-balance" in line]

    assert found == ["quizzes:1:1: 10 of 10 statements to judge are true [item-balance]"]


def test_the_same_weight_everywhere_makes_no_difference(tmp_path: Path):
    heavy = CHOICE.replace("    see:", "    weight: 2\n    see:")
    same = "".join(
        heavy.format(n=n, name=name, right="alike", wrong="alive") for n, name in enumerate(["One", "Other"])
    )
    some = heavy.format(n=1, name="Next", right="alike", wrong="alive")
    some += CHOICE.format(n=2, name="Last", right="alike", wrong="alive")
    found = remarks(tmp_path, {"same": ASKS.format(name="Same") + same, "some": ASKS.format(name="Some") + some})

    message = "all 2 questions have the weight 2, which makes no difference [item-weight]"
    assert [line for line in found if "item-weight" in line] == [f"quizzes/same.yml:6:3: {message}"]


def test_no_quiz_is_no_problem(tmp_path: Path):
    assert remarks(tmp_path, {}) == []


def test_the_guide_explains_each_remark():
    code = (ROOT / "hooks/primer/features/quiz/lint.py").read_text("utf-8")
    guide = (ROOT / "docs/about/authoring-guide.md").read_text("utf-8")
    named = set(re.findall(r'"(item-[a-z-]+)"', code))

    assert len(named) > 6
    assert {name for name in named if f"`{name}`" not in guide} == set()
