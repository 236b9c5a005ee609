"""Write a question as an item of a Common Cartridge.

What happens to an answer is said in conditions, from top to bottom. Moodle takes the feedback of a condition after
which it goes on for what is said to everybody, and that of any other for what is said to its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.shapes import (
    Choosable,
    Essay,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Story,
    TextAnswer,
)
from primer.kit.shapes import Sequence as Ordered
from primer.outputs.exports.composing import (
    explained,
    marked,
    model_answer,
    paragraph,
    said_of,
    spoken,
    story,
    verdicts_of,
)
from primer.outputs.exports.formats import Answered
from primer.outputs.exports.inside import with_pictures_inside
from primer.outputs.exports.strings import ExportStrings
from primer.outputs.exports.xml import child
from primer.text.carried import pieces
from primer.text.rich import PICTURES, Rich

ANSWER = "response"
TO_ALL = "general_fb"
NAUGHT = "0"
"""What Moodle finds empty, whether it is right or a mistake."""


def add_item(section: Element, answered: Answered, quiz: ExportedQuiz) -> None:
    """Add a question to a section, as one of the five types that the profile has."""
    question, words = answered.question, quiz.strings[ExportStrings]
    shape, prompt = _asked(answered.shape, paragraph(question.prompt))
    item = child(section, "item", ident=question.id, title=question.name)
    match shape:
        case OneOf(options) | ManyOf(options):
            _begin(item, question, _profile(shape))
            _choice(item, prompt, options, explained(question, words), quiz, is_single=isinstance(shape, OneOf))
        case TextAnswer():
            said = [*verdicts_of(shape, "", words), *said_of(shape, words)]
            _begin(item, question, "cc.fib.v0p1")
            _typed(item, prompt, shape, explained(question, words, said), quiz)
        case Essay():
            _begin(item, question, "cc.essay.v0p1")
            _essay(item, prompt, model_answer(shape, words) + explained(question, words), quiz)
        case Story():
            told, outcomes = story(shape, words)
            _begin(item, question, "cc.essay.v0p1")
            _essay(item, prompt + told, outcomes + explained(question, words), quiz)
        case Pairs() | Ordered() | Groups() | NumberAnswer() | Gaps():
            raise TypeError(f"a cartridge has no {type(shape).__name__}")
        case _:
            assert_never(shape)


def _asked(shape: Item, prompt: Markup) -> tuple[Item, Markup]:
    """Return what is answered, and what is asked: a text with its one gap becomes part of the prompt."""
    if isinstance(shape, Gaps):
        before, _, after = (Markup(piece) for piece in pieces(shape.text, PICTURES))
        return shape.gaps[0].filling, prompt + Markup("<p>") + before + Markup("_____") + after + Markup("</p>")
    if isinstance(shape, OneOf | ManyOf) and shape.is_passage:
        prompt += Markup("").join(Markup("<p>{}</p>").format(_said_by(one)) for one in shape.options)
    return shape, prompt


def _profile(shape: OneOf[Rich] | ManyOf[Rich]) -> str:
    if isinstance(shape, ManyOf):
        return "cc.multiple_response.v0p1"
    return "cc.true_false.v0p1" if shape.is_statement else "cc.multiple_choice.v0p1"


def _begin(item: Element, question: ExportedQuestion, profile: str) -> None:
    metadata = child(child(item, "itemmetadata"), "qtimetadata")
    for label, entry in (("cc_profile", profile), ("cc_weighting", str(question.weight))):
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)


def _choice(
    item: Element,
    prompt: Markup,
    options: Sequence[Choosable[Rich]],
    to_all: Markup,
    quiz: ExportedQuiz,
    *,
    is_single: bool,
) -> None:
    presentation = child(item, "presentation")
    _text(presentation, prompt, quiz)
    response = child(presentation, "response_lid", ident=ANSWER, rcardinality="Single" if is_single else "Multiple")
    choice = child(response, "render_choice")
    for one in options:
        _text(child(choice, "response_label", ident=one.id), _said_by(one), quiz)
    processing = _processing(item)
    if not is_single:
        # first, because one that is right gets its points whatever is said to its parts
        scored = child(processing, "respcondition", **{"continue": "Yes"})
        all_of = child(child(scored, "conditionvar"), "and")
        for one in sorted(options, key=lambda option: not option.correct):
            _equal(all_of if one.correct else child(all_of, "not"), one.id, case="Yes")
        _right(scored)
    for one in options:
        if one.feedback or (is_single and one.correct):
            said = child(processing, "respcondition", **{"continue": "No"})
            _equal(child(said, "conditionvar"), one.id)
            if is_single and one.correct:
                _right(said)
            if one.feedback:
                _shown(said, f"{one.id}_fb")
    _feedback(item, TO_ALL, to_all, quiz)
    for one in options:
        if one.feedback:
            _feedback(item, f"{one.id}_fb", marked(one.feedback), quiz)


def _typed(item: Element, prompt: Markup, shape: TextAnswer[Rich], to_all: Markup, quiz: ExportedQuiz) -> None:
    _field(item, prompt, quiz, rows="1")
    processing = _processing(item)
    right = child(processing, "respcondition", **{"continue": "No"})
    condition = child(right, "conditionvar")
    for text in shape.accepted:
        _equal(condition, text)
    _right(right)
    named = [wrong for wrong in shape.mistakes if wrong.text != NAUGHT]  # what is said to it is said to everybody
    for number, wrong in enumerate(named):
        said = child(processing, "respcondition", **{"continue": "No"})
        _equal(child(said, "conditionvar"), wrong.text)
        _shown(said, f"mistake-{number}_fb")
    _feedback(item, TO_ALL, to_all, quiz)
    for number, wrong in enumerate(named):
        _feedback(item, f"mistake-{number}_fb", marked(wrong.feedback), quiz)


def _essay(item: Element, prompt: Markup, to_all: Markup, quiz: ExportedQuiz) -> None:
    _field(item, prompt, quiz, rows="10")
    _processing(item)
    _feedback(item, TO_ALL, to_all, quiz)


def _field(item: Element, prompt: Markup, quiz: ExportedQuiz, *, rows: str) -> None:
    presentation = child(item, "presentation")
    _text(presentation, prompt, quiz)
    response = child(presentation, "response_str", ident=ANSWER, rcardinality="Single")
    child(response, "render_fib", fibtype="String", prompt="Box", rows=rows)


def _processing(item: Element) -> Element:
    """Add the conditions of an item, of which the first says to everybody what there is to say."""
    processing = child(item, "resprocessing")
    outcomes = child(processing, "outcomes")
    child(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    to_all = child(processing, "respcondition", **{"continue": "Yes"})
    child(child(to_all, "conditionvar"), "other")
    _shown(to_all, TO_ALL)
    return processing


def _equal(parent: Element, text: str, case: str = "No") -> None:
    child(parent, "varequal", text, respident=ANSWER, case=case)


def _right(condition: Element) -> None:
    child(condition, "setvar", "100", action="Set", varname="SCORE")


def _shown(condition: Element, ident: str) -> None:
    child(condition, "displayfeedback", feedbacktype="Response", linkrefid=ident)


def _feedback(item: Element, ident: str, html: Markup, quiz: ExportedQuiz) -> None:
    _text(child(child(item, "itemfeedback", ident=ident), "flow_mat"), html, quiz)


def _text(parent: Element, html: Markup, quiz: ExportedQuiz) -> None:
    child(child(parent, "material"), "mattext", with_pictures_inside(html, quiz), texttype="text/html")


def _said_by(one: Choosable[Rich]) -> Markup:
    return spoken(one.speaker, marked(one.text))
