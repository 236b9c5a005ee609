"""What the quiz fragments show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatchmethod
from hashlib import blake2s

from markupsafe import Markup

from primer.content import Content, quiz_page
from primer.pages.addresses import page_url, relative_url
from primer.quizzes.model import Choice, Question, Quiz, QuizId, TrueFalse
from primer.view import Link


@dataclass(frozen=True)
class OptionView:
    """An option. Its id depends on its text alone, so that saved answers survive a new order."""

    id: str
    dom: str
    text_html: Markup
    correct: bool
    feedback_html: Markup | None


@dataclass(frozen=True)
class QuestionView:
    """A question of any type; ``options`` is what its type makes of it."""

    id: str
    dom: str
    number: int
    type: str
    objective: str | None
    prompt_html: Markup
    hints_html: tuple[Markup, ...]
    many: bool
    options: tuple[OptionView, ...]
    explanation_html: Markup
    see: Link | None


@dataclass(frozen=True)
class ObjectiveView:
    """An objective."""

    id: str
    text_html: Markup


@dataclass(frozen=True)
class QuizView:
    """A quiz on a page. ``standalone`` says that the page is its own, with its title as heading."""

    id: str
    dom: str
    title: str
    summary_html: Markup
    level: str
    minutes: int
    sensitive: bool
    objectives: tuple[ObjectiveView, ...]
    questions: tuple[QuestionView, ...]
    standalone: bool
    heading_level: int
    url: str
    version: str


@dataclass(frozen=True)
class QuizSummary:
    """A quiz in the catalogue."""

    id: str
    title: str
    summary_html: Markup
    level: str
    minutes: int
    number_of_questions: int
    url: str


def quiz_dom(id: QuizId) -> str:
    """Return the id of a quiz's element on a page; its questions' begin with it."""
    return f"quiz-{id}"


def quiz_view(id: QuizId, content: Content, src_uri: str) -> QuizView:
    """Return the quiz ``id`` as it is shown on the page ``src_uri``."""
    quiz, base = content.quizzes[id], page_url(src_uri)
    maker = _QuestionMaker(content, base, quiz_dom(id))
    return QuizView(
        id=id,
        dom=maker.dom,
        title=quiz.title,
        summary_html=content.text.inline(quiz.summary, base),
        level=quiz.level,
        minutes=quiz.minutes,
        sensitive=quiz.sensitive,
        objectives=tuple(
            ObjectiveView(objective.id, content.text.inline(objective.text, base)) for objective in quiz.objectives
        ),
        questions=tuple(maker.view(number, question) for number, question in enumerate(quiz.questions, start=1)),
        standalone=src_uri == quiz_page(id),
        heading_level=3,
        url=relative_url(page_url(quiz_page(id)), base),
        version=_digest(quiz.model_dump_json()),
    )


def quiz_summaries(content: Content, src_uri: str) -> tuple[QuizSummary, ...]:
    """Return all quizzes as the page ``src_uri`` lists them, by level and then by title."""
    levels = ("introductory", "intermediate", "professional")
    ordered = sorted(content.quizzes.items(), key=lambda item: (levels.index(item[1].level), item[1].title, item[0]))
    base = page_url(src_uri)
    return tuple(
        QuizSummary(
            id=id,
            title=quiz.title,
            summary_html=content.text.inline(quiz.summary, base, listed=False),
            level=quiz.level,
            minutes=quiz.minutes,
            number_of_questions=len(quiz.questions),
            url=relative_url(page_url(quiz_page(id)), base),
        )
        for id, quiz in ordered
    )


def quiz_texts(quiz: Quiz) -> tuple[str, ...]:
    """Return every text of a quiz that may cite, in the order in which it is shown."""
    found = [quiz.summary, *(objective.text for objective in quiz.objectives)]
    for question in quiz.questions:
        found += [question.prompt, *question.hints]
        if isinstance(question, Choice):
            found += [text for option in question.options for text in (option.text, option.feedback) if text]
        else:
            found += [text for text in (question.feedback.right, question.feedback.wrong) if text]
        found.append(question.explanation)
    return tuple(found)


def answers(question: Question, content: Content) -> tuple[list[str], list[str]]:
    """Return the right and the wrong options of a question as plain text."""
    options = _QuestionMaker(content, "", "").options(question, "")
    right = [option.text_html.striptags() for option in options if option.correct]
    return right, [option.text_html.striptags() for option in options if not option.correct]


@dataclass(frozen=True)
class _QuestionMaker:
    content: Content
    base: str
    dom: str

    def view(self, number: int, question: Question) -> QuestionView:
        text = self.content.text
        dom = f"{self.dom}-{question.id}"
        options = self.options(question, dom)
        return QuestionView(
            id=question.id,
            dom=dom,
            number=number,
            type=question.type,  # type: ignore[attr-defined]  # each type of question has one
            objective=question.objective,
            prompt_html=text.inline(question.prompt, self.base),
            hints_html=tuple(text.inline(hint, self.base) for hint in question.hints),
            many=sum(option.correct for option in options) > 1,
            options=options,
            explanation_html=text.paragraphs(question.explanation, self.base),
            see=self.see(question),
        )

    def see(self, question: Question) -> Link | None:
        if question.see is None:
            return None
        page = question.see.removeprefix("/").partition("#")[0]
        return Link(self.content.text.address(question.see, self.base), self.content.titles.of(page))

    @singledispatchmethod
    def options(self, question: Question, dom: str) -> tuple[OptionView, ...]:
        """Return what there is to choose from. Each type of question says so for itself."""
        raise TypeError(f"no options are known for {type(question).__name__}")

    @options.register
    def _(self, question: Choice, dom: str) -> tuple[OptionView, ...]:
        return tuple(self.option(dom, o.text, o.feedback, correct=o.correct) for o in question.options)

    @options.register
    def _(self, question: TrueFalse, dom: str) -> tuple[OptionView, ...]:
        words, feedback = self.content.strings.quiz, question.feedback
        marked = ((words.option_true, question.answer), (words.option_false, not question.answer))
        return tuple(
            self.option(dom, text, feedback.right if correct else feedback.wrong, correct=correct)
            for text, correct in marked
        )

    def option(self, dom: str, text: str, feedback: str | None, *, correct: bool) -> OptionView:
        id = _digest(text)
        html = self.content.text.inline
        return OptionView(
            id, f"{dom}-{id}", html(text, self.base), correct, html(feedback, self.base) if feedback else None
        )


def _digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=4).hexdigest()
