"""Join scripts into one file: a script with all that it imports, or several that import from one that is published.

Each module gets a scope of its own, so that the names of one cannot clash with those of another, and becomes an
object of what it exports: ``const $0=(()=>{function grade(){}return{grade}})();``. What imports from it takes that
apart: ``const{grade}=$0;``. Our scripts import and export in few forms; any other raises ValueError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

_PATH = r"""(?P<quote>["'])(?P<path>\.{1,2}/[\w./-]+\.js)(?P=quote)"""
_NAMES = r"\{(?P<names>[\w$]+(?: as [\w$]+)?(?:,[\w$]+(?: as [\w$]+)?)*)\}"

_DECLARED = r"(?:const|let|class|function) \$\d"
STATEMENT = re.compile(rf"(?:\A|(?<=[;}}\n]))(?:import\b(?!\()|export\b|{_DECLARED})|\bimport\.meta\b")
"""Where a minified script imports or exports, or says what would be something else once it is joined."""
IMPORT = re.compile(rf"import(?:{_NAMES}from)?{_PATH};?")
REEXPORT = re.compile(rf"export{_NAMES}from{_PATH};?")
EXPORT = re.compile(r"export (?P<kept>(?:const (?=[\w$]+=)|class |(?:async )?function(?:\*| ))(?P<name>[\w$]+))")
LATER = re.compile(rf"\bimport\({_PATH}\)")
"""Where a minified script asks for another only once it needs it."""


class Sources(Protocol):
    """The scripts that there are, by name."""

    def read(self, name: str) -> str:
        """Return a script, minified."""

    def find(self, importer: str, path: str) -> str:
        """Return the name of the script for which another asks by this path. Raises ValueError if there is none."""


@dataclass(frozen=True)
class Module:
    """A script, taken apart. It names others by path, or by name, once that is known."""

    body: str
    """The script without its imports and the word ``export``."""
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    """The scripts that it needs at once, each with the names of what it takes: ``a``, or ``a:b`` to call it ``b``."""
    exports: tuple[tuple[str, str, str | None], ...]
    """The names of what it gives: outside, inside, and the script from which it hands that on, if it does."""


def module(name: str, sources: Sources) -> Module:
    """Return a script, taken apart. Raises ValueError where it imports or exports in a way that cannot be joined."""
    found = _taken_apart(name, sources.read(name))
    names = {path: sources.find(name, path) for path, _ in found.imports}
    return Module(
        found.body,
        tuple((names[path], taken) for path, taken in found.imports),
        tuple((outer, inner, path and names[path]) for outer, inner, path in found.exports),
    )


@lru_cache(maxsize=1024)  # a script is joined with many others, and a preview joins them again and again
def _taken_apart(name: str, text: str) -> Module:
    """Return a script, taken apart, in which others are paths."""
    at = 0
    kept: list[str] = []
    imports: list[tuple[str, tuple[str, ...]]] = []
    exports: list[tuple[str, str, str | None]] = []
    for statement in STATEMENT.finditer(text):
        start = statement.start()
        found = IMPORT.match(text, start) or REEXPORT.match(text, start) or EXPORT.match(text, start)
        if not found:
            raise ValueError(f"{name} says '{text[start : start + 40]}', which cannot be joined with other scripts")
        kept.append(text[at:start])
        at = found.end()
        if found.re is EXPORT:
            kept.append(found["kept"])
            exports.append((found["name"], found["name"], None))
            continue
        pairs = [tuple(one.split(" as ")) for one in found["names"].split(",")] if found["names"] else []
        if found.re is IMPORT:
            imports.append((found["path"], tuple(":".join(pair) for pair in pairs)))
        else:
            imports.append((found["path"], ()))
            exports += [(pair[-1], pair[0], found["path"]) for pair in pairs]
    return Module("".join([*kept, text[at:]]), tuple(imports), tuple(exports))


def in_order(entries: Iterable[str], sources: Sources) -> Mapping[str, Module]:
    """Return scripts and all that they import, each behind what it needs.

    Raises ValueError where that goes round in a circle, or a script imports what another does not export.
    """
    found: dict[str, Module] = {}

    def visit(name: str, importers: tuple[str, ...]) -> None:
        chain = (*importers, name)
        if name in importers:
            raise ValueError(f"{' imports '.join(chain)}, which goes round in a circle")
        if name not in found:
            one = module(name, sources)
            for other, names in one.imports:
                visit(other, chain)
                if missing := {pair.split(":")[0] for pair in names} - {outer for outer, _, _ in found[other].exports}:
                    raise ValueError(f"{name} imports {min(missing)} from {other}, which does not export it")
            found[name] = one

    for entry in entries:
        visit(entry, ())
    return found


def joined(entry: str, sources: Sources, address_of: Callable[[str], str], members: Iterable[str] = ()) -> str:
    """Return a script in one piece with all that it imports; one that imports nothing is left as it is.

    ``address_of`` returns by what address it asks for a script that it imports later. The core of a pack exports those
    of its modules that the ``members`` import, under the names by which ``packed`` knows them.
    """
    modules = in_order([entry], sources)
    every = in_order([entry, *members], sources)
    if len(modules) == len(every) == 1:
        return _with_addresses(sources.read(entry), entry, sources, address_of)
    variables = _variables(modules)
    exports = [outer for outer, _, _ in modules[entry].exports]
    ends = [f"export const{{{','.join(exports)}}}={variables[entry]};"] if exports else []
    asked = {other for name, one in every.items() if name not in modules for other, _ in one.imports}
    if asked:
        given = (variables[name] for name, one in modules.items() if name in asked and one.exports)
        ends.append(f"export{{{','.join(given)}}};")
    return "".join([*_scopes(modules, variables, sources, address_of), *ends])


def packed(entries: Iterable[str], core: str, sources: Sources, address_of: Callable[[str], str]) -> str:
    """Return several scripts in one piece with all that they import; what is in a core already is imported from it."""
    ours = in_order([core], sources)
    every = in_order([core, *entries], sources)
    variables = _variables(every)
    modules = {name: one for name, one in every.items() if name not in ours}
    for name, one in modules.items():
        if core in dict(one.imports):
            raise ValueError(f"{name} imports {core}, which is joined with what it imports: import that instead")
    imported = dict.fromkeys(other for one in modules.values() for other, _ in one.imports)
    needed = (variables[other] for other in imported if other in ours and ours[other].exports)
    head = f'import{{{",".join(needed)}}}from"{address_of(core)}";'
    return "".join([head, *_scopes(modules, variables, sources, address_of)])


def _variables(modules: Iterable[str]) -> Mapping[str, str]:
    return {name: f"${index}" for index, name in enumerate(modules)}


def _scopes(
    modules: Mapping[str, Module], variables: Mapping[str, str], sources: Sources, address_of: Callable[[str], str]
) -> Iterator[str]:
    for name, one in modules.items():
        taken = [f"{{{','.join(names)}}}={variables[other]}" for other, names in one.imports if names]
        body = _with_addresses(one.body, name, sources, address_of)
        head = f"const{','.join(taken)};" if taken else ""
        given = (f"{outer}:{variables[other]}.{inner}" if other else outer for outer, inner, other in one.exports)
        exported = f"{{{','.join(given)}}}"
        if not one.exports:
            yield f"{{{head}{body}}}"
        elif body:
            yield f"const {variables[name]}=(()=>{{{head}{body}\nreturn{exported}}})();"
        else:
            yield f"const {variables[name]}={exported};"


def _with_addresses(text: str, name: str, sources: Sources, address_of: Callable[[str], str]) -> str:
    return LATER.sub(lambda match: f'import("{address_of(sources.find(name, match["path"]))}")', text)
