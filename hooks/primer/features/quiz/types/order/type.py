"""Items to put in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from markupsafe import Markup

from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Text
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.ids import digest
from primer.features.quiz.question import Question, repeated
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Item, Markdown, Pair, Pairs, Sequence, Shape
from primer.kit.strings import Strings, StringTable, holds


class OrderItem(Model):
    """One of the items to put in order. ``feedback`` says why it stands where it does."""

    noun: ClassVar[str] = "an item to put in order"

    hover: ClassVar = {"text": "what is put in order", "feedback": "why it has its place"}

    text: MarkdownText
    feedback: MarkdownText


class Order(Question):
    """Put items in order. They are written in the right one."""

    hover: ClassVar = {"items": "the items, in their right order"}

    type: Literal["order"]
    items: Annotated[tuple[OrderItem, ...], AtLeast(3, "items")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        yield from repeated("item", [item.text for item in self.items], "items")


class OrderStrings(Strings):
    """Words around the items and on their buttons."""

    section: ClassVar[str] = "quiz_order"

    how: Text
    place: Text
    up: Text
    down: Text
    misplaced: Text


class OrderScriptStrings(Strings):
    """What is said of an item that was moved."""

    section: ClassVar[str] = "quiz_order_script"

    not_moved: Text
    moved: Annotated[Text, holds("item", "number", "total")]


@dataclass(frozen=True)
class OrderItemView:
    """An item to put in order, and its right place, counted from 1."""

    id: str
    dom: str
    text_html: Markup
    feedback_html: Markup
    place: int


@dataclass(frozen=True)
class OrderBody:
    """Items as they are shown at first, which is never the right order, and in the right one."""

    items: tuple[OrderItemView, ...]
    in_order: tuple[OrderItemView, ...]


class OrderType(QuestionType[Order]):
    """Put items in order."""

    name = "order"
    model = Order
    partial_credit = "items in their right place, of all items"
    anchored = ()
    strings = (OrderStrings,)
    script_strings = (OrderScriptStrings,)

    def edu_type(self, question: Order) -> str:
        return "Ordering"

    def body(self, question: Order, dom: str, maker: BodyMaker) -> OrderBody:
        right = [
            OrderItemView(id, f"{dom}--{id}", maker.inline(item.text), maker.inline(item.feedback), place)
            for place, item in enumerate(question.items, start=1)
            for id in [digest(item.text)]
        ]
        mixed = sorted(right, key=lambda item: digest(f"{question.id} {item.id}"))
        if all(one.place < other.place for one, other in pairwise(mixed)):
            mixed.append(mixed.pop(0))
        return OrderBody(tuple(mixed), tuple(right))

    def shapes(self, question: Order, strings: StringTable) -> tuple[Shape, ...]:
        items = tuple(Item(digest(item.text), Markdown(item.text), Markdown(item.feedback)) for item in question.items)
        numbered = (Pair(item.id, item.text, str(place), item.feedback) for place, item in enumerate(items, start=1))
        return Sequence(items), Pairs(tuple(numbered))

    def graded(self, question: Order) -> Graded:
        return tuple(item.text for item in question.items)


TYPE = OrderType()
