"""What all types of question share: their common fields, options, feedback, and rules about those."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from primer.core.model import BrokenRule, MarkdownText, Model, Slug, Text
from primer.features.quiz.about_others import is_about_others, names_letters

APOSTROPHES = re.compile(
    "['`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u0374\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe"
    "\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07]"
)
"""All that keyboards write for an apostrophe."""

ACCENTS = re.compile(
    "(?!(?<=[иуИУ])\u0306|(?<=[іІ])\u0308|(?<=[гкГК])\u0301)"
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks that may be left out, and what stretches a word in Arabic.

Those of other scripts, such as the vowels of Devanagari and Thai, make another word; so do those that make another
Cyrillic letter, as й, ў, ї, ѓ and ќ are.
"""

UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Signs that nobody sees, beside those of the category ``Cf``."""

PLAIN: dict[int, int | str] = {
    **str.maketrans("øłđðىیةک", "olddييهك"),
    ord("ß"): "ss",
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("þ"): "th",
}
"""What people write whose keyboard lacks a letter, or who take less care; ``text-answers.js`` says more."""

MOST_WEIGHT = 20
"""More would make one question the whole quiz."""


class Question(Model):
    """What all types of question have. Each narrows ``type`` to its own name."""

    noun: ClassVar[str] = "a question"

    hover: ClassVar = {
        "section": "the id of the section it belongs to",
        "objective": "the id of the objective it serves",
        "prompt": "the question, or what is to be done",
        "hints": "each helps a little more, and none gives the answer away",
        "explanation": "why the right answer is right, shown to whoever has answered",
        "type": "the type of question",
    }

    id: Slug
    section: Slug | None = None
    objective: Slug | None = None
    label: Text | None = Field(None, description="a short name, for lists; else the prompt's first words stand there")
    prompt: MarkdownText
    hints: tuple[MarkdownText, ...] = ()
    explanation: MarkdownText
    see: Text | None = Field(None, description="the passage that teaches it: /folder/page.md#anchor")
    weight: Annotated[int, Field(ge=1, le=MOST_WEIGHT)] = Field(1, description="how many questions it counts as")
    type: str


class Option(Model):
    """One answer to choose. ``feedback`` is shown to whoever chooses it, and a ``last`` one is never shuffled."""

    noun: ClassVar[str] = "an option"

    hover: ClassVar = {
        "text": "the answer",
        "correct": "true where it is right",
        "feedback": "what is said to whoever chooses it; teaches where it is wrong",
        "last": "true keeps it at the end when options are shuffled",
    }

    text: MarkdownText
    correct: bool = False
    feedback: MarkdownText | None = None
    last: bool = False

    def broken_rules(self) -> Iterator[BrokenRule]:
        if not self.correct and self.feedback is None:
            yield BrokenRule(
                "no-feedback", f"the wrong option '{self.text}' has no feedback", "add 'feedback: …' that teaches"
            )


class Verdicts(Model):
    """What is said to a reader whose answer is right or wrong."""

    noun: ClassVar[str] = "the feedback of a question"

    hover: ClassVar = {"right": "what is said to a right answer", "wrong": "what is said to a wrong answer; it teaches"}

    right: MarkdownText | None = None
    wrong: MarkdownText


class Mistake(Model):
    """A wrong answer that readers are likely to type, and what is said to it."""

    noun: ClassVar[str] = "a mistake"

    hover: ClassVar = {
        "text": "a wrong answer that readers are likely to type",
        "feedback": "what is said to it; it teaches",
    }

    text: Text
    feedback: MarkdownText


def unfit_options(options: Iterable[Option]) -> Iterator[BrokenRule]:
    """Yield what is wrong when no option is right, or two are the same."""
    options = tuple(options)
    if not any(option.correct for option in options):
        yield BrokenRule("no-answer", "no option is marked 'correct: true'", "add 'correct: true' to one option")
    yield from repeated("option", [option.text for option in options])


def misplaced_options(options: Iterable[Option]) -> Iterator[BrokenRule]:
    """Yield what would make no sense where options are shuffled, which a link to any quiz may ask for."""
    options = tuple(options)
    others = [index for index, option in enumerate(options) if not option.last]
    for index, option in enumerate(options):
        at = ("options", index)
        if option.last and index < max(others, default=-1):
            message = f"the option '{option.text}' is marked 'last: true' and has others below it"
            yield BrokenRule("option-place", message, "move it to the end", at)
        elif names_letters(option.text):
            message = f"the option '{option.text}' names others by their letters, which change when they are shuffled"
            yield BrokenRule("option-place", message, "write what they say", at)
        elif is_about_others(option.text) and not option.last:
            message = f"the option '{option.text}' is about the others, and may be shown above them"
            yield BrokenRule("option-place", message, "add 'last: true', or write what it stands for", at)


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
    letters = UNSEEN.sub("", unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)))
    seen = "".join(c for c in letters if unicodedata.category(c) != "Cf")
    lower = APOSTROPHES.sub("", ACCENTS.sub("", seen)).upper().lower()
    plain = "".join(str(unicodedata.decimal(c, c)) for c in lower).translate(PLAIN)
    return " ".join("".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in plain).split())
