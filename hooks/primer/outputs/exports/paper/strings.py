"""The strings of quizzes on paper."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class PaperStrings(Strings):
    """Strings of quizzes on paper: how to answer with a pen, and what a key says."""

    section: ClassVar[str] = "paper"
    plurals: ClassVar = {"minutes": ("minutes",), "questions": ("number",), "weight": ("number",)}

    key: Text
    key_of: Annotated[Text, holds("title")]
    name: Text
    page: Annotated[Text, holds("number", "total")]
    draft: Text
    from_site: Annotated[Text, holds("site", "address")]
    from_draft: Annotated[Text, holds("site")]
    version: Annotated[Text, holds("version")]
    licence: Annotated[Text, holds("name", "address")]
    level_introductory: Text
    level_intermediate: Text
    level_professional: Text
    objectives: Text
    question: Annotated[Text, holds("number")]
    question_called: Annotated[Text, holds("number", "name")]

    how_one: Text
    how_statement: Text
    how_many: Text
    how_passage: Text
    how_pairs: Text
    how_order: Text
    how_groups: Text
    how_gaps: Text
    how_number: Text
    how_number_unit: Annotated[Text, holds("unit")]
    how_text: Text
    how_essay: Text
    how_story: Text

    letter: Text
    place: Text
    item: Text
    gap: Annotated[Text, holds("number")]
    pick: Annotated[Text, holds("number", "options")]
    go_to: Annotated[Text, holds("step")]

    step: Annotated[Text, holds("number")]
    outcome_good: Text
    outcome_mixed: Text
    outcome_poor: Text

    right: Text
    wrong: Text
    read_more: Annotated[Text, holds("title")]
    answer: Text
    or_else: Text
    belongs: Annotated[Text, holds("item", "match")]
    between: Annotated[Text, holds("answer", "low", "high")]
    if_right: Text
    if_wrong: Text
    why: Text
    hints: Text
    model_answer: Text

    def outcome(self, outcome: str) -> str:
        """Return how a story ends, in words."""
        return str(getattr(self, f"outcome_{outcome}"))

    def level(self, level: str) -> str:
        """Return what a level is called."""
        return str(getattr(self, f"level_{level}"))
