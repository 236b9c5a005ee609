"""Find what has to be checked again: pages, and what features say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from primer.core.diagnostics import Report
from primer.core.frontmatter import front_matter
from primer.core.validation import validate
from primer.core.yaml import load
from primer.kit.due import Due, review_due
from primer.kit.feature import Feature
from primer.kit.loading import ENGLISH, assemble, load_sources, load_strings
from primer.kit.sources import DataFolder
from primer.site.languages import languages_in, load_language
from primer.site.models import FrontMatter, front_matter_model
from primer.site.reading import decoded


def due(docs: Path, label: str, features: Sequence[Feature], today: datetime.date, report: Report) -> list[Due]:
    """Return what is past or will be soon, the longest past first.

    ``docs`` is the folder of pages, which messages call ``label``. What cannot be read is reported, and left out.
    """
    pages = [path for path in sorted(docs.rglob("*.md")) if "_data" not in path.relative_to(docs).parts[:1]]
    names = frozenset(path.relative_to(docs).as_posix() for path in pages)
    folder = DataFolder(docs / "_data", f"{label}/_data", report)
    loaded = load_sources(features, folder)
    languages = languages_in(folder.root, names, ENGLISH)
    silent = replace(folder, report=Report())  # what is wrong with strings does not matter here
    strings = load_strings(features, silent, ENGLISH)
    content = assemble(features, loaded, folder, names, strings, language=ENGLISH, locale=ENGLISH, languages=languages)
    shape = front_matter_model(tuple(features), content.settings.review)
    found = [*_pages(docs, pages, label, shape, report)]
    found += [one for feature in features for one in feature.due(content)]
    for language in languages[1:]:
        own = load_language(language, features, (), loaded, silent).content(content)
        found += [one for feature in features if feature.translated for one in feature.due(own)]
    return sorted(one for one in found if one.listed_from <= today)


def _pages(docs: Path, pages: Sequence[Path], label: str, shape: type[FrontMatter], report: Report) -> Iterator[Due]:
    for path in pages:
        name = f"{label}/{path.relative_to(docs).as_posix()}"
        text = front_matter(decoded(path.read_bytes(), name, report))
        document = load(text, name, report, first_line=2) if text else None
        front = validate(shape, document, "page", report) if document else None
        if document and front and front.review_by:
            yield review_due(front.review_by, document.location_of("review_by"), front.title)
