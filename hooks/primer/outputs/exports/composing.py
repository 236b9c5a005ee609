"""Compose the HTML that stands around the answers of a question, in the words of its author.

Everything returned here marks its pictures as ``Rich.marked`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from primer.core.urls import Link
from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.shapes import (
    Essay,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    StoryStep,
    TextAnswer,
)
from primer.outputs.exports.readme import about_lines, note_lines
from primer.outputs.exports.strings import ExportStrings
from primer.text.rich import Rich

Said = tuple[Markup, Markup]
"""Part of a question, and what is said to whoever answered it."""


def marked(text: Rich) -> Markup:
    """Return the HTML of a text."""
    return Markup(text.marked)


def paragraph(text: Rich) -> Markup:
    """Return a text as one or more paragraphs."""
    html = marked(text)
    return html if html.startswith(("<p>", "<pre>", "<table>")) else Markup("<p>{}</p>").format(html)


def said_of(shape: Item, words: ExportStrings) -> Iterator[Said]:
    """Yield what is said of each part of an answer, where a platform says it all at once."""
    match shape:
        case OneOf(options) | ManyOf(options):
            yield from ((marked(one.text), marked(one.feedback)) for one in options if one.feedback)
        case Pairs(pairs):
            yield from ((_arrow(one.text, one.match), marked(one.feedback)) for one in pairs)
        case Sequence(items):
            yield from ((marked(one.text), marked(one.feedback)) for one in items)
        case Groups(groups, items):
            names = {group.id: group.text for group in groups}
            yield from ((_arrow(one.text, names[one.group]), marked(one.feedback)) for one in items)
        case TextAnswer(mistakes=mistakes):
            yield from ((Markup.escape(one.text), marked(one.feedback)) for one in mistakes)
        case NumberAnswer(mistakes=numbers):
            yield from ((Markup.escape(number(one.value)), marked(one.feedback)) for one in numbers)
        case Gaps(gaps=gaps):
            for gap in gaps:
                if isinstance(gap.filling, TextAnswer):
                    yield from verdicts_of(gap.filling, f"{gap.label}: ", words)
                yield from said_of(gap.filling, words)
        case Essay() | Story():
            pass


def verdicts_of(shape: TextAnswer[Rich], name: str, words: ExportStrings) -> Iterator[Said]:
    """Yield what is said to what is typed, right or wrong, behind the ``name`` of where it is typed."""
    said = ((words.right, shape.feedback.right), (words.wrong, shape.feedback.wrong))
    yield from ((Markup.escape(name + verdict), marked(one)) for verdict, one in said if one)


def listed(said: Iterable[Said]) -> Markup:
    """Return what is said of parts, as a list; nothing where there are none."""
    items = [Markup("<li><strong>{}</strong> {}</li>").format(part, feedback) for part, feedback in said]
    return Markup("<ul>{}</ul>").format(Markup("").join(items)) if items else Markup()


def explained(question: ExportedQuestion, words: ExportStrings, said: Iterable[Said] = ()) -> Markup:
    """Return what is said to everybody after the answer: of each part, why it is so, what to read."""
    return listed(said) + paragraph(question.explanation) + read_more(question.see, words)


def read_more(see: Link | None, words: ExportStrings) -> Markup:
    """Return where to read more; nothing where no address is known."""
    if see is None or not see.url:
        return Markup()
    return Markup('<p>{}: <a href="{}">{}</a></p>').format(words.read_more, see.url, see.title)


def model_answer(shape: Essay[Rich], words: ExportStrings) -> Markup:
    """Return the answer to compare one's own with."""
    return Markup("<p><strong>{}</strong></p>{}").format(words.model_answer, paragraph(shape.model_answer))


def story(shape: Story[Rich], words: ExportStrings) -> tuple[Markup, Markup]:
    """Return a story as it is read before an answer, besides what comes of each choice."""
    numbers = {step.id: count for count, step in enumerate(shape.steps, start=1)}
    told = Markup("").join(_told(step, numbers, words) for step in shape.steps)
    return told, Markup("").join(_outcomes(step, numbers, words) for step in shape.steps if step.choices)


def around(quiz: ExportedQuiz, left_out: Iterable[ExportedQuestion] = ()) -> Markup:
    """Return what stands before the questions of a quiz, or where a platform has no other place for it.

    ``left_out`` are those that the file cannot hold.
    """
    words = quiz.strings[ExportStrings]
    parts = [Markup("<p>{}</p>").format(line) for line in note_lines(quiz)]
    parts.append(paragraph(quiz.summary))
    if quiz.introduction:
        parts.append(paragraph(quiz.introduction))
    if quiz.objectives:
        items = Markup("").join(Markup("<li>{}</li>").format(marked(one.text)) for one in quiz.objectives)
        parts.append(Markup("<p>{}:</p><ul>{}</ul>").format(words.objectives, items))
    for section in quiz.sections:
        parts.append(Markup("<p><strong>{}</strong></p>").format(section.title))
        parts += [paragraph(section.text)] if section.text else []
    if quiz.closing:
        parts.append(paragraph(quiz.closing))
    missing = Markup("").join(Markup("<li>{}: {}</li>").format(one.id, one.name) for one in left_out)
    parts += [Markup("<p>{}:</p><ul>{}</ul>").format(words.readme_left_out, missing)] if missing else []
    parts += [Markup("<p>{}</p>").format(line) for line in about_lines(quiz)]
    return Markup("").join(parts)


def number(value: float) -> str:
    """Return a number as its author wrote it."""
    return f"{value:.15g}"


def spoken(speaker: str | None, html: Markup) -> Markup:
    """Return a sentence with who says it, where somebody does."""
    return Markup("{}: {}").format(speaker, html) if speaker else html


def _arrow(one: Rich, other: Rich) -> Markup:
    return Markup("{} → {}").format(marked(one), marked(other))


def _told(step: StoryStep[Rich], numbers: dict[str, int], words: ExportStrings) -> Markup:
    heading = Markup("<p><strong>{}</strong></p>").format(words.step.format(number=numbers[step.id]))
    choices = Markup("").join(
        Markup("<li>{} ({})</li>").format(marked(one.text), words.leads_to.format(number=numbers[one.to]))
        for one in step.choices
    )
    ending = Markup("<p>{}</p>").format(getattr(words, f"outcome_{step.outcome}")) if step.outcome else Markup()
    return heading + paragraph(step.text) + (Markup("<ul>{}</ul>").format(choices) if choices else ending)


def _outcomes(step: StoryStep[Rich], numbers: dict[str, int], words: ExportStrings) -> Markup:
    said = ((marked(one.text), marked(one.feedback)) for one in step.choices)
    return Markup("<p>{}</p>").format(words.step.format(number=numbers[step.id])) + listed(said)
