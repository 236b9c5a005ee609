"""The words that exports add to what authors wrote."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds
from primer.outputs.exports.losses import Loss


class ExportStrings(Strings):
    """Words of all formats."""

    section: ClassVar[str] = "exports"
    plurals: ClassVar = {"readme_pass_mark": ("number",)}

    content_note: Text
    help: Annotated[Text, holds("title", "address")]
    help_unknown: Annotated[Text, holds("title")]
    read_more: Text
    model_answer: Text
    right: Text
    wrong: Text
    step: Annotated[Text, holds("number")]
    leads_to: Annotated[Text, holds("number")]
    outcome_good: Text
    outcome_mixed: Text
    outcome_poor: Text
    objectives: Text
    card: Text
    card_hint: Text
    card_kind: Text
    glossary_deck: Text
    one_of: Annotated[Text, holds("options")]

    readme_from: Annotated[Text, holds("site", "address")]
    readme_draft: Text
    readme_version: Annotated[Text, holds("version", "language")]
    readme_licence: Annotated[Text, holds("name", "address")]
    readme_whole: Text
    readme_lost: Text
    readme_left_out: Text

    loss_hints: Text
    loss_explanation: Text
    loss_option_feedback: Text
    loss_feedback_together: Text
    loss_mistake_feedback: Text
    loss_formatting: Text
    loss_pictures: Text
    loss_order_as_matching: Text
    loss_sorting_as_matching: Text
    loss_gaps_as_typing: Text
    loss_number_as_text: Text
    loss_units: Text
    loss_speakers: Text
    loss_last_option: Text
    loss_branching: Text
    loss_partial_credit: Text
    loss_ticking_all: Text
    loss_near_spelling: Text
    loss_marked_by_hand: Text
    loss_weight: Text
    loss_learner_marks: Text
    loss_draw: Text
    loss_gaps_count: Text

    def loss(self, loss: Loss) -> str:
        """Return what a loss is in words."""
        return str(getattr(self, f"loss_{loss}"))
