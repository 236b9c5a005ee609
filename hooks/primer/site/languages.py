"""Find the languages of a site: each but the default one has a ledger, or a folder of pages and a file of strings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from primer.core.languages import DATA_FOLDERS, Language, site_languages


def languages_in(data: Path, pages: Iterable[str], default: str) -> tuple[Language, ...]:
    """Return the languages of a site, the default one first. One that has promised addresses stays one without pages.

    ``data`` is the folder of data files, and ``pages`` holds the path of each written page below the docs folder.
    """
    folders = {page.partition("/")[0] for page in pages if "/" in page}
    strings = {path.stem for path in data.glob("strings/*.yml")}
    ledgers = {path.parent.name for path in data.glob("*/permalinks.yml")} - DATA_FOLDERS
    return site_languages(default, sorted(((strings & folders) | ledgers) - {default}))
