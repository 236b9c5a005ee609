"""Know which pages say something else than when their last change was recorded."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from primer.core.diagnostics import Report, did_you_mean
from primer.core.frontmatter import after_front_matter, front_matter
from primer.core.model import DIGEST, PATTERNS, BrokenRule, Model, Slug, Text
from primer.core.yaml import load
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.fences import Fence, fences
from primer.kit.sources import Key, Loaded, OneFile, Single
from primer.site.reading import decoded

CHANGES_NAME = "changes.yml"
READ = ("title", "description", "content_note", "asked")
"""The fields of front matter that readers get to read, besides those of features."""

Digest = Annotated[str, Field(pattern=DIGEST, description=PATTERNS[DIGEST])]


class Baseline(Model):
    """What every page said on the day from which changes are recorded."""

    noun: ClassVar[str] = "the baseline"

    hover: ClassVar = {"date": "the day from which changes are recorded", "digests": "what each page said on that day"}

    date: datetime.date
    digests: dict[Slug, Digest]


class Change(Model):
    """One change of what a page says."""

    noun: ClassVar[str] = "a change"

    hover: ClassVar = {
        "page": "the id of the page",
        "date": "the day of the change",
        "kind": "what sort of change it is",
        "words": "what readers get to know of it",
    }

    page: Slug
    date: datetime.date
    kind: Literal["new", "correction", "advice", "wording"]
    words: Text
    digest: Digest


class Changes(Model):
    """What pages said first, and each change since then, the oldest first."""

    noun: ClassVar[str] = "the record of changes"

    hover: ClassVar = {
        "baseline": "what every page said on the first day",
        "changes": "each change since then, the oldest first",
    }

    baseline: Baseline
    changes: tuple[Change, ...] = ()

    @property
    def recorded(self) -> Mapping[str, str]:
        """What each page said last, by its id."""
        return {**self.baseline.digests, **{change.page: change.digest for change in self.changes}}

    def broken_rules(self) -> Iterator[BrokenRule]:
        last = self.baseline.date
        for index, change in enumerate(self.changes):
            if change.date < last:
                message = f"a change of {change.date} stands after one of {last}"
                yield BrokenRule("wrong-order", message, "the oldest comes first", ("changes", index, "date"))
            last = max(last, change.date)


CHANGES: Key[Single[Changes]] = Key("changes")
CHANGES_FILE = OneFile(CHANGES, CHANGES_NAME, Changes, "changes")


@dataclass(frozen=True)
class Unrecorded:
    """A page that says something else than the record has, or that the record does not know."""

    page: str
    """Its id."""
    path: str
    """What messages call its file."""
    digest: str
    is_new: bool


def check_changes(content: Content, ids: Iterable[str], report: Report) -> None:
    """Report changes of pages that were never there; ``ids`` holds the ids of all pages, those of before included."""
    found, known = content[CHANGES], set(ids)
    if found.item is None or found.document is None:
        return
    for index, change in enumerate(found.item.changes):
        if change.page not in known:
            location = found.document.location_of("changes", index, "page")
            message = f"there is no page '{change.page}'"
            report.add(location, message, "changes-unknown-page", did_you_mean(change.page, known))


def unrecorded(
    content: Content, features: Sequence[Feature], docs: Path, label: str, pages: Iterable[str]
) -> list[Unrecorded]:
    """Return each page whose text is not what was recorded last, by path; none where nothing is recorded.

    ``docs`` is the folder of pages, which messages call ``label``, and ``pages`` the path of each in it.
    """
    changes = content[CHANGES].item
    recorded = changes.recorded if changes else {}
    found = []
    for id, path, digest in digests(content, features, docs, label, pages):
        if changes and recorded.get(id) != digest:
            found.append(Unrecorded(id, path, digest, is_new=id not in recorded))
    return found


def digests(
    content: Content, features: Sequence[Feature], docs: Path, label: str, pages: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the id of each page, what messages call its file, and a digest of what it says to readers.

    That is its text and the words of its front matter, and what its fences show, unless that has a page of its own.
    Dates are not part of it, nor is how the text is laid out. Pages of other languages follow those of the default one.
    """
    shows = {fence: key for feature in features for fence, key in feature.shows.items()}
    read = (*READ, *(field.name for feature in features if (field := feature.page_field) and field.is_read))
    own = {(page.fence, page.id): page for page in content.generated.values()}
    for src_uri in sorted(page for page in pages if content.language_of(page) == content.languages[0]):
        text = decoded((docs / src_uri).read_bytes(), f"{label}/{src_uri}", Report())
        said = [_words(text, read), " ".join(after_front_matter(text).split())]
        for fence in fences(after_front_matter(text).split("\n")):
            said += _shown(fence, shows, content, own)
        yield content.id_of(src_uri), f"{label}/{src_uri}", _digest(said)
    for src_uri, page in sorted(content.generated.items()):
        items = _items(content, shows.get(page.fence))
        if page.id in items:
            yield content.id_of(src_uri), page.source, _digest([page.title, _dumped(items[page.id])])


def _words(text: str, read: Iterable[str]) -> str:
    """Return the words of front matter in the fields that readers get to read, as text."""
    document = load(front_matter(text) or "", "", Report())
    front = document.data if document and isinstance(document.data, Mapping) else {}
    return _json({name: front[name] for name in read if name in front})


def _shown(
    fence: Fence, shows: Mapping[str, Key[Any]], content: Content, own: Mapping[tuple[str, str], object]
) -> Iterator[str]:
    """Yield what a fence shows, as text."""
    items = _items(content, shows.get(fence.info))
    settings = load("\n".join(fence.body), "", Report())
    values = settings.data.values() if settings and isinstance(settings.data, Mapping) else ()
    named = [value for value in values if isinstance(value, str) and value in items]
    for id in named or sorted(items):
        if (fence.info, id) not in own:
            yield _dumped(items[id])


def _items(content: Content, key: Key[Any] | None) -> Mapping[str, Model]:
    """Return what a source loaded, by id; what stands alone in its file has none."""
    loaded = content.loaded.get(key) if key else None
    if isinstance(loaded, Loaded):
        return loaded.items
    return {"": loaded.item} if isinstance(loaded, Single) and loaded.item is not None else {}


def _dumped(item: Model) -> str:
    return _json(_without_dates(item.model_dump()))


def _without_dates(value: Any) -> Any:
    """Return data without its dates: looking at a source again changes nothing that is said."""
    if isinstance(value, Mapping):
        return {name: _without_dates(one) for name, one in value.items() if not isinstance(one, datetime.date)}
    return [_without_dates(one) for one in value] if isinstance(value, tuple | list) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _digest(said: Iterable[str]) -> str:
    return blake2s("\0".join(said).encode(errors="replace"), digest_size=8).hexdigest()
