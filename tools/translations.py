"""List what each language of the site does not have yet, and what is older than its original.

Run it with ``hooks`` on the path, or run ``make translations``. A site in one language has nothing to translate.
"""

from __future__ import annotations

import sys
from pathlib import Path

from primer.features import FEATURES
from primer.kit.loading import ENGLISH
from primer.kit.registry import load_features
from primer.outputs.registry import OUTPUTS
from primer.site.place import with_basics
from primer.site.translations import Translation, translations

ROOT = Path(__file__).resolve().parents[1]


def main(docs: Path = ROOT / "docs") -> None:
    """Print for each language how much it has, and a line with a hint for all that is left."""
    features = with_basics(load_features(FEATURES))
    found = translations(docs, docs.name, features, OUTPUTS, ENGLISH)
    if not found:
        print(f"{docs.name} is in one language.")
    for one in found:
        print(summary(one), *one.todo, sep="\n")


def summary(one: Translation) -> str:
    """Return how far a language is, in a line."""
    parts = (f"{has} of {total} {what}" for what, (has, total) in one.counts.items())
    return f"{one.language.code} ({one.name}): {', '.join(parts)}"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
