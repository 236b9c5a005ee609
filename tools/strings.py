"""Write every string of the engine, in English, into a file that is then translated.

Run it with ``hooks`` on the path and the language as its argument, or run ``make strings LANGUAGE=cy``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError
from primer.features import FEATURES
from primer.kit.counting import in_forms
from primer.kit.loading import ENGLISH, strings_file
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
    text = to_translate(arguments[0])
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(f"# yaml-language-server: $schema=../schemas/strings.json\n{text}")
    except FileExistsError:
        sys.exit(f"{path} is there already; remove it first, or add what is missing by hand")
    print(f"Wrote {path}.")


def to_translate(language: str) -> str:
    """Return every string in English, in the forms and with what is known of the language into which they go."""
    parts = [*with_basics(load_features(FEATURES)), *OUTPUTS]
    groups = [group for part in parts for group in part.strings]
    return in_forms(strings_file(parts), groups, language).replace(_about(ENGLISH), _about(language))


def _about(language: str) -> str:
    """Return what a file of strings says of its language, as far as CLDR knows it."""
    if language == ENGLISH:
        return "  language: en-GB\n  locale: en_GB\n  direction: ltr\n"
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        sys.exit(f"'{language}' names no language that is known; write it as HTML does: cy, pt-BR")
    return f"  language: {language}\n  locale: {locale}\n  direction: {locale.text_direction}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
