"""Write texts with gaps as Canvas has them: a name in brackets, and a list of answers for each."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.shapes import Gap, Gaps, TextAnswer
from primer.outputs.exports.canvas_parts import (
    GENERAL,
    add_equal,
    add_material,
    add_options,
    add_score,
    condition,
    processing,
    say_otherwise,
)
from primer.outputs.exports.strings import ExportStrings
from primer.text.carried import pieces
from primer.text.rich import PICTURES, Rich


def is_picked(shape: Gaps[Rich]) -> bool:
    """Tell whether each gap has a list to pick from; otherwise, all are typed in Canvas."""
    return all(not isinstance(gap.filling, TextAnswer) for gap in shape.gaps)


def add_gaps(
    item: Element, presentation: Element, prompt: Markup, shape: Gaps[Rich], first: int, words: ExportStrings
) -> None:
    """Add a text with gaps."""
    names = _names(shape, prompt)
    add_material(presentation, prompt + _text(shape, names, words))
    right: list[tuple[str, list[str]]] = []
    for place, gap in enumerate(shape.gaps):
        ident, answers = f"response_{names[gap.id]}", _answers(gap, is_picked=is_picked(shape))
        numbers = [str(first + place * 100 + number) for number in range(1, len(answers) + 1)]
        texts = [text for text, _ in answers]
        add_options(presentation, ident, list(zip(numbers, texts, strict=True)), label=names[gap.id])
        right.append((ident, [id for id, (_, is_right) in zip(numbers, answers, strict=True) if is_right]))
    process = processing(item)
    say_otherwise(process, GENERAL)
    for ident, ids in right:
        for id in ids if is_picked(shape) else ids[:1]:
            add_equal(condition(process), (ident, id))
            add_score(process, 100 / len(right))


def _answers(gap: Gap[Rich], *, is_picked: bool) -> list[tuple[str, bool]]:
    """Return each answer that is listed for a gap, with whether it is right; of gaps to type in, these alone."""
    if isinstance(gap.filling, TextAnswer):
        return [(text, True) for text in gap.filling.accepted]
    options = [(option.text.text, option.correct) for option in gap.filling.options]
    return options if is_picked else [one for one in options if one[1]]


def _text(shape: Gaps[Rich], names: dict[str, str], words: ExportStrings) -> Markup:
    """Return the text with the name of each gap in its place, and with the list of one that should be picked from."""
    lists = {gap.id: "" if is_picked(shape) else _list(gap, words) for gap in shape.gaps}
    parts = pieces(shape.text, PICTURES)
    html = (f"[{names[part]}]{lists[part]}" if index % 2 else part for index, part in enumerate(parts))
    return Markup("<p>{}</p>").format(Markup("".join(html)))


def _list(gap: Gap[Rich], words: ExportStrings) -> str:
    if isinstance(gap.filling, TextAnswer):
        return ""
    options = Markup(" / ").join(Markup(option.text.marked) for option in gap.filling.options)
    return str(Markup(" ({})").format(Markup(Markup.escape(words.one_of)).format(options=options)))


def _names(shape: Gaps[Rich], prompt: Markup) -> dict[str, str]:
    """Return the name of each gap: its id, or with signs behind it where the text has that in brackets itself."""
    written = prompt + Markup("".join(pieces(shape.text)[::2]))
    names: dict[str, str] = {}
    for gap in shape.gaps:
        name = gap.id
        while f"[{name}]" in written or name in names.values():
            name += "_"
        names[gap.id] = name
    return names
