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

    key: bytes
    """Under which they are kept."""
    listed: Mapping[str, Listed]
    read: Callable[[], tuple[Files, Mapping[str, Listed]]]
    """Returns the files by their names, with the list of them."""


@dataclass(frozen=True)
class Download:
    """A file as it is listed. It is kept under ``key``, as ``name`` among others."""

    listed: Listed
    key: bytes
    name: str
    content: bytes


NONE = KeptFiles(b"", {}, lambda: ({}, {}))


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
        return KeptFiles(key, listed, lambda: (files, listed))
    listed = {name: Listed(*one) for name, one in json.loads(value).items()}
    return KeptFiles(key, listed, found)


def downloads_of(files: KeptFiles, folder: str = "") -> dict[str, Download]:
    """Return each of some files by its path."""
    contents, listed = files.read()
    return {folder + name: Download(listed[name], files.key, name, content) for name, content in contents.items()}


def kept_contents(kept: Cache, key: bytes) -> Mapping[tuple[str, str], bytes]:
    """Return the files that are kept under ``key``, by name and digest; nothing where they are no longer there."""
    value = kept.get(key)
    together = kept.get(digest_of(value)) if value is not None else None
    files: dict[tuple[str, str], bytes] = {}
    if value is not None and together is not None:
        at = 0
        for name, (size, digest) in json.loads(value).items():
            files[name, digest] = together[at : at + size]
            at += size
    return files
