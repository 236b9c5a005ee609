"""Take from Material's style sheet what pages of this site can use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tinycss2

from primer.core.cache import Cache
from primer.core.files import files_below
from primer.publish import rules
from primer.publish.rules import Selector

SHEET = "assets/stylesheets/main.*.css"
RELIED_ON = (SHEET, "partials/languages/en.html")
"""The files of Material over which a site is laid: each pattern fits one."""

UNPUBLISHED = ("assets/javascripts/", "assets/stylesheets/")
"""The folders of Material's scripts and styles, which no page of ours asks for."""

EVERY_PAGE, CODE, WRITTEN = "site.css", "code.css", "written.css"
"""The style sheets of ours that Material's is divided by, each of which stands below its part: that of every page, that
of pages with blocks of code, and that of pages with anything else that only authors make, such as notes and tabs."""

OF_CODE = re.compile(r"pre|highlight(table)?|linenodiv")
"""Elements and classes that blocks of code alone have."""

ANYWHERE = frozenset({"md-button", "md-button--primary", "headerlink", "js"})
"""Classes that no template need name: those of buttons, which authors of other sites with Material know and may give to
what they write, and what Markdown and our first script add to every page."""

REPLACED = frozenset(
    {"details", "summary", "blockquote", "admonition", "admonition-title", "md-button", "md-button--primary"}
)
"""Elements and classes that our own sheets draw anew, so that nothing of Material's is left of them."""

OF_SCRIPTS = frozenset({"role", "aria-sort", "data-preview"})
"""Attributes by which Material's style sheet knows what its scripts have made of tables and links."""

RARE = frozenset({"kbd", "mark", "abbr", "iframe", "video"})
"""Elements that few pages have, so that their rules stand with those for what only authors make."""

POLYFILL = ".focus-visible"
"""The class by which Material's script says what browsers know by themselves, as ``:focus-visible``."""

REM, ROOT = re.compile(r"(?<![\w.])(\d*\.?\d+)rem\b"), 1.25
"""A length in Material's style sheet, and the size of its root: it makes every text a quarter larger."""

NAME = re.compile(r"(?:--)?\bmd-[\w-]+")
"""A class or an attribute that only Material's own parts have, or a property of its own."""

CLASSES = re.compile(r"""\bclass(?:Name)?\s*[=:]\s*(?:"([^">]*)|'([^'>]*)|`([^`>]*))|\bclassList\.\w+\(([^)]*)""")
"""Where a template or a script says what classes an element has."""


@dataclass(frozen=True)
class MaterialSheet:
    """Rules of Material's, which a page needs if it has an element or a class that is among ``names``."""

    css: str
    names: frozenset[str]


@dataclass(frozen=True)
class _Named:
    """Names that our templates and scripts use, as classes or in any other way."""

    classes: frozenset[str]
    anyhow: frozenset[str]

    def sheet_of(self, selector: Selector) -> tuple[str, str] | None:
        """Return in which sheet rules with a selector stand, and a name that pages have if they need it, or ''.

        None stands for what no page can have, a part of Material's own for which our templates have no room, and for
        what ours draw anew.
        """
        attributes = [name for name in rules.attributes_in(selector) if name.startswith("data-md-")]
        if is_replaced(selector):
            return None
        classes, elements = rules.classes_in(selector), rules.elements_in(selector)
        foreign = [name for name in classes if name not in self.classes]
        if any(name.startswith("md-") for name in foreign) or not {name[5:] for name in attributes} <= self.anyhow:
            return None
        if of_code := [name for name in (*classes, *elements) if OF_CODE.fullmatch(name)]:
            return CODE, of_code[0]
        rare = [*foreign, *(name for name in elements if name in RARE)]
        return (WRITTEN, rare[0]) if rare else (EVERY_PAGE, "")


def unmet(theme: Path) -> list[str]:
    """Return the patterns of what a site relies on that fit no file in the theme's folder, or several."""
    return [pattern for pattern in RELIED_ON if len(list(theme.glob(pattern))) != 1]


def material_css(theme: Path) -> str:
    """Return the style sheet in Material's folder ``theme``, for pages whose root is as large as browsers make it.

    In Material's own pages 1rem is 20 pixels. Raises ValueError unless Material has one style sheet.
    """
    (sheet,) = theme.glob(SHEET)
    css = sheet.read_text("utf-8").replace(POLYFILL, ":focus-visible")
    return REM.sub(lambda found: f"{float(found[1]) * ROOT:g}rem", css)


def is_replaced(selector: Selector) -> bool:
    """Tell whether a rule is about what ours draw anew, or about what no script of ours makes."""
    drawn = {*rules.classes_in(selector), *rules.elements_in(selector)} & REPLACED
    return bool(drawn or OF_SCRIPTS.intersection(rules.attributes_in(selector)))


def material_styles(theme: Path, ours: Sequence[Path], cache: Cache) -> Mapping[str, MaterialSheet]:
    """Return what pages can use of the style sheet in Material's folder ``theme``; ``ours`` are laid over it.

    It is divided by the style sheets of ours above which it stands, in the layer ``material``, so that ours have the
    last word. Left out are rules for Material's own parts that neither our templates nor our scripts name, and custom
    properties that nothing uses. Raises ValueError unless Material has one style sheet.
    """
    css = material_css(theme)
    code = [Path(path).read_bytes() for path in (__file__, rules.__file__)]
    files = [path for folder in ours for path in files_below(folder) if path.suffix in (".css", ".html", ".js")]
    contents = [(path.suffix == ".css", path.read_bytes()) for path in files]
    kinds = repr([is_style for is_style, _ in contents])
    names = cache.kept(lambda: _names_in(contents), "names", kinds, *code, *(content for _, content in contents))
    classes, anyhow, used = json.loads(names)
    named = _Named(frozenset(classes), frozenset(anyhow))
    read = css, repr(classes), repr(used), tinycss2.__version__, *code
    kept = json.loads(cache.kept_text(lambda: json.dumps(_sheets(css, named, frozenset(used))), *read))
    return {name: MaterialSheet(text, frozenset(names)) for name, (text, names) in kept.items()}


def _names_in(contents: Iterable[tuple[bool, bytes]]) -> bytes:
    """Return in JSON the classes, all names and the custom properties in files, each with whether it is a style sheet.

    To look for them takes longer than to see that the files are what they were.
    """
    texts = [(is_style, content.decode("utf-8", "replace")) for is_style, content in contents]
    named_in = [text for is_style, text in texts if not is_style]
    anyhow = frozenset(name for text in named_in for name in _names(text))
    classes = ANYWHERE.union(anyhow, *map(_classes, named_in))
    used = anyhow.union(name for is_style, text in texts if is_style for name in rules.USE.findall(text))
    return json.dumps([sorted(classes), sorted(anyhow), sorted(used)]).encode()


def _sheets(css: str, named: _Named, used: frozenset[str]) -> dict[str, tuple[str, list[str]]]:
    """Return the text of each sheet, and the names that pages have which need it.

    A property that only one of the later sheets uses is defined there, not on every page.
    """
    nodes = tinycss2.parse_stylesheet(css)

    def of(sheet: str, names: set[str]) -> rules.Rules:
        def is_wanted(selector: Selector) -> bool:
            found = named.sheet_of(selector)
            if found and found[0] == sheet:
                names.add(found[1])
            return found is not None and found[0] == sheet

        return list(rules.rules_of(nodes, is_wanted))

    every = of(EVERY_PAGE, set())
    everywhere = rules.properties_used(every, used)
    found: dict[str, tuple[str, list[str]]] = {EVERY_PAGE: (_layered(rules.written(every, everywhere)), [])}
    for sheet in (CODE, WRITTEN):
        names: set[str] = set()
        own = of(sheet, names)
        needed = rules.properties_used(own, defined=every)
        defined = rules.written(list(rules.properties_alone(every)), needed - everywhere)
        found[sheet] = (_layered(defined + rules.written(own, needed | everywhere)), sorted(names))
    return found


def _layered(css: str) -> str:
    return f"@layer material{{{css}}}" if css else ""


@lru_cache(maxsize=1024)  # a preview asks again at each edit
def _names(text: str) -> frozenset[str]:
    return frozenset(NAME.findall(text))


@lru_cache(maxsize=1024)
def _classes(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", " ".join("".join(match) for match in CLASSES.findall(text))))
