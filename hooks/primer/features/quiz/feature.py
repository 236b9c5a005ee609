"""Quizzes as a feature: a page each, a fence to place one, and a list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from markupsafe import Markup

from primer.features.quiz.check import check_quiz
from primer.features.quiz.exported import exported_quizzes
from primer.features.quiz.model import QUIZZES, Quiz, quiz_page
from primer.features.quiz.practice import practised
from primer.features.quiz.registry import TYPES, type_of
from primer.features.quiz.samples import SAMPLES, sample_quiz
from primer.features.quiz.strings import QuizScriptStrings, QuizStrings
from primer.features.quiz.structured_data import described
from primer.features.quiz.type_guide import type_views
from primer.features.quiz.view import QuizView, question_dom, quiz_dom, quiz_summaries, quiz_view
from primer.kit.content import Content, GeneratedPage
from primer.kit.context import Context
from primer.kit.drawing import DRAWINGS, decoration
from primer.kit.due import Due, due_for_review
from primer.kit.exported import ExportedQuiz, Origin
from primer.kit.feature import CATALOGUE_STYLE, Feature, Item, Pack
from primer.kit.page import CurrentPage
from primer.kit.placement import PlacedKind, Placer, only_once, place_by_id, without_settings
from primer.kit.sources import DataFolder, Folder, Key
from primer.kit.texts import AnchorLink

FENCE = "quiz"
KEPT = ("all", "glossary")
"""What no quiz can be called: the folders of exports that hold more than one."""
RESULTS = "results"
"""The drawing above the results."""
EMBEDS = "quizzes"
"""The folder below ``/embed/`` in which the embeds of quizzes stand."""


TYPE_SCRIPTS = Pack("quiz-types.js", "quiz.js", tuple(name for type in TYPES.values() for name in type.scripts))
"""The scripts of the types of question that a page has; they register where ``quiz.js`` looks for them."""


class Quizzes(Feature):
    """Questions that are answered and marked in the page."""

    name = "quiz"
    translated = sources = (Folder(QUIZZES, "quizzes", Quiz, FENCE),)
    strings = (
        QuizStrings,
        QuizScriptStrings,
        *(group for type in TYPES.values() for group in (*type.strings, *type.script_strings)),
    )
    placed = ("quiz", "quizzes", "practice", "question-types", "question-samples")
    shows: ClassVar = {"quiz": QUIZZES}
    styles = ("quiz.css",)
    styles_below: ClassVar = {"quiz.css": tuple(name for type in TYPES.values() for name in type.styles)}
    scripts = (TYPE_SCRIPTS, "quiz.js", "quizzes.js", "practice.js")
    drawings = (RESULTS,)
    embeds = EMBEDS

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folder of the quiz, and those of its types of question."""
        return self.folder, *(type.folder for type in TYPES.values())

    def generated_pages(self, loaded: Mapping[Key[Any], Any], folder: DataFolder) -> Iterator[GeneratedPage]:
        """Yield a page for each quiz."""
        quizzes = loaded[QUIZZES]
        for id in sorted(quizzes.ids):
            quiz = quizzes.items.get(id)
            file = f"{folder.label}/quizzes/{id}.yml"
            yield GeneratedPage(quiz_page(id), file, quiz.title if quiz else id, FENCE, id, EMBEDS).about(quiz)

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in each quiz."""
        quizzes = content[QUIZZES]
        for id, quiz in quizzes.items.items():
            if id in KEPT:
                message, hint = f"the id '{id}' is kept for what holds every quiz", "give the file another name"
                folder.report.add(quizzes.documents[id].location_of(), message, "quiz-kept-id", hint)
            yield from check_quiz(quiz, quizzes.documents[id], content.text, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers each fence in ``placed``."""
        quizzes, strings = context.content[QUIZZES], context.content.strings[QuizStrings]
        kind = PlacedKind(FENCE, quizzes.items, quizzes.broken, strings.missing, strings.twice)
        catalogue = without_settings(lambda page: _catalogue(page, context))
        practice = without_settings(lambda page: _practice(page, context))
        explained = without_settings(lambda page: _explained(page, context))
        tried = without_settings(lambda page: _samples(page, context))
        return {
            FENCE: place_by_id(kind, context.templates, partial(_place, context)),
            "quizzes": only_once("quizzes", context.templates, catalogue),
            "practice": only_once("practice", context.templates, practice),
            "question-types": only_once("question-types", context.templates, explained),
            "question-samples": only_once("question-samples", context.templates, tried),
        }

    def describe(self, page: CurrentPage, content: Content, address: str | None) -> Item | None:
        """Return the quiz for which a page was made."""
        made = content.generated.get(page.src_uri)
        quiz = content[QUIZZES].items.get(made.id) if made and made.fence == FENCE else None
        return described(quiz, content) if quiz else None

    def exported(self, content: Content, origin: Origin) -> Iterator[ExportedQuiz]:
        """Yield every quiz, by id."""
        return exported_quizzes(content, origin)

    def exported_pages(self, content: Content) -> Iterator[str]:
        """Yield the path of the page of each quiz."""
        return map(quiz_page, content[QUIZZES].items)

    def due(self, content: Content) -> Iterator[Due]:
        """Yield each quiz on the day by which it has to be reviewed."""
        return due_for_review(content[QUIZZES].items, content[QUIZZES].documents)


FEATURE = Quizzes()


def _place(context: Context, page: CurrentPage, id: str) -> Markup:
    content, templates = context.content, context.templates
    quiz = content[QUIZZES].items[id]
    page.sensitive |= quiz.sensitive
    if page.src_uri != quiz_page(id):
        page.on_request.add("quiz")
    _ask_for(page, id, quiz)
    page.cite(quiz, content.text)

    def part() -> Markup:
        view = quiz_view(id, content, page.src_uri, sensitive=page.sensitive)
        return templates.render("quiz/quiz.html", quiz=view, questions=_questions(view, page, context))

    return page.defer(part)


def _questions(view: QuizView, page: CurrentPage, context: Context) -> Markup:
    """Return the questions and their results, none of which is searched."""
    drawing = decoration(context.content[DRAWINGS], RESULTS)
    return page.exclude_from_search(context.templates.kept("quiz/questions.html", quiz=view, drawing_html=drawing))


def _ask_for(page: CurrentPage, id: str, quiz: Quiz) -> None:
    """Add what a page with a quiz has: its scripts and styles, and the ids to which links can lead."""
    page.assets |= {"quiz.css", "quiz.js"}
    page.assets |= {name for question in quiz.questions for name in type_of(question).scripts}
    page.anchors |= {quiz_dom(id), *(question_dom(id, question.id) for question in quiz.questions)}


def _samples(page: CurrentPage, context: Context) -> Markup:
    content, templates = context.content, context.templates
    quiz = sample_quiz(content.strings[QuizStrings].samples)
    _ask_for(page, SAMPLES, quiz)
    view = quiz_view(SAMPLES, content, page.src_uri, made=quiz)
    return templates.render("quiz/samples.html", quiz=view, questions=_questions(view, page, context))


def _catalogue(page: CurrentPage, context: Context) -> Markup:
    page.assets |= {CATALOGUE_STYLE, "quizzes.js"}
    page.anchors |= set(context.content[QUIZZES].items)
    summaries = quiz_summaries(context.content, page.src_uri)
    return context.templates.render("quiz/catalogue.html", quizzes=summaries)


def _practice(page: CurrentPage, context: Context) -> Markup:
    page.assets |= {CATALOGUE_STYLE, "practice.js"}
    quizzes = practised(context.content, page.src_uri)
    page.anchors |= {quiz.id for quiz in quizzes}
    return context.templates.render("quiz/practice.html", quizzes=quizzes)


def _explained(page: CurrentPage, context: Context) -> Markup:
    page.anchors |= set(TYPES)
    return context.templates.render("quiz/question-types.html", types=type_views(context.content, page.src_uri))
