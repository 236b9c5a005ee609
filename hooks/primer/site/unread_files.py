"""Find files in the data folder that look like data and that nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from primer.core.diagnostics import Location, Report, closest
from primer.core.files import files_below
from primer.core.languages import Language, in_language, ledger_file
from primer.kit.feature import Feature
from primer.kit.sources import DataFolder, Folder

_LOOKS_LIKE_DATA = re.compile(r"\.ya?ml(\.\w+)?$", re.IGNORECASE)
_OTHERS = ("schemas", "strings")
"""Folders that hold no item of a feature."""


def report_unread(
    folder: DataFolder, features: Iterable[Feature], languages: Iterable[Language], report: Report
) -> None:
    """Report each file that nothing reads, with the name that was probably meant.

    ``features`` are all that there are: those of a feature that is off are left where they are.
    """
    sources = [source for feature in features for source in feature.sources]
    folders = {source.name for source in sources if isinstance(source, Folder)}
    names = {str(getattr(source, "name", "")) for source in sources} - folders - {""}
    default, *others = languages
    names |= {ledger_file(language) for language in (default, *others)}
    own = {str(getattr(source, "name", "")): source for feature in features for source in feature.translated}
    for name, source in own.items():
        known = folders if isinstance(source, Folder) else names
        known |= {in_language(name, language) for language in others}
    for file in files_below(folder.root):
        path = file.relative_to(folder.root).as_posix()
        if not _LOOKS_LIKE_DATA.search(path) or any(part.startswith(".") for part in PurePosixPath(path).parts):
            continue
        top, rest = _parted(path, folders)
        is_plain = path.endswith((".yml", ".yaml"))
        if path in names or (top in folders and rest and is_plain) or (top in _OTHERS and path.endswith(".yml")):
            continue  # what is in a folder of items and has a wrong name is reported with those
        meant = _meant(path, names, folders)
        hint = f"did you mean '{meant}'?" if meant else "move it out of the data folder"
        report.add(Location(f"{folder.label}/{path}"), f"nothing reads the file '{path}'", "data-unread", hint)


def _parted(path: str, folders: Iterable[str]) -> tuple[str, str]:
    """Return the folder of items in which a file is, or else its first folder, and the rest of its path."""
    found = next((folder for folder in folders if path.startswith(f"{folder}/")), path.partition("/")[0])
    return found, path[len(found) + 1 :]


def _meant(path: str, names: Iterable[str], folders: Iterable[str]) -> str | None:
    """Return the name that a file should probably have."""
    stem = _LOOKS_LIKE_DATA.sub("", path).lower()
    top, _, rest = stem.partition("/")
    if rest:
        around = closest(top, folders)
        return around and f"{around}/{rest}.yml"
    return closest(f"{stem}.yml", names)
