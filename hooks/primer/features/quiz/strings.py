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
    objectives_more: Annotated[Text, holds("number")]
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
    weight: Annotated[Text, holds("number")]
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
    practice_again: Annotated[Text, holds("number")]
    practice_open: Annotated[Text, holds("number")]
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
    incomplete: Annotated[Text, holds("done", "total")]
    class_discuss: Text
    class_show: Text
    class_hide: Text
    class_next: Text
    class_screen: Text
    class_talk: Text
    kept: Text
    missing_one: Text
    missing_many: Annotated[Text, holds("number")]
    went_right: Text
    went_well: Text
    went_partly: Text
    went_open: Text
    score_none: Text
    counts_right: Annotated[Text, holds("number")]
    counts_partly: Annotated[Text, holds("number")]
    counts_wrong: Annotated[Text, holds("number")]
    counts_open: Annotated[Text, holds("number")]
    counts: Annotated[Text, holds("parts", "total")]
    first: Annotated[Text, holds("number")]
    passed: Annotated[Text, holds("mark")]
    not_passed: Annotated[Text, holds("mark")]
    objective_right: Text
    objective_partly: Text
    objective_again: Text
    objective_open: Text
    points: Annotated[Text, holds("max", "score")]
    showing: Annotated[Text, holds("number", "total")]
    exam: Text
    changed_one: Text
    changed_many: Annotated[Text, holds("number")]
    not_kept: Text
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
