"""What a question asks on paper: boxes to tick, blanks and lines to fill, steps to go through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2s
from itertools import pairwise
from string import ascii_lowercase
from typing import assert_never

from primer.kit.exported import Item
from primer.kit.shapes import (
    Choosable,
    Essay,
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
from primer.kit.shapes import Item as OrderItem
from primer.kit.strings import StringTable
from primer.outputs.exports.paper.blocks import Line, blocks, joined, line
from primer.outputs.exports.paper.model import Blanks, Boxes, Choice, Gapped, Lines, Step, Steps, Task, Way
from primer.outputs.exports.paper.strings import PaperStrings
from primer.text.rich import Rich

LINES_OF_ESSAY = 8
BLANK = "\u00a0________________"
"""What is filled in; it stays with the number before it."""


def task(id: str, shape: Item, strings: StringTable) -> tuple[str, Task]:
    """Return how to answer a question with a pen, and what there is to fill in; ``id`` is that of the question."""
    words = strings[PaperStrings]
    found: tuple[str, Task]
    match shape:
        case OneOf(options) | ManyOf(options):
            found = _how_to_choose(shape, words), Boxes(tuple(lettered(options)))
        case Pairs(pairs):
            found = words.how_pairs, _blanks(words, (pair.text for pair in pairs), matches(shape))
        case Groups(groups, items):
            found = words.how_groups, _blanks(words, (item.text for item in items), (group.text for group in groups))
        case Sequence(ordered):
            in_line = tuple(line(item.text) for item in mixed(id, ordered))
            found = words.how_order, Blanks((words.place, words.item), in_line)
        case Gaps():
            found = words.how_gaps, _gapped(shape, words)
        case NumberAnswer(unit=unit):
            found = words.how_number_unit.format(unit=unit) if unit else words.how_number, Lines(1, unit or "")
        case TextAnswer():
            found = words.how_text, Lines(1)
        case Essay():
            found = words.how_essay, Lines(LINES_OF_ESSAY)
        case Story():
            found = words.how_story, _story(shape, words)
        case _:
            assert_never(shape)
    return found


def letter(number: int) -> str:
    """Return what the choice with this number, counted from 0, is called: a to z, then aa."""
    before, last = divmod(number, len(ascii_lowercase))
    return (letter(before - 1) if before else "") + ascii_lowercase[last]


def lettered(options: Iterable[Choosable[Rich]]) -> Iterator[Choice]:
    """Yield options with their letters."""
    for number, option in enumerate(options):
        yield Choice(letter(number), line(option.text), option.speaker)


def matches(shape: Pairs[Rich]) -> list[Rich]:
    """Return what can be chosen for an item, each once, from A to Z."""
    found = {one.text: one for one in [*(pair.match for pair in shape.pairs), *(one.text for one in shape.distractors)]}
    return sorted(found.values(), key=lambda one: (one.text.casefold(), one.text))


def mixed(id: str, items: tuple[OrderItem[Rich], ...]) -> list[OrderItem[Rich]]:
    """Return items in an order that is always the same, and never the right one."""
    found = sorted(items, key=lambda item: blake2s(f"{id} {item.id}".encode()).digest())
    places = [items.index(item) for item in found]
    if all(one < other for one, other in pairwise(places)):
        found.append(found.pop(0))
    return found


def _how_to_choose(shape: OneOf[Rich] | ManyOf[Rich], words: PaperStrings) -> str:
    if shape.is_passage:
        return words.how_passage
    if isinstance(shape, ManyOf):
        return words.how_many
    return words.how_statement if shape.is_statement else words.how_one


def _blanks(words: PaperStrings, items: Iterable[Rich], choices: Iterable[Rich]) -> Blanks:
    """Return items with a blank for the letter of a choice before each."""
    named = tuple(Choice(letter(number), line(text)) for number, text in enumerate(choices))
    return Blanks((words.letter, words.item), tuple(line(item) for item in items), named)


def _gapped(shape: Gaps[Rich], words: PaperStrings) -> Gapped:
    numbers = {gap.id: number for number, gap in enumerate(shape.gaps, start=1)}
    filled = (
        replace(run, text=f"({numbers[run.gap]}){BLANK}", gap=None) if run.gap else run for run in line(shape.text)
    )
    picks = []
    for gap in shape.gaps:
        if not isinstance(gap.filling, TextAnswer):
            options: list[Line | str] = []
            for option in gap.filling.options:
                options += [" / "] if options else []
                options.append(line(option.text))
            before, _, after = words.pick.partition("{options}")
            number = numbers[gap.id]
            picks.append(joined(before.format(number=number), *options, after.format(number=number)))
    return Gapped(tuple(filled), tuple(picks))


def _story(shape: Story[Rich], words: PaperStrings) -> Steps:
    names = {step.id: words.step.format(number=number) for number, step in enumerate(shape.steps, start=1)}
    return Steps(
        tuple(
            Step(
                names[step.id],
                blocks(step.text),
                tuple(Way(line(way.text), words.go_to.format(step=names[way.to].lower())) for way in step.choices),
                words.outcome(step.outcome) if step.outcome else None,
            )
            for step in shape.steps
        )
    )
