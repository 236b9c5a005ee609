"""Every word that templates and scripts show, in one language."""

from __future__ import annotations

import string
from typing import Annotated, Any, ClassVar, Self, cast

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel

from primer.model import BrokenRule, Model, Text, refusal


def holds(*names: str) -> AfterValidator:
    """Return the rule that a text keeps the places for ``names``, and has no others."""

    def check(text: str) -> str:
        try:
            parts = string.Formatter().parse(text)
            found = {_place(name, form, kind) for _, name, form, kind in parts if name is not None}
        except ValueError:
            rule = BrokenRule("placeholders", "a brace is open or stands alone", f"write {_braces(names)}")
            raise refusal(rule) from None
        if found != set(names):
            message = f"the text should hold {_braces(names)} and holds {_braces(sorted(found)) or 'none'}"
            raise refusal(BrokenRule("placeholders", message, f"write {_braces(names)}"))
        return text

    return AfterValidator(check)


def _place(name: str, form: str | None, kind: str | None) -> str:
    """Return what stands in braces, with all that could make ``str.format`` fail on a value."""
    return f"{name}{'!' + kind if kind else ''}{':' + form if form else ''}"


def _braces(names: Any) -> str:
    return ", ".join("{" + name + "}" for name in names)


def _known_locale(name: str) -> str:
    """Refuse a locale in which no date can be written."""
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        hint = "write a language and a country, such as en_GB"
        raise refusal(BrokenRule("bad-value", f"no locale '{name}' is known", hint)) from None
    return name


class Words(Model):
    """A section of words."""

    noun: ClassVar[str] = "this section of words"

    @classmethod
    def of_names(cls, prefix: str = "") -> Self:
        """Return words that each say only what they are called, to be seen where the real ones cannot be read."""
        names: dict[str, Any] = {}
        for name, field in cls.model_fields.items():
            inner = field.annotation
            section = isinstance(inner, type) and issubclass(inner, BaseModel)
            names[name] = inner.of_names(f"{name}.") if section else f"{prefix}{name}"  # type: ignore[union-attr]
        return cast("Self", cls.model_construct(**names))


class SiteWords(Words):
    """Words of the whole site."""

    language: Text
    locale: Annotated[Text, AfterValidator(_known_locale)]
    direction: Text
    skip: Text
    menu: Text
    menu_label: Text
    menu_close: Text
    on_this_page: Text
    search: Text
    search_nothing: Text
    search_failed: Text
    not_a_service: Text
    footer_label: Text
    about: Text
    privacy: Text
    accessibility: Text
    source: Text
    colours: Text
    colours_auto: Text
    colours_default: Text
    colours_slate: Text
    published_by: Annotated[Text, holds("name")]
    no_publisher: Text
    licence_text: Text
    licence_code: Text
    printed_from: Annotated[Text, holds("address")]
    moved: Text

    @classmethod
    def of_names(cls, prefix: str = "") -> Self:
        """Return names for the words, and English for what is no word: dates must still be written somehow."""
        english = {"language": "en", "locale": "en", "direction": "ltr"}
        return super().of_names(prefix).model_copy(update=english)


class PageWords(Words):
    """Words around the text of a page."""

    content_note: Text
    edit: Text


class HelpWords(Words):
    """Words of the way to help."""

    label: Text
    link: Text


class LeaveWords(Words):
    """Words of 'Leave this site'."""

    button: Text
    shift: Text
    two_more: Text
    one_more: Text
    expired: Text
    activated: Text
    shift_too: Text
    history: Text


class NotFoundWords(Words):
    """Words of the page for addresses that lead nowhere."""

    title: Text
    heading: Text
    why: Text
    search: Text
    start: Text
    home: Text
    warning_signs: Text
    options: Text
    trust: Text
    glossary: Text
    quizzes: Text


class QuizWords(Words):
    """Words in and around quizzes."""

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
    choose_one: Text
    choose_many: Text
    true_or_false: Text
    match: Text
    pick: Text
    order: Text
    up: Text
    down: Text
    misplaced: Text
    categorise: Text
    cloze: Text
    gap: Annotated[Text, holds("number")]
    short_answer: Text
    short_answer_label: Text
    numeric: Text
    numeric_unit: Annotated[Text, holds("unit")]
    numeric_label: Text
    reflect: Text
    reflect_label: Text
    model_answer: Text
    scenario: Text
    step: Annotated[Text, holds("number")]
    leads_to: Annotated[Text, holds("number")]
    back: Text
    outcome: Text
    outcome_good: Text
    outcome_mixed: Text
    outcome_poor: Text
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
    option_true: Text
    option_false: Text
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
    forget_all: Text
    forgotten: Text


class QuizScriptWords(Words):
    """Words that quiz.js says, with values that it fills in."""

    question_of: Annotated[Text, holds("number", "total")]
    mark_right: Text
    mark_wrong: Text
    mark_near: Text
    right: Text
    wrong: Text
    near: Text
    partly: Annotated[Text, holds("found", "total")]
    partly_one: Annotated[Text, holds("found", "total")]
    partly_many: Annotated[Text, holds("extra", "found", "total")]
    unit: Text
    not_a_number: Text
    reflected: Text
    ended_good: Text
    ended_mixed: Text
    ended_poor: Text
    nothing_chosen: Text
    nothing_typed: Text
    incomplete: Annotated[Text, holds("done", "total")]
    not_moved: Text
    not_ended: Text
    kept: Text
    moved: Annotated[Text, holds("item", "number", "total")]
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


class GuideWords(Words):
    """Words in and around guides. What guide.js fills in comes to it in data- attributes."""

    questions_one: Text
    questions_many: Annotated[Text, holds("number")]
    own_page: Text
    how_links: Text
    how_steps: Text
    raises: Annotated[Text, holds("topic")]
    answer: Text
    back: Text
    problem: Text
    nothing_chosen: Text
    level_ask: Text
    level_advice: Text
    level_safe: Text
    words: Text
    next: Text
    path: Text
    change: Text
    change_label: Annotated[Text, holds("question")]
    print: Text
    restart: Text
    catalogue_empty: Text


class PlannerWords(Words):
    """Words of the conversation planner."""

    how: Annotated[Text, holds("problem")]
    script: Annotated[Text, holds("way", "problem")]
    label: Text
    hint: Text
    copy_words: Text
    copied: Text
    not_copied: Text


class GlossaryWords(Words):
    """Words of the glossary."""

    letters: Text
    also_called: Annotated[Text, holds("names")]
    see_also: Text
    sources: Text
    used_on: Text
    more: Text
    filter: Text
    filter_hint: Text
    found_none: Text
    found_one: Text
    found_many: Annotated[Text, holds("number")]


class ReferencesWords(Words):
    """Words about references, and the names of fields of their records."""

    citation_label: Annotated[Text, holds("number", "reference")]
    kind: Annotated[Text, holds("kind")]
    recalled: Annotated[Text, holds("details")]
    used_on: Text
    field_author: Text
    field_title: Text
    field_journal: Text
    field_numbers: Text
    field_address: Text
    field_other: Text

    def field(self, name: str) -> str:
        """Return what a field of a bibliographic record is called."""
        return {
            "author": self.field_author,
            "title": self.field_title,
            "container-title": self.field_journal,
            "volume": self.field_numbers,
            "issue": self.field_numbers,
            "page": self.field_numbers,
            "DOI": self.field_address,
            "URL": self.field_address,
        }.get(name, self.field_other)


class HelpLinesWords(Words):
    """Words about help lines."""

    kind_emergency: Text
    kind_crisis: Text
    kind_listening: Text
    kind_text: Text
    kind_young_people: Text
    kind_sexual_violence: Text
    kind_violence_at_home: Text
    kind_poison: Text
    kind_other: Text

    def kind(self, name: str) -> str:
        """Return what a kind of service is called."""
        return str(getattr(self, f"kind_{name.replace('-', '_')}"))

    call: Annotated[Text, holds("number")]
    text: Annotated[Text, holds("number")]
    text_word: Annotated[Text, holds("number", "word")]
    hours: Text
    languages: Text
    not_confirmed: Text
    universal: Text
    recalled: Text
    emergency: Text
    emergency_source: Annotated[Text, holds("place")]


class PlacesWords(Words):
    """Words of everything that is listed by country."""

    choose: Text
    choose_for: Annotated[Text, holds("what")]
    only: Annotated[Text, holds("place")]
    all: Text
    show_all: Text
    change: Text
    site: Text
    published_by: Annotated[Text, holds("publisher")]
    seen_on: Text
    help_lines: Annotated[Text, holds("place")]
    routes: Annotated[Text, holds("place")]


class RoutesWords(Words):
    """Words about routes."""

    all: Text
    kind_title: Text
    kind_register: Text
    kind_complaint: Text
    kind_records: Text
    kind_other: Text

    def kind(self, name: str) -> str:
        """Return what a kind of route is called."""
        return str(getattr(self, f"kind_{name}"))

    deadline: Text
    recalled: Text


class FiguresWords(Words):
    """Words around figures."""

    in_words: Text
    what: Text
    value: Text
    share: Text
    range: Text
    from_to: Annotated[Text, holds("high", "low")]
    no_range: Text


class PublisherWords(Words):
    """Words about who publishes the site."""

    name: Text
    contact: Text
    funding: Text
    no_name: Text
    no_contact: Text
    conflicts: Text
    no_conflicts: Text
    no_funding: Text


class MissingWords(Words):
    """Words that stand where something could not be placed."""

    quiz: Annotated[Text, holds("id")]
    quiz_twice: Annotated[Text, holds("id")]
    routes: Annotated[Text, holds("place")]
    figure: Annotated[Text, holds("id")]
    figure_twice: Annotated[Text, holds("id")]
    guide: Annotated[Text, holds("id")]
    guide_twice: Annotated[Text, holds("id")]
    planner: Text
    placed_twice: Text
    settings: Text
    title: Text


class ExtrasWords(Words):
    """Words at the end of each page."""

    words: Text
    sources: Text
    source_in_list: Text
    back: Text
    back_one_of: Annotated[Text, holds("number", "total")]
    about: Text
    sources_checked: Text
    review_by: Text
    overdue: Text
    review: Text
    unreviewed: Text
    reviewed_by: Annotated[Text, holds("reviewer")]
    address: Text


class AssignmentWords(Words):
    """Words of the assignment builder."""

    quiz: Text
    topics: Text
    topic_one: Annotated[Text, holds("topic")]
    topic_many: Annotated[Text, holds("topic", "number")]
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
    text: Annotated[Text, holds("title", "link", "questions", "minutes", "more", "finish", "sheet", "help")]
    text_practice: Text
    text_exam: Text
    text_same: Text
    text_other: Text
    text_sensitive: Text
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


class CodesWords(Words):
    """Words beside codes to scan."""

    picture: Annotated[Text, holds("title")]
    draft: Text


class EmbedWords(Words):
    """Words of a page in a frame on another site."""

    source: Text
    sensitive: Text
    open: Annotated[Text, holds("title")]


class Strings(Words):
    """All words of a language."""

    noun: ClassVar[str] = "the file of words"

    site: SiteWords
    page: PageWords
    help: HelpWords
    leave: LeaveWords
    not_found: NotFoundWords
    quiz: QuizWords
    quiz_script: QuizScriptWords
    guide: GuideWords
    planner: PlannerWords
    glossary: GlossaryWords
    references: ReferencesWords
    help_lines: HelpLinesWords
    places: PlacesWords
    routes: RoutesWords
    figures: FiguresWords
    publisher: PublisherWords
    missing: MissingWords
    extras: ExtrasWords
    embed: EmbedWords
    assignment: AssignmentWords
    codes: CodesWords
