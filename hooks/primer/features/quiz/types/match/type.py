"""Items to each of which something belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from markupsafe import Markup

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Text
from primer.core.sorting import sort_key
from primer.features.quiz.body import BodyMaker, OptionView, PartsBody, PartView
from primer.features.quiz.ids import digest
from primer.features.quiz.question import Question, repeated
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Distractor, Markdown, Pair, Pairs, Shape
from primer.kit.strings import Strings, StringTable


class MatchPair(Model):
    """An item, and what belongs to it. ``feedback`` says why, to whoever was right or wrong."""

    noun: ClassVar[str] = "a pair"

    hover: ClassVar = {"item": "what is matched", "match": "what belongs to it", "feedback": "why they belong together"}

    item: MarkdownText
    match: Text
    feedback: MarkdownText


class Match(Question):
    """Choose for each item what belongs to it. ``distractors`` belong to none."""

    hover: ClassVar = {"pairs": "what belongs together", "distractors": "matches that belong to nothing"}

    type: Literal["match"]
    pairs: Annotated[tuple[MatchPair, ...], AtLeast(2, "pairs")]
    distractors: tuple[Text, ...] = ()

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from repeated("item", [pair.item for pair in self.pairs], "pairs")
        matches = [pair.match for pair in self.pairs]
        for index, text in enumerate(self.distractors):
            if text in matches:
                message = f"the distractor '{text}' belongs to an item"
                yield BrokenRule("repeated-option", message, "reword or remove it", ("distractors", index))
        yield from repeated("distractor", self.distractors, "distractors")
        if len({*matches, *self.distractors}) < 2:
            yield BrokenRule("no-choice", "there is only one thing to choose from", "add 'distractors: …'")


class MatchStrings(Strings):
    """Words around the items."""

    section: ClassVar[str] = "quiz_match"

    how: Text


class MatchType(QuestionType[Match]):
    """Choose for each item what belongs to it."""

    name = "match"
    model = Match
    partial_credit = "items matched rightly, of all items"
    anchored = ()
    strings = (MatchStrings,)

    def edu_type(self, question: Match) -> str:
        return "Matching"

    def body(self, question: Match, dom: str, maker: BodyMaker) -> PartsBody:
        matches = {*(pair.match for pair in question.pairs), *question.distractors}
        answers = sorted(matches, key=lambda text: sort_key(text, maker.content.language))
        parts = []
        for number, pair in enumerate(question.pairs, start=1):
            id = digest(pair.item)
            part = f"{dom}--{id}"
            options = tuple(
                OptionView(digest(text), f"{part}-{digest(text)}", Markup.escape(text), text == pair.match)
                for text in answers
            )
            label, right = maker.inline(pair.item), Markup.escape(pair.match)
            said = maker.to_either(pair.feedback)
            parts.append(PartView(id, part, label, right, options, feedback=said, number=number))
        return PartsBody(tuple(parts))

    def shapes(self, question: Match, strings: StringTable) -> tuple[Shape, ...]:
        pairs = tuple(
            Pair(digest(pair.item), Markdown(pair.item), pair.match, Markdown(pair.feedback)) for pair in question.pairs
        )
        others = (Distractor(text, ("distractors", index)) for index, text in enumerate(question.distractors))
        return (Pairs(pairs, tuple(others)),)

    def graded(self, question: Match) -> Graded:
        return tuple((pair.item, pair.match) for pair in question.pairs), question.distractors


TYPE = MatchType()
