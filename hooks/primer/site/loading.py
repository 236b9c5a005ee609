"""Check what no file can know alone: that everything which is named elsewhere is there, once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from primer.kit.content import Content, DataFolder, Loaded, PageTitles, guide_page, made_titles, quiz_page
from primer.core.diagnostics import Location, Report, did_you_mean
from primer.features.chart.check import check_figures, load_drawings
from primer.features.chart.model import Figure
from primer.text.terms import words_of
from primer.features.glossary.model import Term
from primer.features.guide.check import check_guide
from primer.features.directory.help_lines import Place, Service
from primer.core.model import ADDRESS, PATTERNS, SLUG
from primer.core.urls import EMBEDS, page_id, page_url
from primer.site.models import Ledger
from primer.features.planner.check import check_planner
from primer.features.planner.model import Planner
from primer.kit.texts import AnchorLink, check_texts
from primer.features.quiz.check import check_quiz
from primer.features.references.model import Record, Reference
from primer.features.directory.check import check_routes
from primer.features.directory.routes import PlaceRoutes
from primer.core.validation import validate
from primer.core.yaml import Document
from primer.text.inline import DataText


def load_content(folder: DataFolder, pages: frozenset[str], docs: str, language: str = "en") -> Content:
    """Return everything in ``folder``, after reporting whatever does not fit together.

    ``pages`` holds the path of each written page below the docs folder; ``docs`` is what messages call that folder.
    """
    report = folder.report
    terms = folder.many("glossary.yml", Term, "glossary")
    references = folder.many("references.yml", Reference, "reference")
    places = folder.many("help-lines.yml", Place, "help-lines", parts=("services", Service))
    routes = folder.many("routes.yml", PlaceRoutes, "routes")
    figures = folder.many("figures.yml", Figure, "figure")
    quizzes, guides = folder.quizzes(), folder.guides()
    plan = folder.document("planner.yml")
    planner = validate(Planner, plan, "planner", report) if plan else None
    ledger = folder.document("permalinks.yml")
    made = {
        **{quiz_page(id): f"{folder.label}/quizzes/{id}.yml" for id in sorted({*quizzes.items, *quizzes.broken})},
        **{guide_page(id): f"{folder.label}/guides/{id}.yml" for id in sorted({*guides.items, *guides.broken})},
    }
    all_pages = pages | set(made)

    text = DataText(references.items, references.broken, all_pages)
    links = _check_terms(terms, references, text, report)
    _check_references(references, report)
    _check_help_lines(places, report)
    links += check_routes(routes, places, references, text, report)
    links += check_figures(figures, references, text, report)
    for id, quiz in quizzes.items.items():
        links += check_quiz(quiz, quizzes.documents[id], text, report)
    for id, guide in guides.items.items():
        links += check_guide(guide, guides.documents[id], text, report)
    if plan and planner:
        links += check_planner(planner, plan, text, report)
    ids = _page_ids([*made.items(), *((page, f"{docs}/{page}") for page in sorted(pages))], report)
    checked_ledger = validate(Ledger, ledger, "ledger", report) if ledger else None
    if ledger and checked_ledger:
        _check_ledger(checked_ledger, ledger, ids, terms, references, places, report)
    return Content(
        strings=folder.strings(language),
        publisher=folder.publisher(),
        ledger=checked_ledger,
        terms=terms.items,
        references=references.items,
        quizzes=quizzes.items,
        guides=guides.items,
        planner=planner,
        help_lines=tuple(places.items.values()),
        broken_terms=terms.broken,
        broken_references=references.broken,
        broken_quizzes=quizzes.broken,
        broken_guides=guides.broken,
        broken_planner=planner is None and folder.exists("planner.yml"),
        pages=all_pages,
        titles=PageTitles(folder.root.parent, made_titles(quizzes.items, guides.items)),
        anchor_links=tuple(links),
        routes=routes.items,
        broken_routes=routes.broken,
        figures=figures.items,
        drawings=load_drawings(folder, figures),
        broken_figures=figures.broken,
    )


def _check_terms(
    terms: Loaded[Term], references: Loaded[Reference], text: DataText, report: Report
) -> list[AnchorLink]:
    """Report what is wrong in the glossary and return its links to passages."""
    links: list[AnchorLink] = []
    claimed: dict[str, tuple[str, Location]] = {}
    for id, term in terms.items.items():
        document = terms.documents[id]
        for index, form in enumerate(term.forms):
            place = document.place("forms", index)
            words = words_of(form)
            if [len(word) for word in words] != [len(word) for word in form.split()]:
                report.say(
                    place,
                    f"the form '{form}' can never be found in a text",
                    "glossary-form",
                    "use letters, digits, single spaces, hyphens and apostrophes",
                )
            key = " ".join(words) if form.isupper() else " ".join(words).lower()
            if key in claimed and claimed[key][0] != id:
                other, where = claimed[key]
                report.say(
                    place,
                    f"the form '{form}' already belongs to '{other}', line {where.line}",
                    "glossary-repeated-form",
                    "remove it from one of the two terms",
                )
            elif key in claimed:
                report.say(place, f"the form '{form}' is there twice", "glossary-repeated-form", "remove one")
            claimed.setdefault(key, (id, place))
        for index, other in enumerate(term.see_also):
            if other not in terms.items and other not in terms.broken:
                report.say(
                    document.place("see_also", index),
                    f"there is no term '{other}'",
                    "glossary-unknown",
                    did_you_mean(other, terms.items),
                )
        for index, other in enumerate(term.refs):
            if other not in references.items and other not in references.broken:
                report.say(
                    document.place("refs", index),
                    f"there is no reference '{other}'",
                    "reference-unknown",
                    did_you_mean(other, references.items),
                )
        links += check_texts(term, document, text, report)
    return links


def _check_references(references: Loaded[Reference], report: Report) -> None:
    fields = [field.alias or name for name, field in Record.model_fields.items()]
    for id, reference in references.items.items():
        document = references.documents[id]
        for index, field in enumerate(reference.recalled):
            if field not in fields:
                report.say(
                    document.place("recalled", index),
                    f"'{field}' is not a field of a record (csl)",
                    "reference-unknown-field",
                    did_you_mean(field, fields),
                )
        report.say_repeated(document.part("findings").ids(), "reference-repeated-id")


def _check_help_lines(places: Loaded[Place], report: Report) -> None:
    services = [document.part("services") for document in places.documents.values()]
    report.say_repeated((one for part in services for one in part.ids()), "help-lines-repeated-id")


def _page_ids(pages: list[tuple[str, str]], report: Report) -> dict[str, str]:
    """Return the page of each id, after reporting ids that two pages share or whose address cannot be.

    ``pages`` holds each page with the file that messages name for it.
    """
    found: dict[str, tuple[str, str]] = {}
    for page, file in pages:
        id, address = page_id(page), f"/{page_url(page)}"
        if not re.fullmatch(SLUG, id) or not re.fullmatch(ADDRESS, address):
            message = f"the address {address} is not what it should be: folders and a page named in {PATTERNS[SLUG]}"
            report.say(Location(file), message, "page-bad-value", "rename the file")
        elif address.startswith(f"/{EMBEDS}"):
            message = f"the address {address} is kept for pages in frames on other sites"
            report.say(Location(file), message, "page-reserved-address", "move the file to another folder")
        if id in found:
            message = f"the page id '{id}' already belongs to {found[id][1]}"
            report.say(Location(file), message, "page-repeated-id", "rename one of the two")
        found.setdefault(id, (page, file))
    return {id: page for id, (page, _) in found.items()}


def _check_ledger(
    ledger: Ledger,
    document: Document,
    ids: Mapping[str, str],
    terms: Loaded[Term],
    references: Loaded[Reference],
    places: Loaded[Place],
    report: Report,
) -> None:
    live = {f"/{page_url(page)}" for page in ids.values()}
    for address, id in ledger.addresses.items():
        if id not in ids and address not in live:
            report.say(
                document.place("addresses", address),
                f"{address} leads to '{id}', and there is no such page",
                "ledger-unknown-page",
                did_you_mean(id, ids) or "name the page that answers it now",
            )
    for id, page in ids.items():
        address = f"/{page_url(page)}"
        if address in ledger.addresses and ledger.addresses[address] != id:
            message = f"{address} is the address of '{id}', not of '{ledger.addresses[address]}'"
            report.say(document.place("addresses", address), message, "ledger-other-page", f"write '{address}: {id}'")
        elif address not in ledger.addresses:
            report.say(
                document.place("addresses"),
                f"the address {address} is not in the ledger",
                "ledger-missing-address",
                f"add '{address}: {id}'",
            )
    for field, known in (("terms", terms), ("references", references), ("places", places)):
        listed: tuple[str, ...] = getattr(ledger, field)
        for index, id in enumerate(listed):
            if id not in known.items and id not in known.broken:
                report.say(
                    document.place(field, index),
                    f"'{id}' was published and is gone from the {field}",
                    "ledger-unknown-anchor",
                    did_you_mean(id, known.items) or "bring it back",
                )
        missing = [id for id in known.items if id not in listed]
        if missing:
            report.say(
                document.place(field),
                f"not in the ledger's {field}: {', '.join(missing)}",
                "ledger-missing-anchor",
                f"add them to '{field}'",
            )
