"""What all types of question share: their common fields, options, feedback, and rules about those."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from pydantic import Field

from primer.core.model import BrokenRule, MarkdownText, Model, Slug, Text

APOSTROPHES = re.compile("['\u2018\u2019\u201b`\u00b4\u2032\u02b9\u02bb\u02bc]")
"""All that keyboards write for an apostrophe."""


class Question(Model):
    """What all types of question have. Each narrows ``type`` to its own name."""

    noun: ClassVar[str] = "a question"

    id: Slug
    section: Slug | None = None
    objective: Slug | None = None
    label: Text | None = Field(None, description="a short name, for lists; else the prompt's first words stand there")
    prompt: MarkdownText
    hints: tuple[MarkdownText, ...] = ()
    explanation: MarkdownText
    see: Text | None = Field(None, description="the passage that teaches it: /folder/page.md#anchor")
    type: str


class Option(Model):
    """One answer to choose. ``feedback`` is shown to whoever chooses it."""

    noun: ClassVar[str] = "an option"

    text: MarkdownText
    correct: bool = False
    feedback: MarkdownText | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if not self.correct and self.feedback is None:
            yield BrokenRule(
                "no-feedback", f"the wrong option '{self.text}' has no feedback", "add 'feedback: …' that teaches"
            )


class Verdicts(Model):
    """What is said to a reader whose answer is right or wrong."""

    noun: ClassVar[str] = "the feedback of a question"

    right: MarkdownText | None = None
    wrong: MarkdownText


class Mistake(Model):
    """A wrong answer that readers are likely to type, and what is said to it."""

    noun: ClassVar[str] = "a mistake"

    text: Text
    feedback: MarkdownText


def unfit_options(options: Iterable[Option]) -> Iterator[BrokenRule]:
    """Yield what is wrong when no option is right, or two are the same."""
    options = tuple(options)
    if not any(option.correct for option in options):
        yield BrokenRule("no-answer", "no option is marked 'correct: true'", "add 'correct: true' to one option")
    yield from repeated("option", [option.text for option in options])


def repeated(noun: str, texts: Iterable[str], *field: str) -> Iterator[BrokenRule]:
    """Yield each of ``texts`` that is there more than once."""
    for text, count in Counter(texts).items():
        if count > 1:
            message = f"the {noun} '{text}' is there {count} times"
            yield BrokenRule("repeated-option", message, "reword one of them", field)


def idle_mistakes(mistakes: Iterable[Mistake], accepted: Iterable[str]) -> Iterator[BrokenRule]:
    """Yield each of ``mistakes`` to which nothing is ever said: it is accepted, or is there before."""
    right, seen = {normalised(text) for text in accepted}, set()
    for index, mistake in enumerate(mistakes):
        text = normalised(mistake.text)
        if text in right:
            message, hint = f"'{mistake.text}' is accepted, so it is no mistake", "remove it from one of the two lists"
            yield BrokenRule("mistake-is-right", message, hint, ("mistakes", index))
        elif text in seen:
            yield repeated_mistake(mistake.text, index)
        seen.add(text)


def repeated_mistake(text: str, index: int) -> BrokenRule:
    """Return the rule that no mistake is listed twice, broken by the one at ``index``."""
    return BrokenRule("repeated-option", f"the mistake '{text}' is there already", "remove it", ("mistakes", index))


def normalised(text: str) -> str:
    """Return a text as it is compared, as ``normalised`` of ``text-answers.js`` does."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text))
    seen = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf"))
    lower = APOSTROPHES.sub("", seen).lower()
    return " ".join("".join(c if unicodedata.category(c)[0] in "LN" else " " for c in lower).split())
