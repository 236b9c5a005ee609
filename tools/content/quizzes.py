"""Let the quizzes ask about what many people believe, and be as many and as varied as the catalogue says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primer.core.diagnostics import Diagnostic, Location
from primer.core.yaml import Document

from tools.content.corpus import Corpus

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
FOLDER = Location("docs/_data/quizzes")
TRUE_STATEMENTS = 15  # half of them are turned into statements that are true
LEVELS = ("introductory", "intermediate", "professional")
LEAST = {"quizzes": 12, "questions": 100, "types of question": 10, "stories": 4}


def misconceptions(corpus: Corpus) -> Iterator[Diagnostic]:
    """Each is asked about."""
    known = _questions(corpus)
    for belief, names in MISCONCEPTIONS.items():
        for name in names.split():
            if name not in known:
                quiz, _, question = name.partition("/")
                message = f"no question '{question}', which asks about the belief that {belief}"
                hint = "bring it back, or name the question that asks now in tools/content/quizzes.py"
                yield Diagnostic(Location(f"{FOLDER.path}/{quiz}.yml"), message, "content-misconception", hint)


def true_statements(corpus: Corpus) -> Iterator[Diagnostic]:
    """Half of the misconceptions are turned into true statements, so that no reader learns to say no."""
    known = _questions(corpus)
    first = [known[name] for names in MISCONCEPTIONS.values() if (name := names.split()[0]) in known]
    fields = [one.data for one in first if isinstance(one.data, Mapping)]
    true = sum(one.get("type") == "true-false" and one.get("answer") is True for one in fields)
    if true != TRUE_STATEMENTS:
        message = f"{true} of the questions on what is often believed are true statements, not {TRUE_STATEMENTS}"
        hint = "turn a statement round with 'answer: true', or another way about"
        yield Diagnostic(FOLDER, message, "content-true-statements", hint)


def variety(corpus: Corpus) -> Iterator[Diagnostic]:
    """The quizzes are as many and as varied as the catalogue says."""
    quizzes = [one for one in corpus.data("quizzes/*.yml") if isinstance(one.data, Mapping)]
    fields = [one.data for one in _questions(corpus).values() if isinstance(one.data, Mapping)]
    types = [str(one.get("type")) for one in fields]
    counts = (len(quizzes), len(fields), len(set(types)), types.count("scenario"))
    for (what, least), count in zip(LEAST.items(), counts, strict=True):
        if count < least:
            yield Diagnostic(FOLDER, f"there are {count} {what}, {least} at least", "content-few-quizzes", "add more")
    levels = {one.data.get("level") for one in quizzes if isinstance(one.data, Mapping)}
    for level in LEVELS:
        if level not in levels:
            hint = f"add a quiz with 'level: {level}'"
            yield Diagnostic(FOLDER, f"there is no {level} quiz", "content-few-quizzes", hint)


def objectives(corpus: Corpus) -> Iterator[Diagnostic]:
    """Each quiz says what it is good for, and each question for which of that."""
    for quiz in corpus.data("quizzes/*.yml"):
        if isinstance(quiz.data, Mapping) and not quiz.data.get("objectives"):
            hint = "add 'objectives:' with '- {id: …, text: Say what …}' below it"
            yield Diagnostic(quiz.location_of(), "the quiz has no objectives", "content-no-objectives", hint)


def _questions(corpus: Corpus) -> dict[str, Document]:
    """Every question of our quizzes, as 'quiz/question'."""
    quizzes = [(quiz.path.rpartition("/")[2].removesuffix(".yml"), quiz) for quiz in corpus.data("quizzes/*.yml")]
    return {f"{name}/{question.id}": question for name, quiz in quizzes for question in quiz.part("questions").items()}


RULES = (misconceptions, true_statements, variety, objectives)
