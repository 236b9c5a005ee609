"""Items to sort into named groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from primer.core.diagnostics import did_you_mean
from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, Text
from primer.features.quiz.body import BodyMaker, OptionView, PartsBody, PartView
from primer.features.quiz.ids import digest
from primer.features.quiz.question import Question, repeated
from primer.features.quiz.question_type import Graded, QuestionType
from primer.features.quiz.shapes import Group, Groups, Markdown, Pair, Pairs, Shape, Sorted
from primer.kit.strings import Strings, StringTable


class Category(Model):
    """A group that items are sorted into."""

    noun: ClassVar[str] = "a category"

    hover: ClassVar = {"text": "what the group is called"}

    id: Slug
    text: MarkdownText


class CategoryItem(Model):
    """An item, and the group that it belongs to. ``feedback`` says why."""

    noun: ClassVar[str] = "an item to sort"

    hover: ClassVar = {
        "text": "what is sorted",
        "category": "the id of the group in which it belongs",
        "feedback": "why it belongs there",
    }

    text: MarkdownText
    category: Slug
    feedback: MarkdownText


class Categorise(Question):
    """Sort items into groups."""

    hover: ClassVar = {"categories": "the groups", "items": "what is sorted into them"}

    type: Literal["categorise"]
    categories: Annotated[tuple[Category, ...], AtLeast(2, "categories")]
    items: Annotated[tuple[CategoryItem, ...], AtLeast(2, "items")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        ids = [category.id for category in self.categories]
        yield from repeated("item", [item.text for item in self.items], "items")
        for index, item in enumerate(self.items):
            if item.category not in ids:
                hint = did_you_mean(item.category, ids) or f"one of: {', '.join(ids)}"
                message = f"there is no category '{item.category}'"
                yield BrokenRule("unknown-category", message, hint, ("items", index, "category"))


class CategoriseStrings(Strings):
    """Words around the items."""

    section: ClassVar[str] = "quiz_categorise"

    how: Text


class CategoriseType(QuestionType[Categorise]):
    """Sort items into groups."""

    name = "categorise"
    model = Categorise
    partial_credit = "items in their right group, of all items"
    anchored = ()
    strings = (CategoriseStrings,)

    def edu_type(self, question: Categorise) -> str:
        return "Matching"

    def body(self, question: Categorise, dom: str, maker: BodyMaker) -> PartsBody:
        names = {category.id: maker.inline(category.text) for category in question.categories}
        parts = []
        for number, item in enumerate(question.items, start=1):
            id = digest(item.text)
            part = f"{dom}--{id}"
            options = tuple(
                OptionView(category, f"{part}-{category}", name, category == item.category)
                for category, name in names.items()
            )
            label, said = maker.inline(item.text), maker.to_either(item.feedback)
            parts.append(PartView(id, part, label, names[item.category], options, feedback=said, number=number))
        return PartsBody(tuple(parts))

    def shapes(self, question: Categorise, strings: StringTable) -> tuple[Shape, ...]:
        groups = {category.id: Group(category.id, Markdown(category.text)) for category in question.categories}
        items = tuple(
            Sorted(digest(item.text), Markdown(item.text), item.category, Markdown(item.feedback))
            for item in question.items
        )
        pairs = (Pair(item.id, item.text, groups[item.group].text, item.feedback) for item in items)
        return Groups(tuple(groups.values()), items), Pairs(tuple(pairs))

    def graded(self, question: Categorise) -> Graded:
        groups = tuple((category.id, category.text) for category in question.categories)
        return groups, tuple((item.text, item.category) for item in question.items)


TYPE = CategoriseType()
