"""Make of our own style sheets, scripts and pictures what is published: smaller, and named by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from os.path import normpath
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from primer.publish.join import LATER, in_order, joined, packed

NESTED_TEMPLATE = re.compile(r"\$\{[^}`]*`")
"""The beginning of a template literal inside another: rjsmin takes it for the end of the outer one."""

NO_PACKS: Mapping[str, str] = {}
NOTHING_BELOW: Mapping[str, Sequence[str]] = {}

MINIFIERS: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


@dataclass(frozen=True)
class Asset:
    """A file as it is published."""

    address: str
    """Below the site's root: ``assets/quiz.3f2a1b9c.js``."""
    content: bytes


class Scripts:
    """The scripts among these files, minified, for what joins them."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._paths = paths
        self._names = {normpath(path): name for name, path in paths.items()}

    def read(self, name: str) -> str:
        """Return a script, minified. Raises ValueError where the minifier does not understand it."""
        return _minified(self._paths[name])

    def find(self, importer: str, path: str) -> str:
        """Return the name of the script for which another asks by this path. Raises ValueError if there is none."""
        way = normpath(self._paths[importer].parent / path)
        name = self._names.get(way, Path(way).name)
        if name not in self._paths:
            raise ValueError(f"{importer} imports {path.removeprefix('./')}, which is not there")
        return name


def published_assets(
    paths: Mapping[str, Path],
    above: Mapping[str, str],
    packs: Mapping[str, str] = NO_PACKS,
    below: Mapping[str, Sequence[str]] = NOTHING_BELOW,
) -> Mapping[str, Asset]:
    """Return each style sheet, script and picture as it is published, by what templates call it: ``assets/quiz.js``.

    ``paths`` holds where each lies, ``above`` what stands above the content of one, and ``below`` the names of those
    that stand below it, in the same file; all by its name. A script is joined with what it imports. Published by itself
    is what exports nothing to others, stands below nothing and is not in ``packs``, which says from which core each
    script there imports. Where a script asks for another later, it asks by the published
    name, so its own name changes with the other's content. Raises ValueError where a script cannot be published.
    """
    scripts = Scripts(paths)
    modules = in_order((name for name, path in paths.items() if path.suffix == ".js"), scripts)
    imported = {other for module in modules.values() for other, _ in module.imports}
    exporting = {name for name, module in modules.items() if module.exports}
    inside = {*packs, *imported, *exporting, *(other for others in below.values() for other in others)}
    inside -= {*packs.values()}
    published: dict[str, Asset] = {}

    def publish(name: str, importers: tuple[str, ...] = ()) -> Asset:
        if name in importers:
            raise ValueError(f"{' imports '.join([*importers, name])}, which goes round in a circle")
        if name not in published:

            def address_of(other: str) -> str:
                return _beside(publish(other, (*importers, name)))

            if name in modules:
                content = joined(
                    name, scripts, address_of, [member for member, core in packs.items() if core == name]
                ).encode()
            else:
                others = b"".join(_content(paths[other]) for other in below.get(name, ()))
                content = above.get(name, "").encode() + _content(paths[name]) + others
            published[name] = named_by_content(name, content)
        return published[name]

    for name in paths:
        if name not in inside:
            publish(name)
    for member in packs:
        for name, one in in_order([member], scripts).items():
            for later in LATER.finditer(one.body):
                publish(scripts.find(name, later["path"]))
    return {f"assets/{name}": published[name] for name in paths if name in published}


def packed_asset(
    name: str, members: Iterable[str], core: str, paths: Mapping[str, Path], published: Mapping[str, Asset]
) -> Asset:
    """Return scripts as they are published in one file, which imports from the core of their pack."""
    text = packed(members, core, Scripts(paths), lambda other: _beside(published[f"assets/{other}"]))
    return named_by_content(name, text.encode())


def named_by_content(name: str, content: bytes) -> Asset:
    """Return what is published under a name that changes with the content."""
    stem, _, suffix = name.rpartition(".")
    return Asset(f"assets/{stem}.{blake2s(content, digest_size=4).hexdigest()}.{suffix}", content)


def _beside(asset: Asset) -> str:
    """Return by what address another asset asks for one."""
    return f"./{Path(asset.address).name}"


def _content(path: Path) -> bytes:
    return _minified(path).encode() if path.suffix in MINIFIERS else path.read_bytes()


def _minified(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".js" and NESTED_TEMPLATE.search(text):
        raise ValueError(f"{path}: a template literal stands inside another, which the minifier does not understand")
    return _smaller(text, path.suffix)


@lru_cache(maxsize=1024)  # joining asks for a script as often as others import it
def _smaller(text: str, suffix: str) -> str:
    return MINIFIERS[suffix](text)
