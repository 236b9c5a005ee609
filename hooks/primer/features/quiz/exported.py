"""Make frozen items of quizzes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from primer.core.urls import Link, absolute_url, page_url
from primer.features.quiz.model import QUIZZES, Objective, Quiz, QuizId, Section, quiz_page
from primer.features.quiz.prompt import first_words, title_in
from primer.features.quiz.question import Question
from primer.features.quiz.registry import type_of
from primer.features.quiz.versions import question_version, quiz_version
from primer.kit.content import Content
from primer.kit.exported import ExportedObjective, ExportedQuestion, ExportedQuiz, ExportedSection, Origin, every_text
from primer.kit.mapped import TextsOf, mapped
from primer.kit.shapes import Markdown
from primer.text.block_markdown import first_paragraph
from primer.text.carried import CarriedText, picture_name
from primer.text.rich import Rich, one_line


def exported_quizzes(content: Content, origin: Origin) -> Iterator[ExportedQuiz]:
    """Yield every quiz of a site, by id."""
    maker = _Maker(content, origin)
    for id in sorted(content[QUIZZES].items):
        yield maker.quiz(id)


@dataclass(frozen=True)
class _Maker:
    content: Content
    origin: Origin

    @cached_property
    def text(self) -> CarriedText:
        return CarriedText(self.content.text, self.origin.url)

    @cached_property
    def to(self) -> TextsOf[Rich]:
        def of(render: Callable[[str], Rich]) -> Callable[[str], Rich]:
            return lambda text: render(text) if isinstance(text, Markdown) else Rich.plain(text)

        return TextsOf(of(self.text.line), of(self.text.whole), self.text.gapped)

    def quiz(self, id: QuizId) -> ExportedQuiz:
        quiz, page = self.content[QUIZZES].items[id], quiz_page(id)
        sections = {section.id: self.section(section) for section in quiz.sections}
        objectives = {one.id: self.objective(one, quiz) for one in quiz.objectives}
        order = {section: place for place, section in enumerate([None, *sections])}
        questions = sorted(quiz.questions, key=lambda question: order.get(question.section, len(order)))
        licence, made_page = self.content.settings.licences.text, self.content.generated.get(page)
        made = tuple(
            self.question(
                f"{id}.{question.id}",
                number,
                question,
                sections.get(question.section or ""),
                objectives.get(question.objective or ""),
            )
            for number, question in enumerate(questions, start=1)
        )
        texts = [self.text.line(quiz.summary), *(self._optional(one) for one in (quiz.introduction, quiz.closing))]
        return ExportedQuiz(
            id=id,
            title=one_line(quiz.title),
            summary=self.text.line(quiz.summary),
            language=self.content.language,
            level=quiz.level,
            minutes=quiz.minutes,
            version=quiz_version(quiz),
            origin=self.origin,
            src_uri=page,
            address=absolute_url(self.origin.url, page_url(page)),
            licence=Link(licence.url, licence.name) if licence else None,
            is_sensitive=quiz.sensitive,
            content_note=made_page.content_note if made_page else None,
            objectives=tuple(objectives.values()),
            introduction=texts[1],
            closing=texts[2],
            sections=tuple(sections.values()),
            questions=made,
            shuffles_questions=quiz.shuffle.questions,
            shuffles_options=quiz.shuffle.options,
            pass_mark=quiz.pass_mark,
            pictures=self.pictures([*texts, *sections.values(), *objectives.values(), *made]),
            strings=self.content.strings,
        )

    def question(
        self,
        id: str,
        number: int,
        question: Question,
        section: ExportedSection | None,
        objective: ExportedObjective | None,
    ) -> ExportedQuestion:
        type, (lead, _) = type_of(question), first_paragraph(question.prompt)
        return ExportedQuestion(
            id=id,
            number=number,
            name=one_line(question.label or title_in(lead) or first_words(self.content.text.plain(lead))),
            type=type.name,
            version=question_version(question),
            weight=question.weight,
            section=section,
            objective=objective,
            prompt=self.text.whole(question.prompt),
            hints=tuple(self.text.line(hint) for hint in question.hints),
            explanation=self.text.whole(question.explanation),
            see=self.see(question.see),
            shapes=tuple(mapped(shape, self.to) for shape in type.shapes(question, self.content.strings)),
        )

    def section(self, section: Section) -> ExportedSection:
        return ExportedSection(section.id, one_line(section.title), self._optional(section.text))

    def objective(self, objective: Objective, quiz: Quiz) -> ExportedObjective:
        draw = next((pool.number for pool in quiz.draw if pool.objective == objective.id), None)
        return ExportedObjective(objective.id, self.text.line(objective.text), self.see(objective.see), draw)

    def see(self, target: str | None) -> Link | None:
        page = (target or "").removeprefix("/").partition("#")[0]
        if target is None or page not in self.content.pages:
            return None  # it was reported
        return Link(self.text.address(target, ""), self.content.titles.of(page))

    def pictures(self, items: list[object]) -> tuple[tuple[str, bytes], ...]:
        """Return each picture that is in one of these items."""
        texts = (text for item in items for text in every_text(item))
        paths = sorted({path for text in texts if isinstance(text, Rich) for path in text.pictures})
        return tuple((picture_name(path), (self._docs / path).read_bytes()) for path in paths)

    @property
    def _docs(self) -> Path:
        return self.content.titles.docs

    def _optional(self, text: str | None) -> Rich | None:
        return self.text.whole(text) if text else None
