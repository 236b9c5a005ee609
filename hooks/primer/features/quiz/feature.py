"""Place a quiz, or the list of all quizzes, where a page asks for it."""

from __future__ import annotations

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.kit.templates import Fragments
from primer.kit.placement import Named, Placer, by_id, without_settings
from primer.features.quiz.view import question_dom, quiz_dom, quiz_summaries, quiz_view


def place_quiz(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``quiz``."""
    words = content.strings.missing
    quizzes = Named(
        noun="quiz",
        known=content.quizzes,
        broken=content.broken_quizzes,
        used=lambda use: use.quizzes,
        missing=words.quiz,
        again=words.quiz_twice,
    )

    def place(page: CurrentPage, id: str) -> Markup:
        quiz = content.quizzes[id]
        page.sensitive |= quiz.sensitive
        page.cite(quiz, content.text)
        page.use.anchors |= {quiz_dom(id), *(question_dom(id, question.id) for question in quiz.questions)}

        def part() -> Markup:
            view = quiz_view(id, content, page.src_uri, sensitive=page.sensitive)
            questions = page.unsearched(fragments.render("quiz-questions.html", quiz=view))
            return fragments.render("quiz.html", quiz=view, questions=questions)

        return page.promise(part)

    return by_id(quizzes, fragments, words.settings, place)


def place_catalogue(content: Content, fragments: Fragments) -> Placer:
    """Return what answers a fence ``quizzes``."""

    def place(page: CurrentPage) -> Markup:
        page.use.catalogue = True
        page.use.anchors |= set(content.quizzes)
        return fragments.render("quizzes.html", quizzes=quiz_summaries(content, page.src_uri))

    return without_settings(place)
