"""Make of our own style sheets, scripts and pictures what is published: smaller, and named by what is in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

NEEDED = re.compile(r"""(?:\bfrom|\bimport)(["'])\./([\w.-]+\.js)\1""")
"""Where a published script asks for another that it needs at once."""

IMPORT = re.compile(r"""(\bfrom|\bimport\(?)(["'])(\.{1,2}/[\w./-]+\.js)\2""")
"""Where a minified script asks for another: ``import{grade}from"./grading.js"``, or ``import("../grading.js")``."""

OF_A_TYPE = re.compile(r"types/([\w-]+)/([\w-]+)$")
"""Where something of one type is: ``quiz/types/match/type``; it is published as ``quiz-type-match``."""

NESTED_TEMPLATE = re.compile(r"\$\{[^}`]*`")
"""The beginning of a template literal inside another: rjsmin takes it for the end of the outer one."""


@dataclass(frozen=True)
class Asset:
    """A file as it is published."""

    address: str
    """Below the site's root: ``assets/quiz.3f2a1b9c.js``."""
    content: bytes
    imports: tuple[str, ...] = ()
    """The addresses of all scripts that this one needs before it runs, each once."""


MINIFIERS: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


def published_assets(folder: Path, above: Mapping[str, str]) -> Mapping[str, Asset]:
    """Return each file in the folder ``assets`` as it is published, by its path in the theme: ``assets/quiz.js``.

    ``above`` holds what stands above the content of a style sheet or script, by its path in the folder. A script asks
    for another by the name of what is published, so its own name changes with the other's content. Scripts of folders
    below are published beside all others; whatever else lies there stays as it is.
    Raises ValueError where a script cannot be published.
    """
    found = sorted([*folder.glob("*.*"), *folder.glob("*/**/*.js")])
    paths = {path.relative_to(folder).as_posix(): path for path in found if path.is_file()}
    published: dict[str, Asset] = {}

    def publish(name: str, importers: tuple[str, ...] = ()) -> Asset:
        chain = (*importers, name)
        if name not in paths or name in importers:
            problem = "goes round in a circle" if name in importers else "is not there"
            raise ValueError(f"{folder}: {' imports '.join(chain)}, which {problem}")
        if name not in published:
            beside = posixpath.dirname(name)

            def address_of(other: str) -> str:
                return publish(posixpath.normpath(posixpath.join(beside, other)), chain).address

            content = above.get(name, "").encode() + _content(paths[name], address_of)
            digest = blake2s(content, digest_size=4).hexdigest()
            stem, suffix = posixpath.splitext(name)
            needed = _needed(content, {asset.address: asset for asset in published.values()}) if suffix == ".js" else ()
            published[name] = Asset(f"assets/{_published_stem(stem)}.{digest}{suffix}", content, needed)
        return published[name]

    return {f"assets/{name}": publish(name) for name in paths}


def _needed(script: bytes, others: Mapping[str, Asset]) -> tuple[str, ...]:
    """Return the addresses of what a published script imports, and of what that imports in turn."""
    direct = [f"assets/{match[2]}" for match in NEEDED.finditer(script.decode())]
    return tuple(dict.fromkeys(address for one in direct for address in (one, *others[one].imports)))


def _published_stem(path: str) -> str:
    """Return what a file is called in the one folder of all that is published.

    ``path`` is its path in its own folder, without its ending: of ``quiz/plan`` the name is ``quiz-plan``, and of
    ``quiz/types/match/grade`` it is ``quiz-grade-match``.
    """
    return OF_A_TYPE.sub(r"\2-\1", path).replace("/", "-")


def _content(path: Path, address_of: Callable[[str], str]) -> bytes:
    """Return what is published of a file; ``address_of`` tells where a script is that it asks for."""
    minify = MINIFIERS.get(path.suffix)
    if minify is None:
        return path.read_bytes()
    text = path.read_text("utf-8")
    if NESTED_TEMPLATE.search(text):
        raise ValueError(f"{path}: a template literal stands inside another, which the minifier does not understand")
    return IMPORT.sub(lambda match: f'{match[1]}"./{Path(address_of(match[3])).name}"', minify(text)).encode()
