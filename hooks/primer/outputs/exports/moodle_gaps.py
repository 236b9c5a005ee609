"""Write a text with gaps in Moodle's notation for them.

https://docs.moodle.org/405/en/Embedded_Answers_(Cloze)_question_type. Moodle takes a gap apart by signs and then
decodes entities, so each sign of an author that means something is written as an entity, whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from primer.kit.shapes import Gap, Gaps, TextAnswer
from primer.text.carried import pieces
from primer.text.rich import PICTURES, Rich

_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "{}~#\\\"'"}


def with_gaps(shape: Gaps[Rich], weight: int) -> Markup:
    """Return the text of a question, each gap where it stands and worth as much as the others."""
    gaps = {gap.id: gap for gap in shape.gaps}
    parts = pieces(shape.text, PICTURES)
    html = "".join(
        _gap(gaps[part], weight) if index % 2 else without_gaps(Markup(part)) for index, part in enumerate(parts)
    )
    return Markup(f"<p>{html}</p>")


def without_gaps(html: Markup) -> Markup:
    """Return HTML in which Moodle finds no gap, whatever an author wrote."""
    return Markup(str(html).replace("{", "&#123;"))


def _gap(gap: Gap[Rich], weight: int) -> str:
    kind = "SHORTANSWER" if isinstance(gap.filling, TextAnswer) else "MULTICHOICE"
    return f"{{{weight}:{kind}:{'~'.join(_alternatives(gap))}}}"


def _alternatives(gap: Gap[Rich]) -> Iterator[str]:
    filling = gap.filling
    if isinstance(filling, TextAnswer):
        said = filling.feedback
        yield from (_alternative(_typed(text), "=", said.right) for text in filling.accepted)
        yield from (_alternative(_typed(wrong.text), "%0%", wrong.feedback) for wrong in filling.mistakes)
        yield _alternative("*", "%0%", said.wrong)
    else:
        for option in filling.options:
            yield _alternative(_coded(option.text.marked), "=" if option.correct else "%0%", option.feedback)


def _alternative(answer: str, worth: str, said: Rich | None) -> str:
    return f"{worth}{answer}#{_coded(said.marked) if said else ''}"


def _typed(text: str) -> str:
    """Return what is typed, in which a star would stand for anything."""
    return _coded(text.replace("*", r"\*"))


def _coded(text: str) -> str:
    """Return a text that is itself again once Moodle has decoded its entities."""
    return escape(text, quote=False).translate(_SIGNS)
