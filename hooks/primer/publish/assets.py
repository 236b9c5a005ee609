"""Make of our own style sheets, scripts and pictures what is published: smaller, and named by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

IMPORT = re.compile(r"""(\bfrom|\bimport\(?)(["'])\./([\w-]+\.js)\2""")
"""Where a minified script asks for another: ``import{grade}from"./grading.js"``, or ``import("./grading.js")``."""

NESTED_TEMPLATE = re.compile(r"\$\{[^}`]*`")
"""The beginning of a template literal inside another: rjsmin takes it for the end of the outer one."""


@dataclass(frozen=True)
class Asset:
    """A file as it is published."""

    address: str
    """Below the site's root: ``assets/quiz.3f2a1b9c.js``."""
    content: bytes


MINIFIERS: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


def published_assets(paths: Mapping[str, Path], above: Mapping[str, str]) -> Mapping[str, Asset]:
    """Return each style sheet, script and picture as it is published, by what templates call it: ``assets/quiz.js``.

    ``paths`` holds where each lies, and ``above`` what stands above the content of one, both by its name. A script
    asks for another by the name of what is published, so its own name changes with the other's content.
    Raises ValueError where a script cannot be published.
    """
    published: dict[str, Asset] = {}

    def publish(name: str, importers: tuple[str, ...] = ()) -> Asset:
        chain = (*importers, name)
        if name not in paths or name in importers:
            problem = "goes round in a circle" if name in importers else "is not there"
            raise ValueError(f"{' imports '.join(chain)}, which {problem}")
        if name not in published:
            content = above.get(name, "").encode() + _content(paths[name], lambda other: publish(other, chain).address)
            digest = blake2s(content, digest_size=4).hexdigest()
            published[name] = Asset(f"assets/{paths[name].stem}.{digest}{paths[name].suffix}", content)
        return published[name]

    return {f"assets/{name}": publish(name) for name in paths}


def _content(path: Path, address_of: Callable[[str], str]) -> bytes:
    """Return what is published of a file; ``address_of`` tells where the script of a name is."""
    minify = MINIFIERS.get(path.suffix)
    if minify is None:
        return path.read_bytes()
    text = path.read_text("utf-8")
    if NESTED_TEMPLATE.search(text):
        raise ValueError(f"{path}: a template literal stands inside another, which the minifier does not understand")
    return IMPORT.sub(lambda match: f'{match[1]}"./{Path(address_of(match[3])).name}"', minify(text)).encode()
