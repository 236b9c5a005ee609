"""Where the data of a feature stands: a file that lists things, a file that holds one, a folder with one a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from primer.core.diagnostics import Location, Report
from primer.core.model import SLUG, Model
from primer.core.validation import validate
from primer.core.yaml import Document, load

M = TypeVar("M", bound=Model)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Key(Generic[T]):
    """Names what a source loads, and knows its type: ``content[QUIZZES]``."""

    name: str


class _Anything(frozenset[str]):
    """Holds every id: what a file that cannot be read may have said."""

    def __contains__(self, id: object) -> bool:
        return True


ANYTHING = _Anything()


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """The good items of a source by id, where each stands, and the ids of those that were refused."""

    items: Mapping[str, M] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    repeated: int = 0
    """How many items have an id that was there before, in place of one of their own."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all items, refused ones included; of a file that cannot be read, none."""
        return frozenset({*self.items, *self.broken})


@dataclass(frozen=True)
class Single(Generic[M]):
    """What a file holds, if it is there and right; ``document`` is what it says, if it can be read."""

    item: M | None = None
    document: Document | None = None
    is_broken: bool = False


@dataclass(frozen=True)
class DataFolder:
    """The folder of data files. ``label`` is what messages call it: 'docs/_data'."""

    root: Path
    label: str
    report: Report

    def exists(self, name: str) -> bool:
        """Tell whether the folder has this file."""
        return (self.root / name).is_file()

    def is_empty(self, name: str) -> bool:
        """Tell whether the folder has this file, with nothing in it but comments."""
        lines = (self.root / name).read_bytes().splitlines() if self.exists(name) else [b"-"]
        return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)

    def document(self, name: str, check: Callable[[Document], object] = lambda _: None) -> Document | None:
        """Return what a file says, or None when it is missing or unreadable; the latter is reported.

        ``check`` gets what can be read of an unreadable one.
        """
        path = self.root / name
        return load(path.read_bytes(), f"{self.label}/{name}", self.report, check=check) if path.is_file() else None


class Source(Protocol[T_co]):
    """Something in the data folder that a feature loads."""

    @property
    def key(self) -> Key[Any]:
        """Under which the content holds what was loaded."""

    @property
    def schema(self) -> tuple[str, Any] | None:
        """The name of its JSON Schema and the type that the schema describes; None where there is none."""

    def load(self, folder: DataFolder) -> T_co:
        """Return what is in ``folder``, after reporting what is wrong with it."""


@dataclass(frozen=True)
class ListFile(Generic[M]):
    """A file that lists items, each with its id. A bad item does not take others with it.

    ``kind`` begins the code of each message. ``parts`` names a list in each item, and what is in that: there, a bad
    part does not take the item with it.
    """

    key: Key[Loaded[M]]
    name: str
    shape: type[M]
    kind: str
    parts: tuple[str, type[Model]] | None = None

    @property
    def schema(self) -> tuple[str, Any]:
        """The schema of the whole list, named like the file."""
        return self.name.removesuffix(".yml"), tuple[self.shape, ...]  # type: ignore[name-defined]

    def load(self, folder: DataFolder) -> Loaded[M]:
        """Return the items by id; nothing where the file is missing."""
        if not folder.exists(self.name):
            return Loaded()
        document = folder.document(self.name, lambda readable: self._check(readable, folder.report))
        if document is None:
            return Loaded(broken=ANYTHING)
        if not isinstance(document.data, tuple):
            message = f"{self.name} should be a list, each item beginning with '- id: …'"
            folder.report.add(document.location_of(), message, f"{self.kind}-wrong-type")
            return Loaded(broken=ANYTHING)
        items: dict[str, M] = {}
        documents: dict[str, Document] = {}
        broken: set[str] = set()
        ids = [id for id, _ in document.ids()]
        folder.report.add_repeated(document.ids(), f"{self.kind}-repeated-id")
        for part in document.items():
            id = part.id
            if id in documents:
                continue
            item = validate(self.shape, part, self.kind, folder.report)
            if item is None and self.parts:
                item = self._without_bad_parts(part, *self.parts)
            if id is not None:
                documents[id] = part
                if item is None:
                    broken.add(id)
                else:
                    items[id] = item
        return Loaded(items, documents, frozenset(broken), len(ids) - len(set(ids)))

    def _check(self, document: Document, report: Report) -> None:
        """Report what is wrong in each item."""
        for part in document.items():
            validate(self.shape, part, self.kind, report)

    def _without_bad_parts(self, document: Document, name: str, part: type[Model]) -> M | None:
        """Return what an item is without the bad parts of its list ``name``; what is wrong has been said."""
        if not isinstance(document.data, Mapping):
            return None
        good = [item.data for item in document.part(name).items() if validate(part, item, self.kind, Report())]
        return validate(self.shape, replace(document, data={**document.data, name: tuple(good)}), self.kind, Report())


@dataclass(frozen=True)
class OneFile(Generic[M]):
    """A file that holds one thing."""

    key: Key[Single[M]]
    name: str
    shape: type[M]
    kind: str
    has_schema: bool = True

    @property
    def schema(self) -> tuple[str, Any] | None:
        """The schema of the file, named like it."""
        return (self.name.removesuffix(".yml"), self.shape) if self.has_schema else None

    def load(self, folder: DataFolder) -> Single[M]:
        """Return what the file holds; nothing where it is missing, or empty and all of it may be left out."""
        if self._may_be_empty and folder.is_empty(self.name):
            return Single()
        document = folder.document(self.name, lambda part: validate(self.shape, part, self.kind, folder.report))
        item = validate(self.shape, document, self.kind, folder.report) if document else None
        return Single(item, document, is_broken=item is None and folder.exists(self.name))

    @property
    def _may_be_empty(self) -> bool:
        return not any(one.is_required() for one in self.shape.model_fields.values())


@dataclass(frozen=True)
class Folder(Generic[M]):
    """A folder with one item a file, whose name is the item's id. ``kind`` begins the code of each message."""

    key: Key[Loaded[M]]
    name: str
    shape: type[M]
    kind: str

    @property
    def schema(self) -> tuple[str, Any]:
        """The schema of one file, named like the kind."""
        return self.kind, self.shape

    def load(self, folder: DataFolder) -> Loaded[M]:
        """Return the items by id."""
        items: dict[str, M] = {}
        documents: dict[str, Document] = {}
        broken: set[str] = set()
        for name in self._files(folder):
            id = Path(name).stem
            document = folder.document(name, lambda part: validate(self.shape, part, self.kind, folder.report))
            item = validate(self.shape, document, self.kind, folder.report) if document else None
            if document is None or item is None:
                broken.add(id)
            else:
                items[id], documents[id] = item, document
        return Loaded(items, documents, frozenset(broken))

    def _files(self, folder: DataFolder) -> Iterator[str]:
        """Yield the files whose names are ids; what looks like one and has another name is reported."""
        for path in sorted(folder.root.glob(f"{self.name}/**/*.y*ml")):
            name = path.relative_to(folder.root / self.name).as_posix()
            if path.name.startswith(".") or not path.is_file():
                continue  # left by an editor
            if path.suffix == ".yml" and re.fullmatch(SLUG, name.removesuffix(".yml")):
                yield f"{self.name}/{name}"
            else:
                better = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower())) or "a-name"
                location = Location(f"{folder.label}/{self.name}/{name}")
                message = f"'{name}' is not the name of a {self.kind} file"
                hint = f"move it to {self.name}/{better}.yml"
                folder.report.add(location, message, f"{self.kind}-file-name", hint)
