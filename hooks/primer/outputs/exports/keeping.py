"""Keep files from build to build, with the size and the digest of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from primer.core.cache import Cache, digest_of
from primer.outputs.exports.formats import Files


class Listed(NamedTuple):
    """What a list of files says of one."""

    size: int
    sha256: str


@dataclass(frozen=True)
class KeptFiles:
    """Files that are read once somebody asks for them; ``listed`` is known before, by the name of each."""

    listed: Mapping[str, Listed]
    read: Callable[[], tuple[Files, Mapping[str, Listed]]]
    """Returns the files by their names, with the list of them."""


NONE = KeptFiles({}, lambda: ({}, {}))


def kept_files(kept: Cache, make: Callable[[], Files], *read: str | bytes) -> KeptFiles:
    """Return what ``make`` makes. ``read`` is all that it reads, with the version of whatever makes it."""
    key = digest_of(*read)

    def made() -> tuple[Files, Mapping[str, Listed]]:
        files = make()
        listed = {name: Listed(len(content), sha256(content).hexdigest()) for name, content in files.items()}
        kept.put(key, value := json.dumps(listed).encode())
        kept.put(digest_of(value), b"".join(files.values()))
        return files, listed

    def found() -> tuple[Files, Mapping[str, Listed]]:
        content, files, at = kept.get(digest_of(value or b"")), {}, 0
        if content is None:  # the file of the cache is broken
            return made()
        for name, (size, _) in listed.items():
            files[name] = content[at : at + size]
            at += size
        return files, listed

    value = kept.get(key)
    if value is None or not kept.has(digest_of(value)):
        files, listed = made()
        return KeptFiles(listed, lambda: (files, listed))
    listed = {name: Listed(*one) for name, one in json.loads(value).items()}
    return KeptFiles(listed, found)
