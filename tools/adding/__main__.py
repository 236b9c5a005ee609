"""Add one thing to this project: ``make new-page``, ``new-quiz``, ``new-term``, ``new-reference``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tools.adding.adding import CannotAddError, add_page, add_quiz, add_reference, add_term

KINDS: dict[str, Callable[[Path, str, str], list[str]]] = {
    "page": add_page,
    "quiz": add_quiz,
    "term": add_term,
    "reference": add_reference,
}


def main(arguments: list[str]) -> None:
    """Add what is named, and print what was done; leave with the reason where nothing was."""
    kind, name, title = arguments
    try:
        done = KINDS[kind](Path.cwd(), name, title)
    except CannotAddError as error:
        sys.exit(str(error))
    print("\n".join(done))


if __name__ == "__main__":
    main(sys.argv[1:])
