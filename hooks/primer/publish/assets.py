"""Make of our own style sheets, scripts and pictures what is published: smaller, and named by what is in it."""

from __future__ import annotations

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


def published_assets(paths: Mapping[str, Path], above: Mapping[str, str]) -> Mapping[str, Asset]:
    """Return each style sheet, script and picture as it is published, by what templates call it: ``assets/quiz.js``.

    ``paths`` holds where each lies, and ``above`` what stands above the content of one, both by its name. A script
    asks for another by its path; what is published asks by the published name, so its own name changes with the
    other's content. Raises ValueError where a script cannot be published.
    """
    names = {path.resolve(): name for name, path in paths.items()}
    published: dict[str, Asset] = {}

    def publish(name: str, importers: tuple[str, ...] = ()) -> Asset:
        chain = (*importers, name)
        if name not in paths or name in importers:
            problem = "goes round in a circle" if name in importers else "is not there"
            raise ValueError(f"{' imports '.join(chain)}, which {problem}")
        if name not in published:
            path = paths[name]

            def address_of(other: str) -> str:
                return publish(names.get((path.parent / other).resolve(), Path(other).name), chain).address

            content = above.get(name, "").encode() + _content(path, address_of)
            digest = blake2s(content, digest_size=4).hexdigest()
            stem, suffix = name.removesuffix(path.suffix), path.suffix
            needed = _needed(content, {asset.address: asset for asset in published.values()}) if suffix == ".js" else ()
            published[name] = Asset(f"assets/{stem}.{digest}{suffix}", content, needed)
        return published[name]

    return {f"assets/{name}": publish(name) for name in paths}


def _needed(script: bytes, others: Mapping[str, Asset]) -> tuple[str, ...]:
    """Return the addresses of what a published script imports, and of what that imports in turn."""
    direct = [f"assets/{match[2]}" for match in NEEDED.finditer(script.decode())]
    return tuple(dict.fromkeys(address for one in direct for address in (one, *others[one].imports)))


def _content(path: Path, address_of: Callable[[str], str]) -> bytes:
    """Return what is published of a file; ``address_of`` tells where a script is that it asks for."""
    minify = MINIFIERS.get(path.suffix)
    if minify is None:
        return path.read_bytes()
    text = path.read_text("utf-8")
    if NESTED_TEMPLATE.search(text):
        raise ValueError(f"{path}: a template literal stands inside another, which the minifier does not understand")
    return IMPORT.sub(lambda match: f'{match[1]}"./{Path(address_of(match[3])).name}"', minify(text)).encode()
