"""The strings of the assignment."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class AssignmentStrings(Strings):
    """Strings of the assignment builder."""

    section: ClassVar[str] = "assignment"
    plurals: ClassVar = {"topic": ("number", "topic")}

    quiz: Text
    topics: Text
    draw: Text
    draw_hint: Text
    order: Text
    shuffle_questions: Text
    shuffle_options: Text
    seed: Text
    seed_hint: Text
    seed_pick: Text
    exam: Text
    exam_hint: Text
    summary: Annotated[Text, holds("number", "questions", "minutes")]
    too_many: Annotated[Text, holds("number")]
    no_topic: Text
    link: Text
    instructions: Text
    frame: Text
    frame_hint: Text
    no_frame: Text
    copy_link: Text
    copy_instructions: Text
    copy_frame: Text
    copied: Text
    not_copied: Text
    draft: Text
    text: Annotated[Text, holds("title", "link", "questions", "minutes", "more", "finish", "sheet", "talk")]
    text_practice: Text
    text_exam: Text
    text_same: Text
    text_other: Text
    text_sensitive: Text
    text_help: Annotated[Text, holds("help")]
    by_hand: Text
    by_hand_about: Text
    write: Text
    effect: Text
    example: Text
    effect_objective: Text
    effect_question: Text
    effect_draw: Text
    effect_shuffle: Text
    effect_seed: Text
    effect_exam: Text
    topics_about: Text


class QuizCodesStrings(Strings):
    """Strings beside codes to scan."""

    section: ClassVar[str] = "codes"

    picture: Annotated[Text, holds("title")]
    draft: Text
