"""Check what no term can know alone: that its forms are its own, and that what it names is there."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.features.glossary.model import Term
from primer.kit.sources import Loaded
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText
from primer.text.terms import words_of


def check_terms(terms: Loaded[Term], text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in the glossary and yield its links to passages."""
    claimed: dict[str, tuple[str, Location]] = {}
    for id, term in terms.items.items():
        document = terms.documents[id]
        for index, form in enumerate(term.forms):
            location = document.location_of("forms", index)
            words = words_of(form)
            if [len(word) for word in words] != [len(word) for word in form.split()]:
                report.add(
                    location,
                    f"the form '{form}' can never be found in a text",
                    "glossary-form",
                    "use letters, digits, single spaces, and hyphens and apostrophes between letters",
                )
            key = " ".join(words) if form.isupper() else " ".join(words).lower()
            if key in claimed and claimed[key][0] != id:
                other, where = claimed[key]
                report.add(
                    location,
                    f"the form '{form}' already belongs to '{other}', line {where.line}",
                    "glossary-repeated-form",
                    "remove it from one of the two terms",
                )
            elif key in claimed:
                report.add(location, f"the form '{form}' is there twice", "glossary-repeated-form", "remove one")
            claimed.setdefault(key, (id, location))
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
