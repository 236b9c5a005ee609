"""Say what texts can cite, in the words and signs of their language."""

from __future__ import annotations

from babel import Locale
from babel.dates import get_date_format
from babel.lists import format_list

from primer.features.references.model import Reference
from primer.features.references.strings import ReferencesStrings
from primer.features.references.view import PAGE
from primer.kit.sources import Loaded
from primer.text.citing import Citables
from primer.text.figures import numerals_of
from primer.text.sentences import Shortened


def citables(references: Loaded[Reference], strings: ReferencesStrings, locale: str) -> Citables:
    """Return the references with what each is called in running text."""
    return Citables(
        references.items,
        references.broken,
        PAGE,
        {id: label(reference, strings, locale) for id, reference in references.items.items()},
        numerals_of(locale),
        shortened(strings, locale),
    )


def label(reference: Reference, strings: ReferencesStrings, locale: str) -> str:
    """Return the authors and year as running text has them: 'Flückiger and others, 2018'."""
    names = [name.family or name.literal or "" for name in reference.csl.author]
    who = strings.and_others.format(name=names[0]) if len(names) > 2 else format_list(names, locale=locale)
    return strings.author_year.format(names=who, year=reference.year)


def shortened(strings: ReferencesStrings, locale: str) -> Shortened:
    """Return what a language writes with a full stop that ends no sentence."""
    return Shortened(
        frozenset(strings.abbreviations.lower().split()),
        frozenset(strings.abbreviations_before_numbers.lower().split()),
        "d." in get_date_format("long", Locale.parse(locale)).pattern,
    )
