"""Make a quiz file of a quiz of another program: ``make import FILE=quiz.xml QUIZ=trust-basics``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.importing.running import CannotImportError, Imported, imported


def main(arguments: list[str]) -> None:
    """Import a file into this project, say what was done, and leave with 1 where somebody has to do something."""
    file, id = (*arguments, "", "")[:2]
    try:
        done = imported(Path.cwd(), file, id)
    except CannotImportError as error:
        sys.exit(str(error))
    print("\n".join(lines(done)))
    sys.exit(0 if done.is_whole else 1)


def lines(done: Imported) -> list[str]:
    """Return what is said of an import."""
    if done.broken:
        return [*map(str, done.broken), "Nothing was written."]
    found = [*done.lost, f"{done.path}: new", *([done.ledger] if done.ledger else [])]
    if done.missing:
        return [*found, "It cannot be built yet:", *map(str, done.missing)]
    return [*found, "Now read it: an import cannot see what is right."]


if __name__ == "__main__":
    main(sys.argv[1:])
