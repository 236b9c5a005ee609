"""Keep of a file what its questions have in common, whichever type they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from primer.features.quiz.prompt import first_words
from primer.text.inline_markdown import gaps_in

from tools.importing.html_text import Block, joined
from tools.importing.items import Fields, ReadQuestion, ReadQuiz, Value
from tools.importing.plain_text import escaped
from tools.importing.texts import HTML, MARKDOWN, blocks

LEVELS = ("introductory", "intermediate", "professional")
FILL = "Fill in the gaps."
_OURS = ("type", "lang")
"""What our own exports say of a question and a file of ours does not need."""
_BOLD = re.compile(r"\*\*[^*]+\*\*")


def category(path: str, quiz: ReadQuiz) -> None:
    """Let the last part of a category be the title; ``//`` stands for a stroke in it."""
    parts = [part.replace("\0", "/").strip() for part in path.replace("//", "\0").split("/")]
    title = parts[-1]
    if title in ("", "top") or title.startswith("$"):
        return
    if quiz.fields.setdefault("title", title) != title:
        quiz.lost.append(f"the category '{title}': all questions are in one quiz")


def about(text: str, question: ReadQuestion, quiz: ReadQuiz) -> None:
    """Let the first paragraph of a text to show be the summary, and the others the introduction."""
    first, _, rest = text.partition("\n\n")
    if first and "summary" not in quiz.fields:
        quiz.fields["summary"] = first
        quiz.lost += question.lost
        if rest:
            quiz.fields["introduction"] = rest
    elif text:
        question.lose("a text that is shown among the questions")
        quiz.left_out.append(question)


def keep_tags(tags: Sequence[str], question: ReadQuestion, quiz: ReadQuiz) -> None:
    """Keep what tags of our own exports say; others are not kept."""
    for tag in tags:
        name, _, value = tag.partition(":")
        if name == "quiz":
            quiz.id = quiz.id or value
        elif name == "level" and value in LEVELS:
            quiz.fields.setdefault("level", value)
        elif name == "objective":
            quiz.objectives.setdefault(value)
        elif name == "version":
            quiz.is_ours = True
        elif name not in _OURS:
            question.lose(f"the tag '{tag}'")


def take_said(explanation: Sequence[Block], question: ReadQuestion) -> None:
    """Let what is told to everybody be the explanation.

    A list at its beginning, with an item for each pair or each thing to order, says why of each, behind bold words.
    """
    parts = question.fields.get("pairs") or question.fields.get("items")
    listed = next((n for n, block in enumerate(explanation) if not block.lead), len(explanation))
    if isinstance(parts, list) and listed == len(parts):
        for part, block in zip(parts, explanation, strict=False):
            if isinstance(part, dict) and (said := block.text[block.lead :].strip()):
                part.setdefault("feedback", said)
        explanation = explanation[listed:]
        question.lost = [what for what in question.lost if not what.startswith("a list")]
    _explain(joined(explanation), question)


def essay(model: Sequence[Block], explanation: Sequence[Block], question: ReadQuestion) -> None:
    """Let the notes to who marks an essay be the model answer.

    Where there are none, it is the paragraph below bold words at the beginning of what is told to everybody, or all
    that stands there up to the end of the last list.
    """
    if model and list(explanation[: len(model)]) == list(model):
        explanation = explanation[len(model) :]
    if not model and len(explanation) > 1 and _BOLD.fullmatch(explanation[0].text):
        model, explanation = explanation[:2], explanation[2:]
    listed = max((n for n, block in enumerate(explanation) if block.is_item), default=-1) + 1
    if not model and 0 < listed < len(explanation):
        model, explanation = explanation[:listed], explanation[listed:]
    if len(model) > 1 and _BOLD.fullmatch(model[0].text):
        model = model[1:]
    if model:
        question.fields["model_answer"] = joined(model)
    _explain(joined(explanation), question)


def as_gap(id: str, answers: Fields) -> Fields:
    """Return a gap that is filled as a question of these fields is answered. Its options are never shuffled."""
    gap: Fields = {"id": id, **{name: value for name, value in answers.items() if name != "type"}}
    options = gap.get("options")
    for option in options if isinstance(options, list) else []:
        if isinstance(option, dict):
            option.pop("last", None)
    return gap


def gapped(parts: Sequence[str], gaps: Sequence[Fields], format: str, question: ReadQuestion) -> Fields:
    """Return the fields of a text with gaps between its parts. What stands before its paragraph is the prompt."""
    marks = [f"{{{gap['id']}}}" if format == MARKDOWN else f'<span data-gap="{gap["id"]}"></span>' for gap in gaps]
    whole = parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))
    found = blocks(whole, MARKDOWN if format == MARKDOWN else HTML, question, gaps=True)
    first = next((n for n, block in enumerate(found) if gaps_in(block.text)), 0)
    prompt, text = joined(found[:first]).replace("\\{", "{"), " ".join(block.text for block in found[first:])
    if not prompt:
        question.lose(f"that nothing is asked before the text: '{FILL}' stands there")
    listed: list[Value] = list(gaps)
    return {"type": "cloze", "prompt": prompt or FILL, "text": text, "gaps": listed}


def without_what_is_ours(quiz: ReadQuiz) -> None:
    """Drop what our own exports write around the questions, where what is what can no longer be told."""
    if quiz.objectives:
        quiz.lost.append(f"the objectives {', '.join(quiz.objectives)}, of which the file has the ids alone")
    if quiz.is_ours and quiz.fields.pop("introduction", ""):
        quiz.lost = [what for what in quiz.lost if not what.startswith("a list")]
        quiz.lost.append("the introduction, the sections and the closing, which are one text in the file")


def name_as_label(question: ReadQuestion) -> None:
    """Let the name of a question be its label, unless it is only the beginning of what is asked."""
    name, prompt = question.name.rstrip(".… "), " ".join(str(question.fields.get("prompt", "")).split())
    begins = escaped(name), name, first_words(name)
    if name and not any(prompt.replace("**", "").startswith(begin.rstrip(".… ")) for begin in begins):
        question.fields["label"] = question.name


def _explain(explanation: str, question: ReadQuestion) -> None:
    if explanation:
        question.fields["explanation"] = explanation
