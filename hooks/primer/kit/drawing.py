"""Read a drawing: SVG of which only what cannot do harm is kept, and anything else is reported with its place.

What is returned is written anew from what was read, so nothing reaches a page that is not named here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from markupsafe import Markup, escape

from primer.core.diagnostics import Location, Report, did_you_mean
from primer.kit.sources import DataFolder, Key

ELEMENTS = ("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "tspan")
ATTRIBUTES = (
    *("class", "cx", "cy", "d", "dx", "dy", "fill", "font-size", "font-weight", "height", "points", "r", "rx", "ry"),
    *("stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor", "transform"),
    *("viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2"),
)
COLOURED = ("fill", "stroke")
COLOURS = ("currentColor", "none")
_SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class DrawingRules:
    """What the drawings of a folder may be: at most so wide, and with these classes; None leaves classes open."""

    widest: int
    classes: frozenset[str] | None
    instead: str
    """What is written instead of a colour or an attribute that may not be there."""


SPOTS = DrawingRules(400, frozenset("wvm"), "use class w, v or m, which follow the reader's colours, or remove it")
"""Decoration: lines in the colour of the text, a wash ``w``, another ``v``, and mended seams ``m``."""


@dataclass(frozen=True)
class Drawing:
    """A drawing: its ``viewBox``, and what is inside its ``<svg>`` as markup."""

    view_box: str
    inner_html: Markup

    def decoration(self, extra: str = "") -> Markup:
        """Return the drawing as decoration, which assistive technology passes over, with classes for its size."""
        _, _, width, height = self.view_box.split()
        return Markup(
            '<svg class="draw{}" viewBox="{}" width="{}" height="{}" fill="none" stroke="currentColor"'
            ' stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>'
        ).format(extra and f" {extra}", self.view_box, width, height, self.inner_html)


class _DoctypeError(Exception):
    """Ends the reading of a file."""


@dataclass(frozen=True)
class DrawingFile:
    """A drawing in the data folder, and what is wrong with it."""

    path: str
    """What messages call it."""
    drawing: Drawing | None
    report: Report


@dataclass(frozen=True)
class DrawingFiles:
    """The drawings in a folder of the data folder, one a file: each by the name of its file."""

    key: Key[Mapping[str, DrawingFile]]
    name: str
    """The folder."""
    rules: DrawingRules = SPOTS
    schema: None = None

    def load(self, folder: DataFolder) -> Mapping[str, DrawingFile]:
        """Return every drawing. What is wrong with one is reported by whoever knows whether it is used."""
        found: dict[str, DrawingFile] = {}
        for path in sorted(path for path in folder.root.glob(f"{self.name}/*.svg") if path.is_file()):
            label, report = f"{folder.label}/{self.name}/{path.name}", Report()
            drawing = read_drawing(path.read_bytes(), label, report, self.rules)
            found[path.stem] = DrawingFile(label, drawing, report)
        return found


DRAWING = "drawing"
"""The kind of what pages show of them."""
DRAWINGS: Key[Mapping[str, DrawingFile]] = Key("drawings")
"""The drawings that any part of a site may show as decoration."""


def decoration(drawings: Mapping[str, DrawingFile], name: str, extra: str = "") -> Markup:
    """Return a drawing as decoration, with classes for its size; nothing where there is none of that name."""
    file = drawings.get(name)
    return file.drawing.decoration(extra) if file and file.drawing else Markup()


def read_drawing(raw: bytes, path: str, report: Report, rules: DrawingRules) -> Drawing | None:
    """Return the drawing in a file, or None after reporting everything in it that may not be there."""
    reader = _Reader(path, report, rules)
    reader.read(raw)
    return None if reader.is_bad else Drawing(reader.view_box, Markup("").join(reader.parts))


@dataclass
class _Reader:
    """Follows the parser through a file. expat gives the line and the column of each element."""

    path: str
    report: Report
    rules: DrawingRules
    is_bad: bool = False
    view_box: str = ""
    parts: list[Markup] = field(default_factory=list)
    draws: bool = False
    _depth: int = 0

    def read(self, raw: bytes) -> None:
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        try:
            self._parser.Parse(raw, True)  # noqa: FBT003 - expat takes it in no other way
        except _DoctypeError:
            pass  # reported; with it go all entities, which could grow without end or read other files
        except ExpatError as error:
            location = Location(self.path, error.lineno, error.offset + 1)
            self._say(f"this is not XML: {ErrorString(error.code)}", "figure-svg-syntax", None, location)
        except (LookupError, ValueError):  # expat knows a few encodings, and asks Python for the others
            self._say("the file says an encoding that XML can't be read in", "figure-svg-syntax", "save it as UTF-8")
        if not self.is_bad and not self.draws:
            self._say(
                "nothing is drawn here", "figure-svg-element", "draw a shape, or remove the file", Location(self.path)
            )

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in ELEMENTS or (name == "svg") != (self._depth == 0):
            hint = did_you_mean(name, ELEMENTS) or f"use {', '.join(part for part in ELEMENTS if part != 'svg')}"
            where = "begin a drawing" if self._depth == 0 else "stand in a drawing"
            hint = "begin it with <svg>" if self._depth == 0 else hint
            self._say(f"<{name}> may not {where}", "figure-svg-element", hint)
        for attribute, value in attributes.items():
            if attribute not in ATTRIBUTES or (attribute == "xmlns" and value != _SVG):
                hint = did_you_mean(attribute, ATTRIBUTES) or self.rules.instead
                self._say(f"'{attribute}' may not stand in a drawing", "figure-svg-attribute", hint)
            elif "url(" in value.lower():
                self._say(f"'{value}' leads out of the drawing", "figure-svg-attribute", self.rules.instead)
            elif attribute in COLOURED and value not in COLOURS:
                hint = did_you_mean(value, COLOURS) or self.rules.instead
                self._say(f"'{value}' is a colour of its own", "figure-svg-attribute", hint)
            elif attribute == "class" and self._depth and self.rules.classes is not None:
                for name_of_class in set(value.split()) - self.rules.classes:
                    self._say(f"'{name_of_class}' is no class of a drawing", "figure-svg-attribute", self.rules.instead)
        if self._depth == 0 and name == "svg":
            self._measure(attributes.get("viewBox", ""))
        elif self._depth:
            written = (Markup(' {}="{}"').format(*one) for one in attributes.items())
            self.parts.append(Markup("<{}{}>").format(name, Markup("").join(written)))
        self._depth += 1
        self.draws |= name not in ("svg", "g")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth:
            self.parts.append(Markup("</{}>").format(name))

    def _text(self, text: str) -> None:
        if text.strip() or "\n" not in text:  # the lines of a file are no part of its picture
            self.parts.append(escape(text))

    def _doctype(self, *_: object) -> None:
        self._say("a DOCTYPE may not stand in a drawing", "figure-svg-element", "remove it")
        raise _DoctypeError

    def _instruction(self, target: str, _: str) -> None:
        self._say(f"<?{target}?> may not stand in a drawing", "figure-svg-element", "remove it")

    def _measure(self, view: str) -> None:
        try:
            left, top, width, height = (float(number) for number in view.split())
        except ValueError:
            left = top = width = height = -1
        if (left, top) == (0, 0) and 0 < width <= self.rules.widest and 0 < height < math.inf:
            self.view_box = f"0 0 {width:g} {height:g}"
        else:
            message = f"the viewBox is '{view}', and has to begin at 0 0 and be {self.rules.widest} wide at most"
            self._say(message, "figure-svg-size", f'write viewBox="0 0 {self.rules.widest} …" and draw it narrow')

    def _say(self, message: str, code: str, hint: str | None, location: Location | None = None) -> None:
        self.is_bad = True
        here = Location(self.path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self.report.add(location or here, message, code, hint)
