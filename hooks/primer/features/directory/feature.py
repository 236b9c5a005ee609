"""The directory as a feature: fences for help lines, emergency numbers and routes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from markdown import Markdown
from markupsafe import Markup

from primer.core.dates import days_after
from primer.core.diagnostics import Location, did_you_mean
from primer.core.validation import validate
from primer.core.yaml import Document
from primer.features.directory.age import limit_until, number_until, printed_route
from primer.features.directory.check import check_help_lines, check_routes
from primer.features.directory.help_lines import HELP_LINES, EmergencyPlacement, HelpLinesPlacement, Place, Service
from primer.features.directory.help_lines_view import emergency_numbers, places, short_list
from primer.features.directory.listed import CountryItems
from primer.features.directory.passages import CountryPassages
from primer.features.directory.routes import ROUTES, PlaceRoutes, RoutesPlacement
from primer.features.directory.routes_view import route_places, wanted_routes
from primer.features.directory.strings import HelpLinesStrings, PlacesStrings, RoutesStrings
from primer.features.directory.translated import WORDS, WORDS_FILE, in_other_words, words_due
from primer.features.directory.view import ROUTES_PAGE
from primer.kit.content import Content
from primer.kit.context import Context
from primer.kit.due import NEVER_SEEN, Due
from primer.kit.feature import Feature, PublishedIds
from primer.kit.page import CurrentPage, WrittenLink
from primer.kit.placement import Placer, missing, only_once, unreadable
from primer.kit.sources import DataFolder, Key, ListFile
from primer.kit.texts import AnchorLink

NUMBERS_HOLD_FOR = 31
ROUTES_HOLD_FOR = 183
"""Days after which someone should look again."""
COUNTRIES = 2.2  # after all that reads headings or links terms, before the end of the lead is known (2)
COUNTRY_ITEMS = 2.1
ASSETS = frozenset({"places.css", "places.js"})


class Directory(Feature):
    """Whom to call, and where to check or complain, by country."""

    name = "directory"
    sources = (
        ListFile(HELP_LINES, "help-lines.yml", Place, "help-lines", parts=("services", Service)),
        ListFile(ROUTES, "routes.yml", PlaceRoutes, "routes"),
    )
    translated = (WORDS_FILE,)
    strings = (HelpLinesStrings, PlacesStrings, RoutesStrings)
    placed = ("help-lines", "emergency-numbers", "routes")
    shows: ClassVar = {
        "help-lines": HELP_LINES,
        "emergency-numbers": HELP_LINES,
        "routes": ROUTES,
    }
    styles = ("places.css",)
    scripts = ("places.js",)
    pages = (ROUTES_PAGE,)
    published_ids = PublishedIds("places", "ids that links to the list of help lines use", HELP_LINES)

    def in_language(self, loaded: Mapping[Key[Any], Any], folder: DataFolder) -> Mapping[Key[Any], Any]:
        """Return the help lines that answer in a language, in its words."""
        words = WORDS_FILE.load(folder)
        return {WORDS: words, HELP_LINES: in_other_words(loaded[HELP_LINES], words, folder.report)}

    def check(self, content: Content, folder: DataFolder) -> Iterator[AnchorLink]:
        """Report what does not fit together in help lines and routes."""
        if not content.is_default:
            return iter(())
        check_help_lines(content[HELP_LINES], folder.report)
        return check_routes(content[ROUTES], content[HELP_LINES], content.text, folder.report)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``help-lines``, ``emergency-numbers`` and ``routes``."""
        all_lines = only_once("help-lines", context.templates, lambda page, _: _help_lines(page, context))
        return {
            "help-lines": lambda page, document: _wanted_help_lines(page, document, context, all_lines),
            "emergency-numbers": lambda page, document: _emergency_numbers(page, document, context),
            "routes": lambda page, document: _routes(page, document, context),
        }

    def extend_markdown(self, md: Markdown, context: Context, current: Callable[[], CurrentPage | None]) -> None:
        """Fold passages about one country, and mark items of lists that are."""
        places = context.content[HELP_LINES]
        md.treeprocessors.register(CountryPassages(md, places, ASSETS, current), "primer-countries", COUNTRIES)
        md.treeprocessors.register(CountryItems(md, places, ASSETS, current), "primer-country-items", COUNTRY_ITEMS)

    def due(self, content: Content) -> Iterator[Due]:
        """Yield each number and each route that was seen too long ago, or never, as far as one is missing.

        Of another language, yield what was seen of the lines that answer in it.
        """
        if not content.is_default:
            yield from words_due(content[WORDS], content[HELP_LINES], NUMBERS_HOLD_FOR)
            return
        for id, place in content[HELP_LINES].items.items():
            for index, service in enumerate(place.services):
                if service.seen_on:
                    where = content[HELP_LINES].documents[id].location_of("services", index, "seen_on")
                    what = _printed_until(f"{service.name}, {place.name}", "number", number_until(service))
                    yield _due(days_after(service.seen_on, NUMBERS_HOLD_FOR), where, what)
                elif service.evidence == "recalled":
                    where = content[HELP_LINES].documents[id].location_of("services", index, "evidence")
                    yield _never_seen(where, f"{service.name}, {place.name} (no number is printed)")
        for id, routes in content[ROUTES].items.items():
            for index, route in enumerate(routes.routes):
                if route.seen_on:
                    where = content[ROUTES].documents[id].location_of("routes", index, "seen_on")
                    holds = "text" if route.kind == "register" else "time limit"
                    what = _printed_until(f"{route.name}, {id}", holds, limit_until(route))
                    yield _due(days_after(route.seen_on, ROUTES_HOLD_FOR), where, what)
                elif not route.site:
                    where = content[ROUTES].documents[id].location_of("routes", index, "evidence")
                    yield _never_seen(where, f"{route.name}, {id} (no link is printed)")


FEATURE = Directory()


def _due(by: datetime.date, where: Location, what: str) -> Due:
    return Due(by, where, what, listed_from=days_after(by, 1))


def _never_seen(where: Location, what: str) -> Due:
    return Due(NEVER_SEEN, where, what, listed_from=NEVER_SEEN)


def _printed_until(name: str, what: str, until: datetime.date | None) -> str:
    """Return what is due, with the last day on which the site prints it."""
    return f"{name} ({what} printed until {until})" if until else name


def _help_lines(page: CurrentPage, context: Context) -> Markup:
    page.assets |= ASSETS
    shown = places(context.content, context.today, page.url, page.free_id, page.text)
    return context.templates.render("directory/help-lines.html", places=shown)


def _wanted_help_lines(page: CurrentPage, document: Document, context: Context, all_lines: Placer) -> Markup:
    """Return the list of all lines, which has their ids and stands on a page once, or a short list of some."""
    content, templates = context.content, context.templates
    known, strings = content[HELP_LINES], content.strings[HelpLinesStrings]
    wanted = validate(HelpLinesPlacement, document, "help-lines", page.report)
    if wanted is None:
        return unreadable(templates)
    if wanted.place is None and wanted.kind is None:
        return all_lines(page, document)
    if wanted.place is not None and wanted.place not in known.items:
        if wanted.place not in known.broken:
            hint = did_you_mean(wanted.place, known.items)
            message = f"there are no help lines for a place '{wanted.place}'"
            page.report.add(document.location_of("place"), message, "help-lines-unknown-place", hint)
        return missing(templates, strings.missing.format(place=wanted.place))
    lines = short_list(content, wanted, page.url, context.today)
    if not lines:
        if wanted.place or not known.broken:
            message = f"there is no help line of the kind '{wanted.kind}' here"
            hint = "choose another kind, or remove the fence"
            page.report.add(document.location_of("kind"), message, "help-lines-none", hint)
        return missing(templates, strings.none)
    page.assets |= ASSETS
    label = " · ".join(
        part
        for part in (
            strings.kind(wanted.kind) if wanted.kind else None,
            known.items[wanted.place].name if wanted.place else None,
        )
        if part
    )
    return templates.render("directory/short-list.html", lines=lines, label=label)


def _emergency_numbers(page: CurrentPage, document: Document, context: Context) -> Markup:
    wanted = validate(EmergencyPlacement, document, "help-lines", page.report)
    if wanted is None:
        return unreadable(context.templates)
    page.assets |= ASSETS
    if wanted.link:
        page.links.append(WrittenLink(wanted.link.to, is_picture=False))
    numbers = emergency_numbers(context.content)
    return context.templates.render("directory/emergency-numbers.html", numbers=numbers, link=wanted.link)


def _routes(page: CurrentPage, document: Document, context: Context) -> Markup:
    content, templates = context.content, context.templates
    routes, strings = content[ROUTES], content.strings[RoutesStrings]
    wanted = validate(RoutesPlacement, document, "routes", page.report)
    if wanted is None:
        return unreadable(templates)
    if wanted.place is not None and wanted.place not in routes.items:
        if wanted.place not in routes.broken:
            hint = did_you_mean(wanted.place, routes.items)
            message = f"there are no routes for a place '{wanted.place}'"
            page.report.add(document.location_of("place"), message, "routes-unknown-place", hint)
        return missing(templates, strings.missing.format(place=wanted.place))
    page.assets |= ASSETS
    for _, found in wanted_routes(content, wanted):
        for route in found:
            page.cite(printed_route(route, context.today), content.text)
    return templates.render(
        "directory/routes.html",
        places=route_places(content, wanted, page.url, page.free_id, page.text, context.today),
        label=strings.kind(wanted.kind) if wanted.kind else strings.all,
        is_part=wanted.kind is not None,
    )
