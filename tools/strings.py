"""Write every string of the engine, in English, into a file that is then translated.

Run it with ``hooks`` on the path and the language as its argument, or run ``make strings LANGUAGE=cy``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from primer.features import FEATURES
from primer.kit.counting import in_forms
from primer.kit.loading import strings_file
from primer.kit.registry import load_features
from primer.outputs.registry import OUTPUTS
from primer.site.place import with_basics

FOLDER = Path(__file__).resolve().parents[1] / "docs/_data/strings"


def main(arguments: list[str]) -> None:
    """Write the file of a language; one that is there is never overwritten."""
    if len(arguments) != 1:
        sys.exit("name the language: make strings LANGUAGE=cy")
    path = FOLDER / f"{arguments[0]}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = [*with_basics(load_features(FEATURES)), *OUTPUTS]
    groups = [group for part in parts for group in part.strings]
    text = in_forms(strings_file(parts), groups, arguments[0])
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(f"# yaml-language-server: $schema=../schemas/strings.json\n{text}")
    except FileExistsError:
        sys.exit(f"{path} is there already; remove it first, or add what is missing by hand")
    print(f"Wrote {path}.")


if __name__ == "__main__":
    main(sys.argv[1:])
