"""Write how a question is answered in Canvas, besides what is right."""

from __future__ import annotations

from collections.abc import Sequence as Several
from decimal import Decimal
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.shapes import Feedback, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, TextAnswer
from primer.outputs.exports.canvas_parts import (
    GENERAL,
    ONLY,
    RIGHT,
    WRONG,
    add_equal,
    add_feedback,
    add_field,
    add_material,
    add_options,
    add_score,
    condition,
    processing,
    say,
    say_otherwise,
)
from primer.outputs.exports.composing import marked, number, spoken
from primer.outputs.exports.xml import child
from primer.text.rich import Rich


def add_choice(
    item: Element, presentation: Element, prompt: Markup, shape: OneOf[Rich] | ManyOf[Rich], first: int
) -> None:
    """Add options of which one is right, or several; each has a feedback of its own."""
    options = list(zip(_numbers(first, shape.options), shape.options, strict=True))
    add_material(presentation, prompt)
    texts = [(id, spoken(option.speaker, marked(option.text))) for id, option in options]
    add_options(presentation, ONLY, texts, cardinality="Multiple" if isinstance(shape, ManyOf) else "Single")
    process = processing(item)
    say_otherwise(process, GENERAL)
    for id, option in options:
        if option.feedback:
            add_equal(condition(process), (ONLY, id))
            say(process, f"{id}_fb")
    right = condition(process, goes_on=False)
    if isinstance(shape, OneOf):
        add_equal(right, *((ONLY, id) for id, option in options if option.correct))
    else:
        every = child(right, "and")
        for id, option in options:
            add_equal(every if option.correct else child(every, "not"), (ONLY, id))
    add_score(process, None)
    for id, option in options:
        if option.feedback:
            add_feedback(item, f"{id}_fb", marked(option.feedback))


def add_pairs(
    item: Element, presentation: Element, prompt: Markup, shape: Pairs[Rich], first: int, *, is_new: bool
) -> None:
    """Add items, each with a list of all that can belong to it.

    Classic shows a match as it is written, so that has to be plain; New Quizzes takes plain words for HTML too.
    """
    texts = sorted({one.match.text for one in shape.pairs} | {one.text.text for one in shape.distractors}, key=_place)
    ids = dict(zip(texts, _numbers(first, texts), strict=True))
    items = list(zip(_numbers(first + 500, shape.pairs), shape.pairs, strict=True))
    add_material(presentation, prompt)
    for id, pair in items:
        left = pair.text.text if pair.text.is_plain and not is_new else marked(pair.text)
        matches = [(ids[text], Markup.escape(text) if is_new else text) for text in texts]
        add_options(presentation, f"response_{id}", matches, label=left)
    process = processing(item)
    say_otherwise(process, GENERAL)
    for id, pair in items:
        add_equal(condition(process), (f"response_{id}", ids[pair.match.text]))
        add_score(process, 100 / len(items))


def add_order(item: Element, presentation: Element, prompt: Markup, shape: Sequence[Rich], first: int) -> None:
    """Add steps to put in order. They are listed in another one, and no other answer is named anywhere."""
    steps = list(zip(_numbers(first, shape.items), shape.items, strict=True))
    add_material(presentation, prompt)
    response = child(presentation, "response_lid", ident=ONLY, rcardinality="Ordered")
    shown = child(child(response, "render_extension"), "ims_render_object", shuffle="No", orientation="Column")
    labels = child(shown, "flow_label")
    for id, step in sorted(steps, key=lambda one: one[1].id):
        add_material(child(labels, "response_label", ident=id), marked(step.text))
    process = processing(item)
    say_otherwise(process, GENERAL)
    add_equal(condition(process), *((ONLY, id) for id, _ in steps))
    add_score(process, None)


def add_groups(item: Element, presentation: Element, prompt: Markup, shape: Groups[Rich], first: int) -> None:
    """Add groups, each with a list of all items."""
    items = list(zip(_numbers(first, shape.items), shape.items, strict=True))
    groups = list(zip(_numbers(first + 500, shape.groups), shape.groups, strict=True))
    add_material(presentation, prompt)
    texts = [(id, Markup.escape(one.text.text)) for id, one in sorted(items, key=lambda one: one[1].id)]
    for id, group in groups:
        add_options(presentation, id, texts, label=Markup.escape(group.text.text), cardinality="Multiple")
    process = processing(item)
    say_otherwise(process, GENERAL)
    held = [(id, [one for one, sorted_one in items if sorted_one.group == group.id]) for id, group in groups]
    for id, inside in held:
        if inside:
            add_equal(condition(process), *((id, one) for one in inside))
            add_score(process, 100 / sum(bool(inside) for _, inside in held))


def add_text(item: Element, presentation: Element, prompt: Markup, shape: TextAnswer[Rich]) -> None:
    """Add a field for words. Whatever a condition names, Canvas accepts, so no mistake is named in any."""
    add_material(presentation, prompt)
    add_field(presentation)
    process = processing(item)
    say_otherwise(process, GENERAL)
    add_equal(condition(process, goes_on=False), *((ONLY, text) for text in shape.accepted))
    _add_verdicts(item, process, shape.feedback)


def add_number(item: Element, presentation: Element, prompt: Markup, shape: NumberAnswer[Rich]) -> None:
    """Add a field for a number."""
    value, margin = Decimal(number(shape.value)), Decimal(number(shape.tolerance))
    add_material(presentation, prompt)
    add_field(presentation, fibtype="Decimal")
    process = processing(item)
    say_otherwise(process, GENERAL)
    either = child(condition(process, goes_on=False), "or")
    add_equal(either, (ONLY, f"{value:f}"))
    within = child(either, "and")
    child(within, "vargte", f"{value - margin:f}", respident=ONLY)
    child(within, "varlte", f"{value + margin:f}", respident=ONLY)
    _add_verdicts(item, process, shape.feedback)


def add_writing(item: Element, presentation: Element, prompt: Markup) -> None:
    """Add a field for as many words as somebody likes."""
    add_material(presentation, prompt)
    add_field(presentation)
    process = processing(item)
    say_otherwise(process, GENERAL)
    child(condition(process, goes_on=False), "other")


def _add_verdicts(item: Element, process: Element, said: Feedback[Rich]) -> None:
    """Say that the condition added last is right, and what is said then, and otherwise."""
    add_score(process, None)
    if said.right:
        say(process, RIGHT)
        add_feedback(item, RIGHT, marked(said.right))
    if said.wrong:
        say_otherwise(process, WRONG)
        add_feedback(item, WRONG, marked(said.wrong))


def _numbers(first: int, those: Several[object]) -> list[str]:
    """Return a number for each of those."""
    return [str(number) for number in range(first + 1, first + 1 + len(those))]


def _place(text: str) -> tuple[float, str, str]:
    """Return by what matches are sorted: numbers by their value, words by their letters."""
    return int(text) if text.isdecimal() else float("inf"), text.casefold(), text
