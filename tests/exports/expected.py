"""What a file should say, from what an author wrote, without asking the exporters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from primer.core.model import prose
from primer.core.yaml import with_plain_ends
from primer.features.quiz.model import Quiz
from primer.kit.content import Content

from tests.exports.readers.reading import Right, line, words

Plain = Callable[[str], str]
Expected = tuple[str, Right, dict[str, str]]


def shown(content: Content) -> Plain:
    """What a page shows of a text that may hold Markdown, by the words of its HTML."""
    return lambda text: words(str(content.text.paragraphs(with_plain_ends(text).strip("\n"), "")))


@dataclass(frozen=True)
class Written:
    """A question as its author wrote it, in words."""

    id: str
    question: Any
    content: Content

    @property
    def plain(self) -> Plain:
        return shown(self.content)

    def told(self) -> list[str]:
        """All that is asked and explained: nothing of it may be missing anywhere."""
        texts = [text for path, text in prose(self.question) if path[0] != "hints" and path != ("text",)]
        return [self.plain(text) for text in texts]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.question, name)


def written(quiz: Quiz, id: str, content: Content) -> dict[str, Written]:
    """Every question by its id."""
    return {f"{id}.{question.id}": Written(f"{id}.{question.id}", question, content) for question in quiz.questions}


def options(all: Any, plain: Plain) -> dict[str, Right]:
    right = frozenset(plain(one.text) for one in all if one.correct)
    return {"right": right, "wrong": frozenset(plain(one.text) for one in all) - right}


def said_to_options(all: Any, plain: Plain) -> dict[str, str]:
    return {plain(one.text): plain(one.feedback) for one in all if one.feedback}


def speakers(passage: Any, plain: Plain) -> list[tuple[str, Any]]:
    """Each sentence behind who says it."""
    speaker, found = None, []
    for sentence in passage:
        if sentence.paragraph or sentence.speaker is not None:
            speaker = sentence.speaker
        text = plain(sentence.text)
        found.append((line(f"{speaker}: {text}" if speaker else text), sentence))
    return found


def typed(one: Any) -> dict[str, Right]:
    return {
        "accepted": tuple(map(line, one.accepted)),
        "mistakes": tuple(line(mistake.text) for mistake in one.mistakes),
    }


def gaps_in_order(question: Any) -> list[Any]:
    return sorted(question.gaps, key=lambda gap: question.text.index("{" + gap.id + "}"))


def pairs(question: Any, plain: Plain) -> dict[str, Right]:
    match question.type:
        case "match":
            items = {plain(one.item): line(one.match) for one in question.pairs}
            return {**items, "": frozenset(map(line, question.distractors))}
        case "categorise":
            names = {one.id: plain(one.text) for one in question.categories}
            return {**{plain(one.text): names[one.category] for one in question.items}, "": frozenset()}
        case _:
            return {
                **{plain(one.text): str(place) for place, one in enumerate(question.items, start=1)},
                "": frozenset(),
            }


def number(value: float) -> str:
    return f"{value:.15g}"


def in_moodle(one: Written) -> Expected:  # noqa: PLR0911 - one for each type
    """The kind of a question in Moodle, what is right, and what is said to each answer."""
    question, plain = one.question, one.plain
    match question.type:
        case "choice":
            return _kind(question.options), options(question.options, plain), said_to_options(question.options, plain)
        case "highlight":
            spoken = speakers(question.passage, plain)
            said = {text: plain(sentence.feedback) for text, sentence in spoken}
            chosen = frozenset(text for text, sentence in spoken if sentence.correct)
            return _kind(question.passage), {"right": chosen, "wrong": frozenset(said) - chosen}, said
        case "true-false":
            answer = str(question.answer).lower()
            said = {answer: question.feedback.right, _not(question.answer): question.feedback.wrong}
            return "judge", question.answer, {answer: plain(text) for answer, text in said.items() if text}
        case "match" | "categorise":
            return "pairs", pairs(question, plain), {}
        case "order":
            steps = {plain(item.text): plain(item.feedback) for item in question.items}
            return "order", tuple(steps), steps
        case "cloze":
            said = {}
            for place, gap in enumerate(gaps_in_order(question), start=1):
                inside = said_to_options(gap.options, plain) if gap.options else _said_to_typed(gap, plain)
                said |= {f"{place} {answer}": text for answer, text in inside.items()}
            return "gaps", tuple(_gap(gap, plain) for gap in gaps_in_order(question)), said
        case "short-answer":
            return "text", typed(question), _said_to_typed(question, plain)
        case "numeric":
            said = {number(question.answer): question.feedback.right, "(anything)": question.feedback.wrong}
            said |= {number(mistake.value): mistake.feedback for mistake in question.mistakes}
            return (
                "number",
                in_numbers(question, longest=50),
                {answer: plain(text) for answer, text in said.items() if text},
            )
        case "reflect":
            return "essay", f"One way to answer {plain(question.model_answer)}", {}
        case _:
            return "essay", "", {}


def in_canvas(one: Written, *, is_new: bool) -> Expected:  # noqa: PLR0911 - one for each type
    """The same in Canvas."""
    question, plain = one.question, one.plain
    kind, right, said = in_moodle(one)
    match question.type:
        case "order" if not is_new:
            return "pairs", pairs(question, plain), {}
        case "order":
            return kind, right, {}
        case "cloze":
            gaps = gaps_in_order(question)
            if all(gap.options for gap in gaps):
                return "gaps", tuple(options(gap.options, plain) for gap in gaps), {}
            return "gaps", tuple({"accepted": _accepted(gap, plain)} for gap in gaps), {}
        case "short-answer":
            accepted: Right = {"accepted": tuple(map(line, question.accepted))}
            return "text", accepted, _verdicts(question, plain, "right", "wrong")
        case "numeric":
            low, high = (float(f"{question.answer + sign * question.tolerance:.12g}") for sign in (-1, 1))
            bounds: Right = {"value": question.answer, "low": low, "high": high}
            return "number", bounds, _verdicts(question, plain, "right", "wrong")
        case _:
            return kind, right, said


def in_rows(one: Written) -> Expected:  # noqa: PLR0911 - one for each type
    """The same in what programs read, which knows no kinds of platforms."""
    question, plain = one.question, one.plain
    kind, right, said = in_moodle(one)
    match question.type:
        case "choice":
            return "options", right, said
        case "highlight":
            right = frozenset(plain(sentence.text) for sentence in question.passage if sentence.correct)
            said = {plain(sentence.text): plain(sentence.feedback) for sentence in question.passage}
            return "options", {"right": right, "wrong": frozenset(said) - right}, said
        case "true-false":
            names = {"true": "True", "false": "False"}
            wanted = frozenset([str(question.answer)])
            chosen: Right = {"right": wanted, "wrong": frozenset(["True", "False"]) - wanted}
            return "options", chosen, {names[answer]: text for answer, text in said.items()}
        case "match":
            return kind, right, {plain(pair.item): plain(pair.feedback) for pair in question.pairs}
        case "categorise":
            return kind, right, {plain(item.text): plain(item.feedback) for item in question.items}
        case "cloze":
            said = {}
            for gap in gaps_in_order(question):
                inside = said_to_options(gap.options, plain) | _verdicts(gap, plain, "yes", "no")
                inside |= {line(mistake.text): plain(mistake.feedback) for mistake in gap.mistakes}
                said |= {f"{gap.id} {answer}": text for answer, text in inside.items()}
            return kind, right, said
        case "short-answer":
            said = {line(mistake.text): plain(mistake.feedback) for mistake in question.mistakes}
            return kind, right, said | _verdicts(question, plain, "yes", "no")
        case "numeric":
            said = {number(mistake.value): plain(mistake.feedback) for mistake in question.mistakes}
            return kind, in_numbers(question), said | _verdicts(question, plain, "yes", "no")
        case "reflect":
            return kind, plain(question.model_answer), {}
        case "scenario":
            said = {
                f"{step.id} {plain(choice.text)} > {choice.to}": plain(choice.feedback)
                for step in question.steps
                for choice in step.choices
            }
            return "story", {plain(step.text): step.outcome or "" for step in question.steps}, said
        case _:
            return kind, right, said


def in_numbers(question: Any, *, longest: int = 10_000) -> dict[str, Right]:
    """What is right where a number is asked for. Moodle keeps 50 characters of a unit, so longer ones are left out."""
    all = (unit for unit in dict.fromkeys([question.unit, *question.units]) if unit and len(unit) <= longest)
    units = tuple(map(line, all))
    return {"value": question.answer, "tolerance": question.tolerance, "units": units}


def _kind(all: Any) -> str:
    return "many" if sum(one.correct for one in all) > 1 else "one"


def _not(answer: bool) -> str:
    return str(not answer).lower()


def _said_to_typed(one: Any, plain: Plain) -> dict[str, str]:
    said = {line(text): one.feedback.right for text in one.accepted} if one.feedback.right else {}
    said |= {line(mistake.text): mistake.feedback for mistake in one.mistakes}
    return {answer: plain(text) for answer, text in {**said, "(anything)": one.feedback.wrong}.items()}


def _verdicts(one: Any, plain: Plain, right: str, wrong: str) -> dict[str, str]:
    if one.feedback is None:
        return {}
    said = {right: one.feedback.right, wrong: one.feedback.wrong}
    return {verdict: plain(text) for verdict, text in said.items() if text}


def _gap(gap: Any, plain: Plain) -> Right:
    return options(gap.options, plain) if gap.options else typed(gap)


def _accepted(gap: Any, plain: Plain) -> tuple[str, ...]:
    if gap.options:
        return tuple(plain(one.text) for one in gap.options if one.correct)
    return tuple(map(line, gap.accepted))
