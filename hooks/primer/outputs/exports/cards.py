"""Lay a question out on the two sides of a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import (
    Choosable,
    Essay,
    Gap,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    TextAnswer,
)
from primer.outputs.exports.composing import (
    explained,
    listed,
    marked,
    model_answer,
    number,
    paragraph,
    said_of,
    spoken,
    story,
    verdicts_of,
)
from primer.outputs.exports.formats import Answered
from primer.outputs.exports.readme import note_lines
from primer.outputs.exports.strings import ExportStrings
from primer.text.carried import pieces
from primer.text.rich import PICTURES, Rich


@dataclass(frozen=True)
class Card:
    """The two sides of a card, and what stands folded on the first."""

    front: Markup
    hint: Markup
    back: Markup


def card(answered: Answered, quiz: ExportedQuiz) -> Card:
    """Return the card of a question: what is asked, and the answer with all that is said about it."""
    question, words = answered.question, quiz.strings[ExportStrings]
    asked, answer = _sides(answered.shape, words)
    note = Markup("").join(Markup("<p><em>{}</em></p>").format(line) for line in note_lines(quiz))
    hints = Markup("").join(paragraph(hint) for hint in question.hints)
    return Card(note + paragraph(question.prompt) + asked, hints, answer + explained(question, words))


def _sides(shape: Item, words: ExportStrings) -> tuple[Markup, Markup]:  # noqa: PLR0911 - one for each shape
    """Return what stands below the prompt, and the answer with what is said of its parts."""
    match shape:
        case OneOf(options) | ManyOf(options):
            chosen = [_said_by(one) for one in options if one.correct]
            return _list(map(_said_by, options)), _list(chosen) + listed(said_of(shape, words))
        case Pairs(pairs, others):
            matches = {
                text.marked: text.text for text in (*(one.match for one in pairs), *(one.text for one in others))
            }
            mixed = map(Markup, sorted(matches, key=lambda html: matches[html]))
            below = _list(marked(one.text) for one in pairs) + _list(mixed)
            return below, listed(said_of(shape, words))
        case Sequence(items):
            shown = _list(marked(one.text) for one in sorted(items, key=lambda item: item.text.text))
            lines = (Markup("<li>{}: {}</li>").format(part, said) for part, said in said_of(shape, words))
            return shown, Markup("<ol>{}</ol>").format(Markup("").join(lines))
        case Groups(groups, items):
            return _list(marked(one.text) for one in groups) + _list(marked(one.text) for one in items), listed(
                said_of(shape, words)
            )
        case Gaps():
            return _with_gaps(shape), _filled(shape) + listed(said_of(shape, words))
        case TextAnswer(accepted):
            return Markup(), _list(Markup.escape(text) for text in accepted) + listed(
                [*verdicts_of(shape, "", words), *said_of(shape, words)]
            )
        case NumberAnswer():
            said = [*((words.right, shape.feedback.right), (words.wrong, shape.feedback.wrong))]
            verdicts = ((Markup.escape(name), marked(one)) for name, one in said if one)
            return Markup(), _list([_number(shape)]) + listed([*verdicts, *said_of(shape, words)])
        case Essay():
            return Markup(), model_answer(shape, words)
        case Story():
            return story(shape, words)
        case _:
            assert_never(shape)


def _with_gaps(shape: Gaps[Rich]) -> Markup:
    """Return a text with numbered gaps, and below it what can be picked for each."""
    numbers = {gap.id: count for count, gap in enumerate(shape.gaps, start=1)}
    parts = pieces(shape.text, PICTURES)
    text = "".join(f"[{numbers[part]}]&nbsp;_____" if index % 2 else part for index, part in enumerate(parts))
    lists = [
        Markup("<p>{}</p>{}").format(gap.label, _list(marked(one.text) for one in gap.filling.options))
        for gap in shape.gaps
        if not isinstance(gap.filling, TextAnswer)
    ]
    return Markup("<p>{}</p>").format(Markup(text)) + Markup("").join(lists)


def _filled(shape: Gaps[Rich]) -> Markup:
    """Return what fills each gap."""
    return _list(Markup("{}: {}").format(gap.label, Markup(", ").join(_right(gap))) for gap in shape.gaps)


def _right(gap: Gap[Rich]) -> Iterable[Markup]:
    if isinstance(gap.filling, TextAnswer):
        return (Markup.escape(text) for text in gap.filling.accepted)
    return (marked(one.text) for one in gap.filling.options if one.correct)


def _number(shape: NumberAnswer[Rich]) -> Markup:
    within = f" ± {number(shape.tolerance)}" if shape.tolerance else ""
    return Markup.escape(f"{number(shape.value)}{within}{f' {shape.unit}' if shape.unit else ''}")


def _said_by(one: Choosable[Rich]) -> Markup:
    return spoken(one.speaker, marked(one.text))


def _list(items: Iterable[Markup]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(item) for item in items))
