"""How long what was seen in a source may be printed."""

from __future__ import annotations

import datetime

from primer.core.dates import months_after
from primer.features.directory.help_lines import Service
from primer.features.directory.routes import Route

NUMBERS_ARE_PRINTED = 3
ROUTES_ARE_PRINTED = 12
"""For how many months after the day on which they were seen."""


def number_until(service: Service) -> datetime.date | None:
    """Return the last day on which a service's numbers are printed; None where they always are, or there are none.

    An emergency number always is: everybody knows it, and it does not move as the number of a help line may.
    """
    always = service.kind == "emergency" or service.evidence == "universal"
    if always or not (service.call or service.text) or service.seen_on is None:
        return None
    return months_after(service.seen_on, NUMBERS_ARE_PRINTED)


def limit_until(route: Route) -> datetime.date | None:
    """Return the last day on which a route's time limit, and the text of a register, are printed."""
    if not (route.deadline or _is_register(route)) or route.seen_on is None:
        return None
    return months_after(route.seen_on, ROUTES_ARE_PRINTED)


def printed_service(service: Service, today: datetime.date) -> Service:
    """Return a service without its numbers, where they are too old to be printed."""
    if not is_past(number_until(service), today):
        return service
    return service.model_copy(update={"call": None, "text": None})


def printed_route(route: Route, today: datetime.date) -> Route:
    """Return a route without what is too old to be printed."""
    if not is_past(limit_until(route), today):
        return route
    return route.model_copy(update={"deadline": None, **({"text": None} if _is_register(route) else {})})


def is_past(until: datetime.date | None, today: datetime.date) -> bool:
    """Tell whether a last day is over."""
    return until is not None and until < today


def _is_register(route: Route) -> bool:
    return route.kind == "register" and route.text is not None
