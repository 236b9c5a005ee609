"""Look at questions as an examiner does, for what gives an answer away or teaches nothing.

What is found here is no mistake of format: the quiz works, and could be better. Most of the rules are those of a
well-known guide to writing items (Haladyna, Downing and Rodriguez, 2002, doi:10.1207/S15324818AME1503_5), as far as a
program can see to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from primer.core.diagnostics import Diagnostic, Location, Problem
from primer.core.yaml import Document, Path
from primer.features.quiz.model import Quiz, QuizId
from primer.features.quiz.questions import (
    Choice,
    Cloze,
    Match,
    Numeric,
    Option,
    Question,
    ShortAnswer,
    TrueFalse,
    Verdicts,
)

MUCH_LONGER = 4 / 3
"""How many times as long as every other option a right one has to be to stand out by itself."""

UNLIKELY = 0.05
"""How unlikely a run of long right options has to be before chance is no reason for it."""

FEWEST = 0.4
"""The least share of all statements to judge that has to be true, and that has to be false."""

ALIKE = 0.8
"""The share of their words that two prompts have in common before they count as the same."""

_MARKUP = re.compile(r"\[@[^\[\]]*\]|\]\([^()]*\)|[*_`\[\]]")
_OF_THE_ABOVE = re.compile(
    r"(all|any|both|neither|none|most)( of)?( the)? (above|answers|others|options|rest|them|these|those)"
    r"( (is|are) (correct|false|right|true|wrong))?|.*\b(of|to) the above\b.*"
)


@dataclass(frozen=True)
class _Options:
    """What one answer is picked from, and the path to it in its file."""

    path: Path
    options: tuple[Option, ...]

    @property
    def lengths(self) -> tuple[list[int], list[int]]:
        """The lengths of the right options, and of the wrong ones."""
        right = [len(_plain(one.text)) for one in self.options if one.correct]
        return right, [len(_plain(one.text)) for one in self.options if not one.correct]

    @property
    def longest_is_right(self) -> bool:
        """Whether a right option is longer than all wrong ones."""
        right, wrong = self.lengths
        return bool(wrong) and max(right) > max(wrong)

    @property
    def chance(self) -> float:
        """How likely that is if length says nothing."""
        return len(self.lengths[0]) / len(self.options)


def item_problems(quizzes: Mapping[QuizId, Quiz], documents: Mapping[QuizId, Document]) -> list[Diagnostic]:
    """Return what an examiner would ask about, in the order of files and lines.

    ``documents`` holds the file of each quiz. What concerns all quizzes together is said of their folder.
    """
    found = [problem for id, quiz in quizzes.items() for problem in _of_quiz(quiz, documents[id])]
    found += _repeated(quizzes, documents)
    if documents:
        folder = Location(str(PurePosixPath(next(iter(documents.values())).path).parent))
        every = [options for quiz in quizzes.values() for options in _options(quiz)]
        found += [problem.at(folder) for problem in _length_over_all(every)]
        found += [problem.at(folder) for problem in _balance_over_all(list(quizzes.values()))]
    return sorted(found)


def _of_quiz(quiz: Quiz, document: Document) -> Iterator[Diagnostic]:
    for index, question in enumerate(quiz.questions):
        for path, problem in _of_question(question):
            yield problem.at(document.place("questions", index, *path))
    for options in _options(quiz):
        yield from (problem.at(document.place(*options.path)) for problem in _length(options))
    yield from (problem.at(document.place("questions")) for problem in _length_over_all(list(_options(quiz))))
    yield from (problem.at(document.place("questions")) for problem in _balance(quiz))
    for index, objective in enumerate(quiz.objectives):
        asked = sum(question.objective == objective.id for question in quiz.questions)
        if asked < 2:
            message = f"the objective '{objective.id}' has {'one question' if asked else 'no question'}"
            place = document.place("objectives", index)
            yield Problem(message, "item-objective", "ask at least two, or remove it").at(place)


def _of_question(question: Question) -> Iterator[tuple[Path, Problem]]:
    """Yield what is missing in one question, or should not be there, each with the path that leads to it."""
    if question.objective is None:
        yield ("id",), Problem(f"the question '{question.id}' has no objective", "item-loose", "add 'objective: …'")
    if question.see is None:
        message = f"the question '{question.id}' names no passage that teaches it"
        yield ("id",), Problem(message, "item-loose", "add 'see: /folder/page.md#anchor'")
    if "[@" not in question.explanation:
        message = f"the explanation of '{question.id}' cites nothing"
        yield ("explanation",), Problem(message, "item-uncited", "add '[@reference:finding]'")
    for path, verdicts in _verdicts(question):
        if verdicts.right is None:
            yield path, _silent("a right answer")
    for options in _options_of(question):
        for index, option in enumerate(options.options):
            path = (*options.path, index)
            if option.feedback is None:
                yield path, _silent(f"the option '{option.text}'")
            yield from ((path, problem) for problem in _of_the_above(option.text))
    if isinstance(question, Match):
        for index, text in enumerate(question.distractors):
            yield from ((("distractors", index), problem) for problem in _of_the_above(text))


def _silent(what: str) -> Problem:
    return Problem(f"nothing is said to {what}", "item-feedback", "say why it is right")


def _of_the_above(text: str) -> Iterator[Problem]:
    if _OF_THE_ABOVE.fullmatch(" ".join(re.findall(r"\w+", _plain(text).lower()))):
        message = f"the option '{text}' is about the other options"
        yield Problem(message, "item-of-the-above", "write what it stands for, or remove it")


def _verdicts(question: Question) -> Iterator[tuple[Path, Verdicts]]:
    if isinstance(question, TrueFalse | ShortAnswer | Numeric):
        yield ("feedback",), question.feedback
    elif isinstance(question, Cloze):
        for index, gap in enumerate(question.gaps):
            if gap.feedback is not None:
                yield ("gaps", index, "feedback"), gap.feedback


def _options(quiz: Quiz) -> Iterator[_Options]:
    for index, question in enumerate(quiz.questions):
        for options in _options_of(question):
            yield _Options(("questions", index, *options.path), options.options)


def _options_of(question: Question) -> Iterator[_Options]:
    if isinstance(question, Choice):
        yield _Options(("options",), question.options)
    elif isinstance(question, Cloze):
        for index, gap in enumerate(question.gaps):
            if gap.options:
                yield _Options(("gaps", index, "options"), gap.options)


def _length(options: _Options) -> Iterator[Problem]:
    right, wrong = options.lengths
    if wrong and max(right) > max(wrong) * MUCH_LONGER:
        message = f"a right option has {max(right)} characters, and the longest wrong one has {max(wrong)}"
        yield Problem(message, "item-length", "shorten it, or say more in a wrong one")


def _length_over_all(every: Sequence[_Options]) -> Iterator[Problem]:
    longest = sum(options.longest_is_right for options in every)
    if _at_least(longest, [options.chance for options in every]) < UNLIKELY:
        expected = sum(options.chance for options in every)
        message = f"the longest option is right {longest} times of {len(every)}, and {expected:.0f} would be chance"
        yield Problem(message, "item-length", "shorten right options, or say more in wrong ones")


def _at_least(count: int, chances: Sequence[float]) -> float:
    """Return how likely it is that ``count`` or more come about of things that have these chances."""
    likely = [1.0]  # of nothing, of one, of two …
    for chance in chances:
        likely = [
            stays * (1 - chance) + comes * chance for stays, comes in zip([*likely, 0.0], [0.0, *likely], strict=True)
        ]
    return sum(likely[count:])


def _balance(quiz: Quiz) -> Iterator[Problem]:
    answers = _answers(quiz)
    if len(answers) > 1 and len(set(answers)) == 1:
        same = "true" if answers[0] else "false"
        message = f"all {len(answers)} statements to judge are {same}"
        yield Problem(message, "item-balance", "turn one of them round")


def _balance_over_all(quizzes: Sequence[Quiz]) -> Iterator[Problem]:
    answers = [answer for quiz in quizzes for answer in _answers(quiz)]
    true = sum(answers)
    if len(answers) >= 10 and not FEWEST <= true / len(answers) <= 1 - FEWEST:
        message = f"{true} of {len(answers)} statements to judge are true"
        yield Problem(message, "item-balance", "turn some of them round")


def _answers(quiz: Quiz) -> list[bool]:
    return [question.answer for question in quiz.questions if isinstance(question, TrueFalse)]


def _repeated(quizzes: Mapping[QuizId, Quiz], documents: Mapping[QuizId, Document]) -> Iterator[Diagnostic]:
    """Yield prompts that say what another one says in nearly the same words."""
    before: list[tuple[frozenset[str], Location]] = []
    for id, quiz in quizzes.items():
        for index, question in enumerate(quiz.questions):
            words = frozenset(re.findall(r"\w+", _plain(question.prompt).lower()))
            place = documents[id].place("questions", index, "prompt")
            for others, where in before:
                if len(words & others) >= ALIKE * len(words | others):
                    message = f"this prompt is nearly that of {where.path}:{where.line}"
                    yield Problem(message, "item-repeated", "ask something else, or in another situation").at(place)
                    break
            before.append((words, place))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())
