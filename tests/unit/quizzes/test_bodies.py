"""What each type of question shows."""

from __future__ import annotations

import pytest
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.quiz.bodies import BodyMaker, OrderBody, PartsBody, ScenarioBody, right_and_wrong
from primer.features.quiz.model import Quiz
from primer.features.quiz.questions import AnyQuestion, Match
from pydantic import TypeAdapter, ValidationError

from tests.building import ROOT
from tests.rendering import content_of

EVERY_TYPE = (ROOT / "tests/sites/questions/docs/_data/quizzes/every-type.yml").read_text("utf-8")


def questions(text: str = EVERY_TYPE) -> dict[str, AnyQuestion]:
    report = Report()
    document = load(text, "every-type.yml", report)
    quiz = validate(Quiz, document, "quiz", report) if document else None
    assert quiz, list(report)
    return {question.id: question for question in quiz.questions}


def body(id: str, text: str = EVERY_TYPE) -> PartsBody:
    made = BodyMaker(content_of(), "").body(questions(text)[id], "q")
    assert isinstance(made, PartsBody)
    return made


def test_items_are_never_shown_in_their_right_order_and_always_in_the_same_one():
    made = BodyMaker(content_of(), "").body(questions()["put-in-order"], "q")
    assert isinstance(made, OrderBody)
    assert [item.place for item in made.in_order] == [1, 2, 3]
    assert [item.place for item in made.items] != [1, 2, 3]
    assert sorted(item.place for item in made.items) == [1, 2, 3]
    assert made == BodyMaker(content_of(), "").body(questions()["put-in-order"], "q")


def test_an_order_that_would_come_out_right_is_turned():
    """Every way to write three items gives an order to put right."""
    words = ["Ask yourself whether you are safe", "Write down what was said", "Decide whether to raise it"]
    for turn in range(3):
        text = EVERY_TYPE
        for index, word in enumerate(words):
            text = text.replace(f"text: {word},", f"text: =={index}==,")
        for index in range(3):
            text = text.replace(f"=={index}==", words[(index + turn) % 3])
        made = BodyMaker(content_of(), "").body(questions(text)["put-in-order"], "q")
        assert isinstance(made, OrderBody)
        assert [item.place for item in made.items] != [1, 2, 3]


def test_what_belongs_to_items_is_listed_by_name_with_the_distractors():
    parts = body("match-words").parts
    assert [[str(option.text_html) for option in part.options] for part in parts] == [
        ["bond", "fees", "goals", "tasks"]
    ] * 3
    assert [str(part.right_html) for part in parts] == ["goals", "tasks", "bond"]
    assert [[str(option.text_html) for option in part.options if option.correct] for part in parts] == [
        ["goals"],
        ["tasks"],
        ["bond"],
    ]


def test_what_differs_in_case_alone_has_an_order_too():
    asked = questions()["match-words"]
    assert isinstance(asked, Match)
    spelt = ("bond", "bonD", "boNd", "bOnd", "Bond", "BOND", "bONd", "boND")
    made = BodyMaker(content_of(), "").body(asked.model_copy(update={"distractors": spelt}), "q")
    assert isinstance(made, PartsBody)
    assert [str(option.text_html) for option in made.parts[0].options] == [*sorted(spelt), "goals", "tasks"]


def test_an_item_is_told_the_same_whether_it_was_right_or_wrong():
    part = body("sort").parts[1]
    assert part.said_to("right") == part.said_to("wrong") == "Secrets protect the wrong person."


def test_a_gap_stands_where_the_text_has_it():
    pieces = body("fill-gaps").pieces
    assert [piece if isinstance(piece, str) else f"<{piece.id}>" for piece in pieces] == [
        "A strain between you is called a ",
        "<strain>",
        ", and putting it right is called ",
        "<repair>",
        ".",
    ]


def cloze(text: str) -> AnyQuestion:
    """A cloze question with the gap 'one'."""
    gap = {"id": "one", "accepted": ("moon",), "feedback": {"right": "Yes.", "wrong": "No."}}
    return TypeAdapter(AnyQuestion).validate_python(
        {"id": "q", "type": "cloze", "prompt": "Fill.", "text": text, "gaps": (gap,), "explanation": "So."}
    )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The **pull {one}** of *it*.", ["The <strong>pull ", "<one>", "</strong> of <em>it</em>."]),
        ("***{one}***", ["<strong><em>", "<one>", "</em></strong>"]),
        ("`{two}` and {one}", ["<code>{two}</code> and ", "<one>", ""]),
        (
            "<https://example.org/{two}> and {one}",
            ['<a href="https://example.org/{two}">https://example.org/{two}</a> and ', "<one>", ""],
        ),
        (r"\{two} and {one}", ["{two} and ", "<one>", ""]),
        (
            '<span data-gap="one"></span> {one}',
            ['&lt;span data-gap="one"&gt;&lt;/span&gt; ', "<one>", ""],
        ),
    ],
)
def test_a_gap_is_an_element_among_elements_and_text_where_nothing_can_stand(text: str, pieces: list[str]):
    made = BodyMaker(content_of(), "").body(cloze(text), "q")
    assert isinstance(made, PartsBody)
    assert [str(piece) if isinstance(piece, str) else f"<{piece.id}>" for piece in made.pieces] == pieces


@pytest.mark.parametrize("text", ["`{one}`", "<https://example.org/{one}>", "``a {one}`` b", "[@x{one}]"])
def test_a_gap_where_nothing_can_stand_is_refused(text: str):
    with pytest.raises(ValidationError, match="stands in code, a link or an address"):
        cloze(text)


def test_gaps_are_counted_as_they_stand_and_not_as_they_are_listed():
    turned = EVERY_TYPE.replace("called a {strain}, and putting it right is called {repair}", "{repair} and {strain}")
    assert [(part.id, part.number) for part in body("fill-gaps", turned).parts] == [("repair", 1), ("strain", 2)]


def test_an_expected_mistake_has_its_own_feedback():
    part = body("type-a-word").parts[0]
    assert part.mistakes == ("permission",)
    assert str(part.said_to("mistake-0")).startswith("That is near.")
    assert str(part.said_to("wrong")).startswith("It is two words")


def test_a_number_is_written_as_the_author_wrote_it():
    made = body("type-a-number")
    assert str(made.parts[0].right_html) == "12 sessions"
    assert made.units == ("sessions", "session")
    assert made.parts[0].mistakes == ("4",)


def test_a_choice_of_a_story_leads_to_the_number_of_its_step():
    made = BodyMaker(content_of(), "").body(questions()["story"], "q")
    assert isinstance(made, ScenarioBody)
    first = made.steps[0]
    assert [(choice.to_dom, choice.to_number) for choice in first.choices] == [("q--said", 3), ("q--hidden", 2)]
    assert [step.outcome for step in made.steps] == [None, None, "good", "mixed", "poor"]


def test_right_and_wrong_answers_in_words():
    said = {id: right_and_wrong(BodyMaker(content_of(), "").body(one, "q")) for id, one in questions().items()}
    assert said["pick-many"] == (["What does it cost", "Which register are you on"], ["Do you promise that it works"])
    assert said["judge"] == (["False"], ["True"])
    assert said["match-words"][0][0] == "What you want from therapy: goals"
    assert said["put-in-order"][0][0] == "Ask yourself whether you are safe"
    assert said["fill-gaps"][0] == ["Gap 1: rupture", "Gap 2: repair"]
    assert said["type-a-word"] == (["informed consent", "consent"], ["permission"])
    assert said["type-a-number"] == (["12 sessions"], ["4"])
    assert said["think"][0][0].startswith("Some people write it down first.")
    assert said["story"][0] == ["Your therapist thanks you, and asks what would help."]
