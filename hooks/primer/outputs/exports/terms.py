"""Write a glossary for programs, for spreadsheets, for Anki, for paper."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO

from markupsafe import Markup

from primer.kit.content import Content
from primer.kit.exported import ExportedTerm, Origin
from primer.kit.feature import Feature
from primer.outputs.exports.anki import ANKI, deck, packed_decks
from primer.outputs.exports.cards import Card
from primer.outputs.exports.composing import marked, paragraph
from primer.outputs.exports.paper.formats import WORKSHEET
from primer.outputs.exports.paper.strings import PaperStrings
from primer.outputs.exports.sheet import cell
from primer.outputs.exports.strings import ExportStrings

GLOSSARY = "glossary"
JSON, CSV, DECK, PAPER = "glossary.json", "glossary.csv", "glossary.apkg", "glossary.pdf"
HEADS = ("id", "term", "also called", "definition", "see also", "sources", "address")


def terms_of(features: Iterable[Feature], content: Content, origin: Origin) -> tuple[ExportedTerm, ...]:
    """Return every term of a site."""
    return tuple(term for feature in features for term in feature.exported_terms(content, origin))


def files_of_terms(terms: Sequence[ExportedTerm], content: Content, origin: Origin) -> dict[str, bytes]:
    """Return the files of a site's glossary by their paths below ``exports/``; none of an empty one."""
    if not terms:
        return {}
    files = {JSON: _json(terms, origin, content.language), CSV: _csv(terms)}
    if not ANKI.missing:
        files[DECK] = _deck(terms, origin, content.strings[ExportStrings])
    if not WORKSHEET.missing:
        from primer.outputs.exports.paper.glossary import (
            printed_glossary,
        )  # Typst is not there where nothing is exported

        title = content.strings[ExportStrings].glossary_deck
        files[PAPER] = printed_glossary(terms, origin, content.language, title, content.strings[PaperStrings])
    return {f"{GLOSSARY}/{name}": made for name, made in files.items()}


def _json(terms: Sequence[ExportedTerm], origin: Origin, language: str) -> bytes:
    listed = [
        {
            "id": term.id,
            "term": term.term,
            "also_called": list(term.also_called),
            "definition": {"html": term.definition.html(), "text": term.definition.text},
            "see_also": list(term.see_also),
            "sources": {"html": term.sources.html(), "text": term.sources.text},
            "address": term.address,
        }
        for term in terms
    ]
    glossary = {"site": origin.name, "language": language, "terms": listed}
    return (json.dumps(glossary, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(terms: Sequence[ExportedTerm]) -> bytes:
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(HEADS)
    for term in terms:
        also, see = "; ".join(term.also_called), "; ".join(term.see_also)
        row = (term.id, term.term, also, term.definition.text, see, term.sources.text, term.address or "")
        writer.writerow(map(cell, row))
    return sheet.getvalue().encode("utf-8-sig")


def _deck(terms: Sequence[ExportedTerm], origin: Origin, words: ExportStrings) -> bytes:
    """Return a deck with a card a term: the word, and behind it what it means."""
    cards = ((f"{GLOSSARY}.{term.id}", _card(term), (GLOSSARY,)) for term in terms)
    return packed_decks([deck(GLOSSARY, f"{origin.name}::{words.glossary_deck}", cards, words)], {})


def _card(term: ExportedTerm) -> Card:
    also = Markup("<p>({})</p>").format(", ".join(term.also_called)) if term.also_called else Markup()
    back = also + paragraph(term.definition)
    if term.sources.text:
        back += Markup("<p>{}</p>").format(marked(term.sources))
    if term.address:
        back += Markup('<p><a href="{}">{}</a></p>').format(term.address, term.address)
    return Card(Markup("<p><strong>{}</strong></p>").format(term.term), Markup(), back)
