"""Check what no term can know alone: that its forms are its own, and that what it names is there."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.features.glossary.model import Term
from primer.kit.sources import Loaded
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText
from primer.text.terms import claim_of, is_single_syllable

Claims = dict[tuple[str, ...], tuple[str, str, Location]]
"""What is claimed by forms so far, each with its term, as it is spelled, and its location."""


def check_terms(terms: Loaded[Term], language: str, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the glossary and yield its links to passages."""
    claims: Claims = {}
    for id, term in terms.items.items():
        document = terms.documents[id]
        for index, form in enumerate(term.forms):
            _check_form(form, id, document.location_of("forms", index), language, claims, report)
        for index, other in enumerate(term.see_also):
            if other not in terms.items and other not in terms.broken:
                report.add(
                    document.location_of("see_also", index),
                    f"there is no term '{other}'",
                    "glossary-unknown",
                    did_you_mean(other, terms.items),
                )
        for index, other in enumerate(term.refs):
            if other not in text.citables.known and other not in text.citables.broken:
                report.add(
                    document.location_of("refs", index),
                    f"there is no reference '{other}'",
                    "reference-unknown",
                    did_you_mean(other, text.citables.known),
                )
        yield from check_texts(term, document, text, report)


def _check_form(form: str, id: str, location: Location, language: str, claims: Claims, report: Report) -> None:
    """Report a form that nothing can be found by, and one that is there already, however it is written."""
    claim = claim_of(form, language)
    if claim is None:
        report.add(
            location,
            f"the form '{form}' can never be found in a text",
            "glossary-form",
            "use letters, digits, single spaces, and hyphens and apostrophes between letters",
        )
        return
    if is_single_syllable(form):
        report.add(
            location,
            f"the form '{form}' is one sign of a script without spaces, and stands inside of other words",
            "glossary-form",
            "list the words in which it means the term",
        )
    if claim not in claims:
        claims[claim] = (id, form, location)
        return
    other, spelled, where = claims[claim]
    there = f"line {where.line}" if where.line != location.line else f"line {where.line}, column {where.column}"
    if spelled != form:
        there += f", as '{spelled}'"
    if other == id:
        report.add(
            location, f"the form '{form}' is there twice: it stands in {there}", "glossary-repeated-form", "remove one"
        )
    else:
        message = f"the form '{form}' already belongs to '{other}', {there}"
        report.add(location, message, "glossary-repeated-form", "remove it from one of the two terms")
