"""Place a quiz, or the list of all quizzes, where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.content import Content
from primer.current import CurrentPage
from primer.diagnostics import Problem, did_you_mean
from primer.fragments import Fragments
from primer.placement import Placer, settings, without_settings
from primer.quizzes.model import QuizId, QuizPlacement
from primer.quizzes.view import QuizView, question_dom, quiz_dom, quiz_summaries, quiz_texts, quiz_view
from primer.source.yaml import Document


def place_quiz(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``quiz``."""
    words = content.strings.missing

    def place(page: CurrentPage, document: Document) -> Markup:
        placement = settings(QuizPlacement, "quiz", page, document)
        if placement is None:
            return fragments.render("missing.html", message=words.settings)
        id = placement.id
        if id not in content.quizzes:
            if id not in content.broken_quizzes:
                problem = Problem(f"there is no quiz '{id}'", "quiz-unknown", did_you_mean(id, content.quizzes))
                page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.quiz.format(id=id))
        if id in page.use.quizzes:
            problem = Problem(f"the quiz '{id}' is on this page already", "quiz-twice", "remove one of the two fences")
            page.report.add(problem.at(document.place("id")))
            return fragments.render("missing.html", message=words.quiz_twice.format(id=id))
        page.use.quizzes[id] = None
        for text in quiz_texts(content.quizzes[id]):
            for citation in content.text.citations(text):
                page.use.data_sources.setdefault(citation.reference)
        questions = content.quizzes[id].questions
        page.use.anchors |= {quiz_dom(id), *(question_dom(id, question.id) for question in questions)}
        return page.promise(lambda: fragments.render("quiz.html", quiz=view(id, page)))

    def view(id: QuizId, page: CurrentPage) -> QuizView:
        return quiz_view(id, content, page.src_uri, sensitive=page.sensitive)

    return place


def place_catalogue(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``quizzes``."""

    def place(page: CurrentPage) -> Markup:
        page.use.catalogue = True
        page.use.anchors |= set(content.quizzes)
        return fragments.render("quizzes.html", quizzes=quiz_summaries(content, page.src_uri))

    return without_settings(place)
