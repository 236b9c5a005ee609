"""The strings of the quiz."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class QuizStrings(Strings):
    """Strings in and around quizzes."""

    section: ClassVar[str] = "quiz"

    level_introductory: Text
    level_intermediate: Text
    level_professional: Text
    minutes_one: Text
    minutes_many: Annotated[Text, holds("minutes")]
    questions_one: Text
    questions_many: Annotated[Text, holds("number")]
    objectives: Text
    own_page: Text
    kept_in_tab: Text
    kept_nowhere: Text
    tools: Text
    remember: Text
    remember_hint: Text
    forget: Text
    print_questions: Text
    print_key: Text
    question_of: Annotated[Text, holds("number", "total")]
    pick: Text
    hint: Text
    hint_of: Annotated[Text, holds("number", "total")]
    check: Text
    retry: Text
    show_answer: Text
    explanation: Text
    see: Text
    mark_right: Text
    mark_wrong: Text
    right_answer: Text
    finish: Text
    finish_anyway: Text
    missing_title: Text
    results: Text
    by_objective: Text
    read: Text
    again: Text
    review: Text
    show_all: Text
    end_note: Text
    restart: Text
    sheet: Text
    sheet_about: Text
    sheet_name: Text
    sheet_name_hint: Text
    sheet_print: Text
    sheet_save: Text
    catalogue_empty: Text
    worth: Annotated[Text, holds("credit")]
    link_to_type: Text
    forget_all: Text
    forgotten: Text
    missing: Annotated[Text, holds("id")]
    twice: Annotated[Text, holds("id")]


class QuizScriptStrings(Strings):
    """Strings that quiz.js says, with values that it fills in."""

    section: ClassVar[str] = "quiz_script"

    question_of: Annotated[Text, holds("number", "total")]
    mark_right: Text
    mark_wrong: Text
    mark_near: Text
    right: Text
    wrong: Text
    near: Text
    partly: Annotated[Text, holds("found", "total")]
    nothing_chosen: Text
    nothing_typed: Text
    incomplete: Annotated[Text, holds("done", "total")]
    kept: Text
    missing_one: Text
    missing_many: Annotated[Text, holds("number")]
    score: Annotated[Text, holds("max", "score")]
    score_none: Text
    counts: Annotated[Text, holds("open", "partly", "right", "wrong")]
    first: Annotated[Text, holds("number")]
    passed: Annotated[Text, holds("mark")]
    not_passed: Annotated[Text, holds("mark")]
    objective_score: Annotated[Text, holds("max", "score")]
    showing: Annotated[Text, holds("number", "total")]
    exam: Text
    changed_one: Text
    changed_many: Annotated[Text, holds("number")]
    not_kept: Text
    remembered: Text
    forgotten: Text
    forgotten_elsewhere: Text
    sheet_quiz: Text
    sheet_version: Text
    sheet_date: Text
    sheet_name: Text
    sheet_score: Text
    sheet_answer: Text
    state_right: Text
    state_partly: Text
    state_near: Text
    state_wrong: Text
    state_done: Text
    state_open: Text
    seen_first: Text
