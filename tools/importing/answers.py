"""Make the fields of a question of what a file says of its answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from primer.features.quiz.about_others import is_about_others

from tools.importing.items import Fields, ReadQuestion, Value

RIGHT = 100.0
"""What a right answer is worth, in per cent."""
ANYTHING = "*"


@dataclass(frozen=True)
class Answer:
    """An answer, what it is worth in per cent, and what is said to whoever gives it; empty where nothing is."""

    text: str
    worth: float
    said: str = ""


@dataclass(frozen=True)
class NumberAnswer:
    """The same of a number; without ``value``, of any other number."""

    value: float | None
    tolerance: float
    worth: float
    said: str = ""


def choice(answers: Sequence[Answer], question: ReadQuestion, *, is_single: bool) -> Fields:
    """Return the fields of a choice."""
    return {"type": "choice", "options": _listed(options(answers, question, is_single=is_single))}


def options(
    answers: Sequence[Answer], question: ReadQuestion, *, is_single: bool, is_in_gap: bool = False
) -> list[Fields]:
    """Return the options of a choice or of a gap; outside of a gap, what is about the others is moved to the end."""
    found: list[Fields] = []
    for answer in answers:
        is_right = answer.worth >= RIGHT if is_single else answer.worth > 0
        if is_single and 0 < answer.worth < RIGHT:
            question.lose(f"the {answer.worth:g} per cent of '{answer.text}', which is wrong here")
        found.append(_without_nothing(text=answer.text, correct=is_right, feedback=answer.said))
    if is_in_gap:
        return found
    last = [option for option in found if is_about_others(str(option["text"]))]
    for option in last:
        option["last"] = True
    others = [option for option in found if option not in last]
    if [*others, *last] != found:
        question.lose("the place of an option that is about the others, which is the last now")
    return [*others, *last]


def true_false(answer: bool, right: str, wrong: str) -> Fields:  # noqa: FBT001 - it is the answer
    """Return the fields of a statement to judge."""
    fields: Fields = {"type": "true-false", "answer": answer}
    return fields | _verdicts(right, wrong)


def short_answer(answers: Iterable[Answer], question: ReadQuestion) -> Fields:
    """Return the fields of a question that is answered by typing. A ``*`` alone stands for any other answer."""
    return {"type": "short-answer", **typed(answers, question)}


def typed(answers: Iterable[Answer], question: ReadQuestion) -> Fields:
    """Return what is accepted, which mistakes are known, and what is said; the same in a question and in a gap."""
    accepted: list[Value] = []
    mistakes: list[Value] = []
    right, wrong = "", ""
    for answer in answers:
        text = answer.text.replace(r"\*", "*")
        if answer.text == ANYTHING:
            wrong = answer.said
            if answer.worth > 0:
                question.lose(f"that any answer is worth {answer.worth:g} per cent")
        elif "*" in answer.text.replace(r"\*", ""):
            question.lose(f"the answer '{answer.text}', in which the star stands for anything")
        elif answer.worth >= RIGHT:
            accepted.append(text)
            right = _one_of(right, answer.said, text, question)
        elif answer.worth > 0:
            question.lose(f"the answer '{text}', which is worth {answer.worth:g} per cent")
        elif answer.said:
            mistakes.append({"text": text, "feedback": answer.said})
        else:
            question.lose(f"the wrong answer '{text}', to which nothing is said")
    return _without_nothing(accepted=accepted, mistakes=mistakes) | _verdicts(right, wrong)


def numeric(answers: Iterable[NumberAnswer], units: Sequence[str], question: ReadQuestion) -> Fields:
    """Return the fields of a number to give. The first that is right is the answer."""
    fields: Fields = {"type": "numeric"}
    mistakes: list[Value] = []
    right, wrong = "", ""
    for answer in answers:
        if answer.value is None:
            wrong = answer.said
        elif answer.worth >= RIGHT and "answer" not in fields:
            fields["answer"], right = _number(answer.value), answer.said
            fields |= {"tolerance": _number(answer.tolerance)} if answer.tolerance else {}
        elif answer.worth > 0:
            question.lose(f"the number {answer.value:.15g}, which is worth {answer.worth:g} per cent")
        elif answer.said and not answer.tolerance:
            mistakes.append({"value": _number(answer.value), "feedback": answer.said})
        else:
            question.lose(f"the wrong number {answer.value:.15g}, as nothing is said to it or it has a tolerance")
    fields |= _without_nothing(unit=units[0] if units else "", units=list[Value](units[1:]), mistakes=mistakes)
    return fields | _verdicts(right, wrong)


def match(pairs: Sequence[tuple[str, str]], others: Iterable[str], said: Sequence[str]) -> Fields:
    """Return the fields of a question of pairs; what is ``said`` to each may be less than the pairs."""
    found = [
        _without_nothing(item=item, match=match, feedback=said[n] if n < len(said) else "")
        for n, (item, match) in enumerate(pairs)
    ]
    known = {match for _, match in pairs}
    distractors: list[Value] = list(dict.fromkeys(text for text in others if text and text not in known))
    return {"type": "match", "pairs": _listed(found), **_without_nothing(distractors=distractors)}


def _one_of(kept: str, said: str, text: str, question: ReadQuestion) -> str:
    if kept and said and said != kept:
        question.lose(f"what is said to '{text}': all right answers hear the same here")
    return kept or said


def _verdicts(right: str, wrong: str) -> Fields:
    said = _without_nothing(right=right, wrong=wrong)
    return {"feedback": said} if said else {}


def _without_nothing(**fields: Value) -> Fields:
    """Return the fields that say something; what is not right says nothing of it."""
    return {name: value for name, value in fields.items() if value not in ("", [], False)}


def _listed(fields: Iterable[Fields]) -> list[Value]:
    return list(fields)


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
