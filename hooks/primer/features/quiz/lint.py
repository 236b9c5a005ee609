"""Look at questions as an examiner does, for what gives an answer away or teaches nothing.

What is found here is no mistake of format: the quiz works, and could be better. Most of the rules are those of a
well-known guide to writing items (Haladyna, Downing and Rodriguez, 2002, doi:10.1207/S15324818AME1503_5), as far as a
program can see to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from primer.core.diagnostics import Diagnostic, Location, Problem
from primer.core.yaml import Document, Path
from primer.features.quiz.about_others import is_about_others, without_markup
from primer.features.quiz.examined import Asked, Examined, Options
from primer.features.quiz.model import Quiz, QuizId
from primer.features.quiz.shapes import Essay, ManyOf, NumberAnswer, OneOf, Pairs, Shape, TextAnswer
from primer.kit.strings import StringTable

MUCH_LONGER = 4 / 3
"""How many times as long as every other option a right one has to be to stand out by itself."""

UNLIKELY = 0.05
"""How unlikely a run of long right options has to be before chance is no reason for it."""

FEWEST = 0.4
"""The least share of all statements to judge that has to be true, and that has to be false."""

ALIKE = 0.8
"""The share of their words that two prompts have in common before they count as the same."""


def item_problems(
    quizzes: Mapping[QuizId, Quiz], documents: Mapping[QuizId, Document], strings: StringTable
) -> list[Diagnostic]:
    """Return what an examiner would ask about, in the order of files and lines.

    ``documents`` holds the file of each quiz, and ``strings`` what templates show: it may be something to choose.
    What concerns all quizzes together is said of their folder.
    """
    examined = [Examined.of(quiz, documents[id], strings) for id, quiz in quizzes.items()]
    found = [problem for one in examined for problem in _of_quiz(one)]
    found += _repeated(examined)
    if documents:
        folder = Location(str(PurePosixPath(next(iter(documents.values())).path).parent))
        every = [options for one in examined for options in one.options]
        found += [problem.at(folder) for problem in _length_over_all(every)]
        found += [
            problem.at(folder) for problem in _balance_over_all([truth for one in examined for truth in one.truths])
        ]
    return sorted(found)


def _of_quiz(examined: Examined) -> Iterator[Diagnostic]:
    quiz, document = examined.quiz, examined.document
    for index, asked in enumerate(examined.asked):
        for path, problem in _of_question(asked):
            yield problem.at(document.location_of("questions", index, *path))
        for options in asked.options:
            yield from (
                problem.at(document.location_of("questions", index, *options.path)) for problem in _length(options)
            )
    yield from (problem.at(document.location_of("questions")) for problem in _length_over_all(examined.options))
    yield from (problem.at(document.location_of("questions")) for problem in _balance(examined.truths))
    scored = [asked.question for asked in examined.asked if not isinstance(asked.shapes[0], Essay)]
    weights = {question.weight for question in scored}
    if len(scored) > 1 and len(weights) == 1 and 1 not in weights:
        message = f"all {len(scored)} questions have the weight {scored[0].weight}, which makes no difference"
        yield Problem(message, "item-weight", "remove 'weight'").at(document.location_of("questions"))
    for index, objective in enumerate(quiz.objectives):
        asking = sum(question.objective == objective.id for question in quiz.questions)
        if asking < 2:
            message = f"the objective '{objective.id}' has {'one question' if asking else 'no question'}"
            location = document.location_of("objectives", index)
            yield Problem(message, "item-objective", "ask at least two, or remove it").at(location)


def _of_question(asked: Asked) -> Iterator[tuple[Path, Problem]]:
    """Yield what is missing in one question, or should not be there, each with the path that leads to it."""
    question = asked.question
    if question.objective is None:
        yield ("id",), Problem(f"the question '{question.id}' has no objective", "item-loose", "add 'objective: …'")
    if question.see is None:
        message = f"the question '{question.id}' names no passage that teaches it"
        yield ("id",), Problem(message, "item-loose", "add 'see: /folder/page.md#anchor'")
    if "[@" not in question.explanation:
        message = f"the explanation of '{question.id}' cites nothing"
        yield ("explanation",), Problem(message, "item-uncited", "add '[@reference:finding]'")
    for shape in asked.shapes:
        yield from _of_shape(shape)


def _of_shape(shape: Shape) -> Iterator[tuple[Path, Problem]]:
    match shape:
        case TextAnswer(feedback=said) | NumberAnswer(feedback=said) if said.right is None:
            yield said.at, _silent("a right answer")
        case OneOf(options, is_statement=True):
            yield from ((option.at, _silent("a right answer")) for option in options if option.feedback is None)
        case OneOf(options) | ManyOf(options):
            for option in options:
                if option.feedback is None:
                    yield option.at, _silent(f"the option '{option.text}'")
                yield from ((option.at, problem) for problem in _of_the_above(option.text))
        case Pairs(distractors=distractors):
            for one in distractors:
                yield from ((one.at, problem) for problem in _of_the_above(one.text))
        case _:
            pass


def _silent(what: str) -> Problem:
    return Problem(f"nothing is said to {what}", "item-feedback", "say why it is right")


def _of_the_above(text: str) -> Iterator[Problem]:
    if is_about_others(text):
        message = f"the option '{text}' is about the other options"
        yield Problem(message, "item-of-the-above", "write what it stands for, or remove it")


def _length(options: Options) -> Iterator[Problem]:
    right, wrong = options.lengths
    if wrong and max(right) > max(wrong) * MUCH_LONGER:
        message = f"a right option has {max(right)} characters, and the longest wrong one has {max(wrong)}"
        yield Problem(message, "item-length", "shorten it, or say more in a wrong one")


def _length_over_all(every: Sequence[Options]) -> Iterator[Problem]:
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


def _balance(truths: Sequence[bool]) -> Iterator[Problem]:
    if len(truths) > 1 and len(set(truths)) == 1:
        same = "true" if truths[0] else "false"
        message = f"all {len(truths)} statements to judge are {same}"
        yield Problem(message, "item-balance", "turn one of them round")


def _balance_over_all(truths: Sequence[bool]) -> Iterator[Problem]:
    true = sum(truths)
    if len(truths) >= 10 and not FEWEST <= true / len(truths) <= 1 - FEWEST:
        message = f"{true} of {len(truths)} statements to judge are true"
        yield Problem(message, "item-balance", "turn some of them round")


def _repeated(quizzes: Sequence[Examined]) -> Iterator[Diagnostic]:
    """Yield prompts that say what another one says in nearly the same words."""
    before: list[tuple[frozenset[str], Location]] = []
    for examined in quizzes:
        for index, question in enumerate(examined.quiz.questions):
            words = frozenset(re.findall(r"\w+", without_markup(question.prompt).lower()))
            location = examined.document.location_of("questions", index, "prompt")
            for others, where in before:
                if len(words & others) >= ALIKE * len(words | others):
                    message = f"this prompt is nearly that of {where.path}:{where.line}"
                    yield Problem(message, "item-repeated", "ask something else, or in another situation").at(location)
                    break
            before.append((words, location))
