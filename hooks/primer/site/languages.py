"""Find the languages of a site: each but the default one has a folder of pages and a file of strings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from primer.core.languages import Language, site_languages


def languages_in(data: Path, pages: Iterable[str], default: str) -> tuple[Language, ...]:
    """Return the languages of a site, the default one first.

    ``data`` is the folder of data files, and ``pages`` holds the path of each written page below the docs folder.
    """
    folders = {page.partition("/")[0] for page in pages if "/" in page}
    strings = sorted(path.stem for path in data.glob("strings/*.yml"))
    return site_languages(default, [code for code in strings if code != default and code in folders])
