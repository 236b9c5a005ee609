"""Let each data file name the schema by which editors check it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache

from primer.core.diagnostics import Diagnostic, Location
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.kit.sources import Folder, ListFile, OneFile
from primer.site.place import with_basics
from primer.site.schemas import SCHEMA_LINE

from tools.content.corpus import Corpus

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def missing_schema_lines(corpus: Corpus) -> Iterator[Diagnostic]:
    """The first line of each data file leads to its schema."""
    data = corpus.docs / "_data"
    for pattern, schema in files_with_schemas().items():
        for path in sorted(data.glob(pattern)):
            way = posixpath.relpath(f"schemas/{schema}", path.relative_to(data).parent.as_posix())
            line = SCHEMA_LINE.format(way)
            first = path.read_bytes().removeprefix(BYTE_ORDER_MARK).splitlines()[:1]
            if first != [line.encode()]:
                message = "the first line does not lead to the schema, so no editor helps with this file"
                location = Location(path.relative_to(corpus.root).as_posix())
                yield Diagnostic(location, message, "content-no-schema", f"begin the file with '{line}'")


@cache
def files_with_schemas() -> dict[str, str]:
    """The name of the schema for each pattern of data files, below their folder."""
    sources = [source for feature in with_basics(load_features(FEATURES)) for source in feature.sources]
    found = {
        f"{source.name}/*.yml" if isinstance(source, Folder) else source.name: f"{source.schema[0]}.json"
        for source in sources
        if isinstance(source, ListFile | OneFile | Folder) and source.schema
    }
    return {**found, "strings/*.yml": "strings.json"}


RULES = (missing_schema_lines,)
