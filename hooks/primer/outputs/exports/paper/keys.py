"""The key to a question on paper: the right answer, what is said to each answer, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from primer.kit.exported import ExportedQuestion, Item
from primer.kit.shapes import (
    Essay,
    Feedback,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    StoryStep,
    TextAnswer,
)
from primer.kit.strings import StringTable
from primer.outputs.exports.paper.blocks import Line, Run, blocks, bold, joined, line
from primer.outputs.exports.paper.model import Key, Told
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.paper.tasks import letter
from primer.text.rich import Rich


def key(question: ExportedQuestion, shape: Item, strings: StringTable) -> Key:
    """Return the key to a question in a shape."""
    maker = _KeyMaker(strings)
    return Key(
        right=maker.right(shape),
        told=tuple(maker.told(shape)),
        model=blocks(shape.model_answer) if isinstance(shape, Essay) else (),
        why=blocks(question.explanation),
        hints=tuple(line(hint) for hint in question.hints),
        more=maker.more(question),
    )


class _KeyMaker:
    """Words a key."""

    def __init__(self, strings: StringTable) -> None:
        self._words = strings[PaperStrings]

    def more(self, question: ExportedQuestion) -> Line:
        """Return what to read, with a link where there is an address."""
        if question.see is None:
            return ()
        before, _, after = self._words.read_more.partition("{title}")
        return (Run(before), Run(question.see.title, link=question.see.url or None), Run(after))

    def right(self, shape: Item) -> Line:
        """Return the right answer in short; empty where each part has its own."""
        match shape:
            case OneOf(options) | ManyOf(options):
                return (Run(", ".join(letter(n) for n, option in enumerate(options) if option.correct)),)
            case TextAnswer(accepted):
                return (Run(self._any_of(accepted)),)
            case NumberAnswer():
                return (Run(self._number(shape)),)
            case _:
                return ()

    def told(self, shape: Item) -> Iterator[Told]:
        """Yield each answer with what is said to it."""
        match shape:
            case OneOf() | ManyOf():
                yield from self._chosen(shape)
            case Pairs(pairs):
                yield from (self._belongs(pair.text, pair.match, pair.feedback) for pair in pairs)
            case Groups(groups, items):
                names = {group.id: group.text for group in groups}
                yield from (self._belongs(item.text, names[item.group], item.feedback) for item in items)
            case Sequence(ordered):
                for number, one in enumerate(ordered, start=1):
                    yield Told(joined(f"{number}. ", line(one.text)), None, blocks(one.feedback))
            case TextAnswer(mistakes=mistakes, feedback=feedback):
                yield from self._typed(((mistake.text, mistake.feedback) for mistake in mistakes), feedback)
            case NumberAnswer(mistakes=wrong, feedback=feedback):
                yield from self._typed(((f"{one.value:.15g}", one.feedback) for one in wrong), feedback)
            case Gaps():
                yield from self._gaps(shape)
            case Story(steps):
                yield from self._story(steps)
            case Essay():
                return
            case _:
                assert_never(shape)

    def _chosen(self, shape: OneOf[Rich] | ManyOf[Rich]) -> Iterator[Told]:
        for number, option in enumerate(shape.options):
            who = f"{option.speaker}: " if option.speaker else ""
            answer = joined(f"{letter(number)}) {who}", line(option.text))
            yield Told(answer, self._mark(is_right=option.correct), blocks(option.feedback) if option.feedback else ())

    def _gaps(self, shape: Gaps[Rich]) -> Iterator[Told]:
        for number, gap in enumerate(shape.gaps, start=1):
            name = self._words.gap.format(number=number)
            yield Told(bold(joined(f"{name}: ", self._filled(gap.filling))), None, ())
            yield from self.told(gap.filling)

    def _mark(self, *, is_right: bool) -> str:
        return self._words.right if is_right else self._words.wrong

    def _belongs(self, item: Rich, match: Rich, feedback: Rich) -> Told:
        before, _, rest = self._words.belongs.partition("{item}")
        between, _, after = rest.partition("{match}")
        return Told(joined(before, line(item), between, bold(line(match)), after), None, blocks(feedback))

    def _filled(self, filling: OneOf[Rich] | ManyOf[Rich] | TextAnswer[Rich]) -> Line:
        if isinstance(filling, TextAnswer):
            return (Run(self._any_of(filling.accepted)),)
        right = [line(option.text) for option in filling.options if option.correct]
        parts = [part for one in right for part in (f" {self._words.or_else} ", one)]
        return joined(*parts[1:])

    def _any_of(self, texts: Iterable[str]) -> str:
        return f" {self._words.or_else} ".join(texts)

    def _number(self, shape: NumberAnswer[Rich]) -> str:
        unit = f" {shape.unit}" if shape.unit else ""
        best = f"{shape.value:.15g}{unit}"
        if shape.tolerance:
            low, high = shape.value - shape.tolerance, shape.value + shape.tolerance
            best = self._words.between.format(answer=best, low=f"{low:.15g}", high=f"{high:.15g}")
        others = [unit for unit in shape.units if unit != shape.unit]
        return self._any_of([best, *(f"{shape.value:.15g} {unit}" for unit in others)])

    def _typed(self, mistakes: Iterable[tuple[str, Rich]], feedback: Feedback[Rich]) -> Iterator[Told]:
        for text, said in mistakes:
            yield Told((Run(text),), self._mark(is_right=False), blocks(said))
        for name, verdict in ((self._words.if_right, feedback.right), (self._words.if_wrong, feedback.wrong)):
            if verdict:
                yield Told((Run(name),), None, blocks(verdict))

    def _story(self, steps: tuple[StoryStep[Rich], ...]) -> Iterator[Told]:
        names = {step.id: self._words.step.format(number=number) for number, step in enumerate(steps, start=1)}
        for step in steps:
            for way in step.choices:
                goes = self._words.go_to.format(step=names[way.to].lower())
                yield Told(joined(f"{names[step.id]}: ", line(way.text), f" ({goes})"), None, blocks(way.feedback))
            if step.outcome:
                end = self._words.outcome(step.outcome)
                yield Told((Run(f"{names[step.id]}: {end}"),), None, ())
