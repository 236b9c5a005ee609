"""Thirty things that many people believe are each asked about, half of them as a statement that is true."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from tests.content.reading import DOCS

# What is often believed, and the questions that take it up: the first of them most directly.
MISCONCEPTIONS = {
    "the bond makes up a third of the result": "does-it-matter/bigger-figure does-it-matter/share-of-differences",
    "a good alliance is a proven cause": "does-it-matter/link-or-proof does-it-matter/three-readings",
    "what is paid for cannot be real": "honesty-and-feelings/paid-and-real",
    "a good therapist is cool and distant": "does-it-matter/cool-and-distant",
    "who does not improve did not work enough": "is-it-working/no-progress",
    "who wants no close bond avoids closeness": "alliance/tools-first",
    "most people are honest with their therapist": "trust/holding-back honesty-and-feelings/always-honest",
    "an argument is the end of therapy": "alliance/after-a-quarrel trust/heated-words",
    "you have to tell the therapist before you complain": (
        "warning-signs-quiz/straight-to-a-complaint speaking-up-and-leaving/try-the-service-first"
    ),
    "you need permission to see someone else": "trust/second-view speaking-up-and-leaving/no-permission-needed",
    "sex is acceptable if both agree": "warning-signs-quiz/said-yes",
    "a therapist may date a client once therapy has ended": "boundaries-quiz/after-the-last-session",
    "any touch breaks the rules": "boundaries-quiz/handshake",
    "therapists never share anything of their own": (
        "boundaries-quiz/their-own-stories warning-signs-quiz/special-and-secret"
    ),
    "every second role is forbidden": "boundaries-quiz/only-one-in-town",
    "to say that abuse was not your fault teaches you to blame": (
        "warning-signs-quiz/not-your-fault people-and-culture/support-or-pressure"
    ),
    "everything stays secret": "rights-and-records/some-things-passed-on trust/always-private",
    "in the UK only trained people are called psychotherapists": "rights-and-records/uk-titles trust/check-the-name",
    "someone struck off cannot practise": "rights-and-records/struck-off",
    "talking is safe for everyone": "warning-signs-quiz/only-talking rights-and-records/lasting-effects",
    "getting worse is a good sign": "is-it-working/a-good-sign warning-signs-quiz/worse-for-months",
    "stopping early is rare": "speaking-up-and-leaving/stopping-early",
    "you need a therapist of your own group": "people-and-culture/the-same-group",
    "therapists know their own cultural skill": (
        "research-and-evidence/self-rated-skill research-and-evidence/which-measure"
    ),
    "online therapy does not work as well": "online-and-ai/about-the-same",
    "chatbots have been shown to equal therapists": "online-and-ai/a-headline research-and-evidence/what-was-compared",
    "feeling outnumbered in couple therapy does not matter": "people-and-culture/outnumbered",
    "a good therapist never advises": "is-it-working/advice",
    "forms are pointless": "is-it-working/what-forms-do research-and-evidence/leaflet-lines",
    "love or anger towards a therapist is a sign of illness": (
        "honesty-and-feelings/love-or-anger honesty-and-feelings/late-three-times"
    ),
}


@cache
def questions() -> dict[str, dict[str, Any]]:
    """Every question of our quizzes, as 'quiz/question'."""
    return {
        f"{path.stem}/{question['id']}": question
        for path in sorted(DOCS.glob("_data/quizzes/*.yml"))
        for question in yaml.safe_load(path.read_text("utf-8"))["questions"]
    }


@pytest.mark.parametrize("belief", MISCONCEPTIONS)
def test_a_misconception_is_asked_about(belief: str):
    missing = [name for name in MISCONCEPTIONS[belief].split() if name not in questions()]
    assert not missing, f"no quiz asks about '{belief}': docs/_data/quizzes has no {', '.join(missing)}"


def test_half_of_them_are_turned_into_true_statements():
    first = [questions()[names.split()[0]] for names in MISCONCEPTIONS.values()]
    true = [one for one in first if one["type"] == "true-false" and one["answer"] is True]
    assert len(MISCONCEPTIONS) == 30
    assert len(true) == 15


def test_the_quizzes_are_as_many_and_as_varied_as_the_catalogue_says():
    quizzes = [yaml.safe_load(path.read_text("utf-8")) for path in DOCS.glob("_data/quizzes/*.yml")]
    kinds = {question["type"] for question in questions().values()}
    stories = [name for name, question in questions().items() if question["type"] == "scenario"]
    assert len(quizzes) >= 12
    assert len(questions()) >= 100
    assert len(kinds) >= 10
    assert len(stories) >= 4
    assert {quiz["level"] for quiz in quizzes} == {"introductory", "intermediate", "professional"}
    assert all(quiz.get("objectives") for quiz in quizzes)
