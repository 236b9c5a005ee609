"""Add the elements that items of QTI 1.2 are made of."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.outputs.exports.xml import child
from primer.text.rich import placed

PICTURES = "$IMS-CC-FILEBASE$/media/"
GENERAL, RIGHT, WRONG = "general_fb", "correct_fb", "general_incorrect_fb"
"""What Canvas calls the feedback to everybody, to a right answer, to a wrong one."""
ONLY = "response1"
"""What the answer is called where there is one."""

Equal = tuple[str, str]
"""An answer, by what it is called, with the value that it should have."""


def add_material(parent: Element, text: str | Markup) -> None:
    """Add a text; Markup is HTML, anything else is plain."""
    html = isinstance(text, Markup)
    words = placed(text, PICTURES) if html else text
    child(child(parent, "material"), "mattext", words, texttype="text/html" if html else "text/plain")


def add_options(
    presentation: Element,
    ident: str,
    options: Iterable[tuple[str, str | Markup]],
    *,
    label: str | Markup | None = None,
    cardinality: str | None = None,
) -> None:
    """Add something to answer by options, each given with its number."""
    response = child(presentation, "response_lid", ident=ident)
    if cardinality:
        response.set("rcardinality", cardinality)
    if label is not None:
        add_material(response, label)
    choices = child(response, "render_choice")
    for number, text in options:
        add_material(child(choices, "response_label", ident=number), text)


def add_field(presentation: Element, **attributes: str) -> None:
    """Add a field to type in."""
    field = child(child(presentation, "response_str", ident=ONLY, rcardinality="Single"), "render_fib", **attributes)
    child(field, "response_label", ident="answer1", rshuffle="No")


def processing(item: Element) -> Element:
    """Return the element for what an answer is worth, and what is said to it."""
    element = child(item, "resprocessing")
    outcomes = child(element, "outcomes")
    child(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    return element


def condition(process: Element, *, goes_on: bool = True) -> Element:
    """Return an element for what an answer has to be."""
    return child(child(process, "respcondition", **{"continue": "Yes" if goes_on else "No"}), "conditionvar")


def add_equal(variable: Element, *equal: Equal) -> None:
    """Say what an answer has to be, to the letter."""
    for ident, value in equal:
        child(variable, "varequal", value, respident=ident)


def add_score(process: Element, score: float | None) -> None:
    """Say what the condition that was added last is worth: part of 100, or all where that is None."""
    worth, action = ("100", "Set") if score is None else (f"{score:.2f}", "Add")
    child(process[-1], "setvar", worth, varname="SCORE", action=action)


def say(process: Element, feedback: str) -> None:
    """Name the feedback to the condition that was added last."""
    child(process[-1], "displayfeedback", feedbacktype="Response", linkrefid=feedback)


def say_otherwise(process: Element, feedback: str) -> None:
    """Name a feedback to any answer."""
    child(condition(process), "other")
    say(process, feedback)


def add_feedback(item: Element, ident: str, html: Markup) -> None:
    """Add what is said."""
    add_material(child(child(item, "itemfeedback", ident=ident), "flow_mat"), html)
