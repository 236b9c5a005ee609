"""Say of a page what was measured of it, in a browser or in bytes."""

from __future__ import annotations

from primer.core.diagnostics import Diagnostic, Location

KB = 1024


def late_message(page: Location, end: int, height: int) -> Diagnostic:
    """The first message of a page ends below the first screen of a phone."""
    message = f"on a phone, the first message ends at {end} pixels, and the screen at {height}"
    return Diagnostic(page, message, "content-late-message", "shorten the title, or the first sentence")


def late_short(page: Location, end: int, height: int) -> Diagnostic:
    """What a page says in short ends below the first screen of a phone."""
    message = f"on a phone, 'short' ends at {end} pixels, and the screen at {height}"
    return Diagnostic(page, message, "content-late-short", "shorten a point, or leave one out")


def tall_home(data: Location, height: int, most: int) -> Diagnostic:
    """The home page takes more of a phone than it may while its topics are closed."""
    message = f"on a phone, the home page is {height} pixels tall, {most} at most"
    return Diagnostic(data, message, "content-tall-home", "shorten the lines of worries, or leave out a link")


def heavy(page: Location, size: int, most: int) -> Diagnostic:
    """A page is heavier than a first visit may be."""
    message = f"a first visit takes {size:,} bytes, {most:,} at most"
    hint = "move a quiz, a list or a large table to a page of its own"
    return Diagnostic(page, message, "content-heavy-page", hint)


def wide(page: Location, element: str, width: int) -> Diagnostic:
    """Something on a page is wider than a phone."""
    message = f"on a screen of {width} pixels, this is wider than the screen: {element}"
    hint = "make the word, the picture or the code shorter"
    return Diagnostic(page, message, "content-too-wide", hint)


def inaccessible(page: Location, finding: str) -> Diagnostic:
    """The checker of accessibility finds something on a page."""
    hint = "look for the first words at https://dequeuniversity.com/rules/axe/"
    return Diagnostic(page, f"axe finds: {finding}", "content-inaccessible", hint)
