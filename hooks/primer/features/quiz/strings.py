"""The strings of the quiz."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds


class QuizStrings(Strings):
    """Strings in and around quizzes."""

    section: ClassVar[str] = "quiz"
    plurals: ClassVar = {
        "minutes": ("minutes",),
        "questions": ("number",),
        "objectives_more": ("number",),
        "weight": ("number",),
        "practice_again": ("number",),
        "practice_open": ("number",),
    }

    level_introductory: Text
    level_intermediate: Text
    level_professional: Text
    objectives: Text
    own_page: Text
    start: Text
    close: Text
    view_all: Text
    view_one: Text
    view_class: Text
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
    next: Text
    skip: Text
    previous: Text
    all_questions: Text
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
    next_quiz: Annotated[Text, holds("title")]
    all_quizzes: Text
    exam_kept: Text
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
    begun: Text
    finished: Text
    catalogue_empty: Text
    practice_empty: Text
    practice_right: Text
    worth: Annotated[Text, holds("credit")]
    link_to_type: Text
    samples: Text
    forget_all: Text
    forgotten: Text
    missing: Annotated[Text, holds("id")]
    twice: Annotated[Text, holds("id")]


class QuizScriptStrings(Strings):
    """Strings that quiz.js says, with values that it fills in."""

    section: ClassVar[str] = "quiz_script"
    plurals: ClassVar = {
        "incomplete": ("total", "done"),
        "missing": ("number",),
        "counts_right": ("number",),
        "counts_partly": ("number",),
        "counts_wrong": ("number",),
        "counts_open": ("number",),
        "first": ("number",),
        "passed": ("mark",),
        "not_passed": ("mark",),
        "showing": ("total", "number"),
        "changed": ("number",),
    }

    question_of: Annotated[Text, holds("number", "total")]
    mark_right: Text
    mark_wrong: Text
    mark_near: Text
    start: Text
    next: Text
    go_on: Annotated[Text, holds("number")]
    to_results: Text
    where: Annotated[Text, holds("number", "total")]
    right: Text
    wrong: Text
    near: Text
    partly: Annotated[Text, holds("found", "total")]
    nothing_chosen: Text
    nothing_typed: Text
    class_discuss: Text
    class_show: Text
    class_hide: Text
    class_next: Text
    class_screen: Text
    class_talk: Text
    kept: Text
    went_right: Text
    went_well: Text
    went_partly: Text
    went_open: Text
    score_none: Text
    counts: Annotated[Text, holds("parts", "total")]
    attempt: Annotated[Text, holds("number")]
    objective_right: Text
    objective_partly: Text
    objective_again: Text
    objective_open: Text
    points: Annotated[Text, holds("max", "score")]
    not_here: Annotated[Text, holds("what")]
    exam: Text
    not_kept: Text
    no_room: Text
    not_loaded: Text
    not_arranged: Text
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
    state_given: Text
    seen_first: Text
