"""Find what a language does not have yet, and pages that are older than what they translate."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from primer.core.diagnostics import Location, Report
from primer.core.document import spot
from primer.core.frontmatter import front_matter
from primer.core.languages import Language, in_language, language_of
from primer.core.model import Model
from primer.core.plurals import is_form
from primer.core.urls import page_id
from primer.core.yaml import Document, load
from primer.kit.content import PageTitles
from primer.kit.feature import Feature
from primer.kit.loading import ENGLISH, HasStrings, default_strings, load_sources
from primer.kit.sources import DataFolder, Key, Loaded, Single
from primer.site.changes import CHANGES, Changes
from primer.site.languages import languages_in, load_language, name_of

FEW = 6
"""So many names of what is missing are listed."""


@dataclass(frozen=True, order=True)
class Todo:
    """Something to translate, where it stands or would stand, and what to do."""

    location: Location
    fact: str
    hint: str

    def __str__(self) -> str:
        return f"{self.location}: {self.fact}\n    hint: {self.hint}"


@dataclass(frozen=True)
class Translation:
    """How far a language is: how much it has of how much, by what it is, and all that is left to do."""

    language: Language
    name: str
    counts: Mapping[str, tuple[int, int]]
    todo: tuple[Todo, ...]


def translations(
    docs: Path, label: str, features: Sequence[Feature], outputs: Sequence[HasStrings], default: str
) -> list[Translation]:
    """Return how far each language is but the ``default`` one. What cannot be read is for the build to say.

    ``docs`` is the folder of pages, which messages call ``label``.
    """
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    pages = [page for page in pages if not page.startswith("_data/")]
    folder = DataFolder(docs / "_data", f"{label}/_data", Report())
    first, *others = languages = languages_in(folder.root, pages, default)
    loaded = load_sources(features, folder)
    originals = [page for page in pages if language_of(page, languages) == first]
    found = []
    for language in others:
        own = load_language(language, features, outputs, loaded, folder)
        counts: dict[str, tuple[int, int]] = {}
        todo = [
            *_pages(language, originals, docs, label, loaded[CHANGES].item, counts),
            *_items(features, loaded, own.loaded, own.folder, counts),
            *_strings([*features, *outputs], folder, language, counts),
        ]
        found.append(Translation(language, name_of(language), counts, tuple(sorted(todo))))
    return found


def _pages(
    language: Language,
    originals: Sequence[str],
    docs: Path,
    label: str,
    changes: Changes | None,
    counts: dict[str, tuple[int, int]],
) -> Iterator[Todo]:
    there = [page for page in originals if (docs / in_language(page, language)).is_file()]
    counts["pages"] = len(there), len(originals)
    titles = PageTitles(docs, {})
    for page in originals:
        path = in_language(page, language)
        name = f"{label}/{path}"
        if page not in there:
            yield Todo(Location(f"{label}/{page}"), f"'{titles.of(page)}' is not translated", f"write {name}")
            continue
        document = _front(docs / path, name)
        changed = _changed(page, docs, label, changes)
        follows = document.data.get("translates") if isinstance(document.data, Mapping) else None
        if changed is None:
            continue
        hint = f"compare it with {label}/{page}, then write 'translates: {changed}'"
        if not isinstance(follows, datetime.date):
            yield Todo(document.location_of(), "the page does not say which day of its original it follows", hint)
        elif follows < changed:
            fact = f"the page follows its original of {follows}, which was changed on {changed}"
            yield Todo(document.location_of("translates"), fact, hint)


def _changed(page: str, docs: Path, label: str, changes: Changes | None) -> datetime.date | None:
    """Return the day on which a page was last changed: as recorded, or else the one on which it was last checked."""
    id = page_id(page)
    recorded = [change.date for change in changes.changes if change.page == id] if changes else []
    if recorded:
        return recorded[-1]
    data = _front(docs / page, f"{label}/{page}").data
    checked = data.get("sources_checked") if isinstance(data, Mapping) else None
    return checked if isinstance(checked, datetime.date) else None


def _front(path: Path, name: str) -> Document:
    text = front_matter(path.read_text("utf-8", "replace")) or ""
    return load(text, name, Report(), first_line=2) or Document(name, {}, {(): spot(Location(name))}, {})


def _items(
    features: Sequence[Feature],
    default: Mapping[Key[Any], Any],
    own: Mapping[Key[Any], Any],
    folder: DataFolder,
    counts: dict[str, tuple[int, int]],
) -> Iterator[Todo]:
    """Yield what data files of the default language have and those of another have not."""
    for source in (source for feature in features for source in feature.translated):
        known = default.get(source.key)
        file = f"{folder.label}/{getattr(source, 'name', '')}"
        if isinstance(known, Loaded) and known.ids:
            there = own[source.key]
            missing = [id for id in known.ids if id not in there.ids]
            counts[source.key.name] = len(known.ids) - len(missing), len(known.ids)
            if missing:
                hint = "translate them there, with the same ids"
                yield Todo(Location(file), f"not translated: {_named(missing)}", hint)
            for id in sorted(known.items.keys() & there.items.keys()):
                if gone := [part for part in _parts(known.items[id]) if part not in {*_parts(there.items[id])}]:
                    where = there.documents[id].location_of()
                    yield Todo(where, f"'{id}' has not all parts: {_named(gone)}", "translate them too")
        elif isinstance(known, Single) and known.document is not None:
            is_there = own[source.key].document is not None
            counts[source.key.name] = int(is_there), 1
            if not is_there:
                yield Todo(Location(file), "the file is not translated", "translate it there")


def _parts(item: Model) -> Iterator[str]:
    """Yield the id of each part of an item that has one, such as the questions of a quiz."""
    for name in type(item).model_fields:
        value = getattr(item, name)
        for part in value if isinstance(value, tuple) else ():
            if isinstance(part, Model) and isinstance(id := getattr(part, "id", None), str):
                yield id


def _strings(
    parts: Sequence[HasStrings], folder: DataFolder, language: Language, counts: dict[str, tuple[int, int]]
) -> Iterator[Todo]:
    """Yield each group of strings of which some are shown in English."""
    name = f"strings/{language.code}.yml"
    document = folder.document(name) or Document(f"{folder.label}/{name}", {}, {(): spot(Location(name))}, {})
    own = document.data if isinstance(document.data, Mapping) else {}
    known, total, left = default_strings(parts, language.code), 0, 0
    plurals = {group.section: group.plurals for part in parts for group in part.strings}
    for section, group in default_strings(parts, ENGLISH).items():
        mine = own.get(section)
        said = {*known.get(section, {}), *(mine if isinstance(mine, Mapping) else ())}
        needed = [one for one in group if _is_in(language, section, one, plurals)]
        missing = [one for one in needed if one not in said]
        total, left = total + len(needed), left + len(missing)
        if missing:
            where = document.location_of(section) if section in own else Location(f"{folder.label}/{name}")
            yield Todo(
                where, f"shown in English of '{section}': {_named(missing)}", f"translate them below '{section}:'"
            )
    counts["strings"] = total - left, total


def _is_in(language: Language, section: str, name: str, plurals: Mapping[str, Mapping[str, object]]) -> bool:
    """Tell whether a language needs a string: it may lack a form that English has of the plural."""
    counted, _, form = name.rpartition("_")
    return counted not in plurals.get(section, {}) or is_form(form, language.code)


def _named(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    shown = ", ".join(sorted(names)[:FEW])
    return f"{shown} and {len(names) - FEW} more" if len(names) > FEW else shown
