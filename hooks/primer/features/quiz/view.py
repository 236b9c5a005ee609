"""What the quiz fragments show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from primer.core.sorting import SortKey, sort_key
from primer.core.urls import Link, page_url, relative_url
from primer.features.quiz.body import BodyMaker
from primer.features.quiz.model import QUIZZES, Level, Objective, Quiz, QuizId, Section, quiz_page
from primer.features.quiz.prompt import first_words, story_and_question, title_in
from primer.features.quiz.question import Question
from primer.features.quiz.registry import type_of
from primer.features.quiz.strings import QuizScriptStrings
from primer.features.quiz.versions import question_version, quiz_version
from primer.kit.content import Content
from primer.kit.strings import StringTable
from primer.text.block_markdown import first_paragraph


@dataclass(frozen=True)
class QuestionView:
    """A question of any type; ``body`` is what its type makes of it, and ``version`` changes with what is graded."""

    id: str
    dom: str
    number: int
    type: str
    template: str
    """The template that shows its body."""
    objective: str | None
    label: str
    """Its short name."""
    is_labelled: bool
    """Whether an author gave it that name; else it is the beginning of the prompt."""
    story_html: Markup | None
    """What the first paragraph of the prompt says before it asks something."""
    prompt_html: Markup
    """What it asks, for a legend, which holds no block."""
    material_html: Markup
    """The rest of the prompt: paragraphs, tables, code."""
    hints_html: tuple[Markup, ...]
    body: object
    explanation_html: Markup
    see: Link | None
    version: str
    weight: int
    """How many questions it counts as."""


@dataclass(frozen=True)
class SectionView:
    """Questions that stand together, below a heading where ``title`` is given."""

    id: str | None
    title: str | None
    text_html: Markup | None
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class ObjectiveView:
    """An objective."""

    id: str
    text_html: Markup
    reads: tuple[Link, ...]
    """What to read for it: what the author says, or else what its questions lead to."""
    draw: int | None
    """How many of its questions are asked; None for all."""


@dataclass(frozen=True)
class NextQuiz:
    """A quiz to go on with."""

    id: str
    title: str
    url: str


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
    introduction_html: Markup | None
    sections: tuple[SectionView, ...]
    closing_html: Markup | None
    shuffles: str
    """Which of ``questions`` and ``options`` are shuffled, with a space between them."""
    seed: int | None
    pass_mark: int | None
    standalone: bool
    url: str
    version: str
    script_strings: Mapping[str, str]
    """What quiz.js says, in this quiz."""
    catalogue: Link | None
    """The list of all quizzes, where there is one."""
    next_quizzes: tuple[NextQuiz, ...]
    """Those to go on with, the best first; on its own page alone."""

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """The questions of all sections."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def reads(self) -> tuple[tuple[Link, tuple[str, ...]], ...]:
        """What to read, each page once, with the objectives for which it is read."""
        found: dict[str, tuple[Link, list[str]]] = {}
        for objective in self.objectives:
            for read in objective.reads:
                found.setdefault(read.title, (read, []))[1].append(objective.id)
        return tuple((read, tuple(objectives)) for read, objectives in found.values())


@dataclass(frozen=True)
class QuizSummary:
    """A quiz in the catalogue."""

    id: str
    title: str
    summary_html: Markup
    level: str
    minutes: int
    number_of_questions: int
    is_kept: bool
    """Whether a browser may keep that somebody has begun it."""
    url: str


CATALOGUE = "quizzes/index.md"
"""The page above those of quizzes, which lists them."""
NUMBER_OF_NEXT = 6
"""Enough for a reader who has done some of them already."""


def quiz_dom(id: QuizId) -> str:
    """Return the id of a quiz's element on a page; the ids of all that is in it begin with it."""
    return f"quiz-{id}"


def question_dom(quiz: QuizId, question: str) -> str:
    """Return the id of a question's element. No id has two hyphens in a row, so two can never be the same."""
    return f"{quiz_dom(quiz)}--{question}"


def quiz_view(
    id: QuizId, content: Content, src_uri: str, *, sensitive: bool = False, made: Quiz | None = None
) -> QuizView:
    """Return the quiz ``id`` as it is shown on the page ``src_uri``, which may itself be ``sensitive``.

    A quiz that was ``made`` has no file.
    """
    quiz, base = made or content[QUIZZES].items[id], page_url(src_uri)
    text = content.text
    maker = _QuestionMaker(content, base, id)
    return QuizView(
        id=id,
        dom=quiz_dom(id),
        title=quiz.title,
        summary_html=text.inline(quiz.summary, base),
        level=quiz.level,
        minutes=quiz.minutes,
        sensitive=quiz.sensitive or sensitive,
        objectives=tuple(maker.objective(objective, quiz) for objective in quiz.objectives),
        introduction_html=text.paragraphs(quiz.introduction, base) if quiz.introduction else None,
        sections=tuple(maker.sections(quiz)),
        closing_html=text.paragraphs(quiz.closing, base) if quiz.closing else None,
        shuffles=" ".join(name for name in ("questions", "options") if getattr(quiz.shuffle, name)),
        seed=quiz.shuffle.seed,
        pass_mark=quiz.pass_mark,
        standalone=src_uri == content.own(quiz_page(id)),
        url=relative_url(page_url(content.own(quiz_page(id))), base),
        version=quiz_version(quiz),
        script_strings=_script_strings(quiz, content.strings),
        catalogue=maker.see(f"/{content.own(CATALOGUE)}"),
        next_quizzes=_next_quizzes(id, content, base) if src_uri == content.own(quiz_page(id)) else (),
    )


def quiz_summaries(content: Content, src_uri: str) -> tuple[QuizSummary, ...]:
    """Return all quizzes as the page ``src_uri`` lists them, by level and then by title."""
    base = page_url(src_uri)
    return tuple(
        QuizSummary(
            id=id,
            title=quiz.title,
            summary_html=content.text.inline(quiz.summary, base, listed=False),
            level=quiz.level,
            minutes=quiz.minutes,
            number_of_questions=len(quiz.questions),
            is_kept=not quiz.sensitive,
            url=relative_url(page_url(content.own(quiz_page(id))), base),
        )
        for id, quiz in by_level(content)
    )


def by_level(content: Content) -> list[tuple[QuizId, Quiz]]:
    """Return all quizzes by level and then by title."""
    levels = get_args(Level)

    def place(item: tuple[QuizId, Quiz]) -> tuple[int, SortKey, QuizId]:
        id, quiz = item
        return levels.index(quiz.level), sort_key(quiz.title, content.language), id

    return sorted(content[QUIZZES].items.items(), key=place)


def _next_quizzes(id: QuizId, content: Content, base: str) -> tuple[NextQuiz, ...]:
    """Return quizzes of the level of ``id``, those after it in the catalogue first, and then those of higher levels."""
    quizzes = by_level(content)
    at = [one for one, _ in quizzes].index(id)
    level = quizzes[at][1].level
    after, before = quizzes[at + 1 :], quizzes[:at]
    same = [one for one in (*after, *before) if one[1].level == level]
    higher = [one for one in after if one[1].level != level]
    return tuple(
        NextQuiz(one, quiz.title, relative_url(page_url(content.own(quiz_page(one))), base))
        for one, quiz in [*same, *higher][:NUMBER_OF_NEXT]
    )


def _script_strings(quiz: Quiz, strings: StringTable) -> dict[str, str]:
    """Return what quiz.js says in any quiz, and of answers to the types of question in this one."""
    types = {question.type: type_of(question) for question in quiz.questions}
    words = strings[QuizScriptStrings]
    found = words.by_name()
    for number in (2, 3, 4):
        found[f"list_{number}"] = words.listed(f"{{{index}}}" for index in range(number))
    for name in sorted(types):
        for group in types[name].script_strings:
            found |= strings[group].by_name()
    return found


@dataclass(frozen=True)
class _QuestionMaker:
    content: Content
    base: str
    quiz: QuizId

    def sections(self, quiz: Quiz) -> list[SectionView]:
        """Return the sections in order, each with its questions; those of no section come first, below no heading."""
        parts: list[Section | None] = [None, *quiz.sections]
        found, number = [], 0
        for part in parts:
            questions = []
            for question in quiz.questions:
                if question.section == (part.id if part else None):
                    number += 1
                    questions.append(self.question(number, question))
            if questions:
                text_html = self.content.text.inline(part.text, self.base) if part and part.text else None
                id, title = (part.id, part.title) if part else (None, None)
                found.append(SectionView(id, title, text_html, tuple(questions)))
        return found

    def question(self, number: int, question: Question) -> QuestionView:
        type, text = type_of(question), self.content.text
        lead, rest = first_paragraph(question.prompt)
        story, asked = story_and_question(lead)
        dom = question_dom(self.quiz, question.id)
        label = question.label or title_in(lead)
        return QuestionView(
            id=question.id,
            dom=dom,
            number=number,
            type=type.name,
            template=type.template,
            objective=question.objective,
            label=label or first_words(text.plain(lead)),
            is_labelled=question.label is not None,
            story_html=text.inline(story, self.base) if story else None,
            prompt_html=text.inline(asked, self.base),
            material_html=text.paragraphs(rest, self.base) if rest else Markup(),
            hints_html=tuple(text.inline(hint, self.base) for hint in question.hints),
            body=type.body(question, dom, BodyMaker(self.content, self.base)),
            explanation_html=text.paragraphs(question.explanation, self.base),
            see=self.see(question.see),
            version=question_version(question),
            weight=question.weight,
        )

    def objective(self, objective: Objective, quiz: Quiz) -> ObjectiveView:
        targets = [objective.see] if objective.see else [q.see for q in quiz.questions if q.objective == objective.id]
        reads = tuple(link for target in dict.fromkeys(targets) if (link := self.see(target)))
        draw = next((pool.number for pool in quiz.draw if pool.objective == objective.id), None)
        return ObjectiveView(objective.id, self.content.text.inline(objective.text, self.base), reads, draw)

    def see(self, target: str | None) -> Link | None:
        page = (target or "").removeprefix("/").partition("#")[0]
        if target is None or page not in self.content.pages:
            return None  # it was reported; no file is read that is no page of the site
        return Link(self.content.text.address(target, self.base), self.content.titles.of(page))
