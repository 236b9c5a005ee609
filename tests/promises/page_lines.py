"""The HTML of a page as lines that stay the same as long as the page does, for a comparison that people read."""

from __future__ import annotations

import html
import json
import re

from lxml.html import HtmlElement, defs

#: What stands within a line of text; everything else begins a line.
INLINE = (defs.special_inline_tags | defs.phrase_tags | defs.font_style_tags | {"input", "label", "mark", "time"}) - {
    "applet",
    "map",
    "object",
    "script",
}
VERBATIM = {"pre", "textarea"}
HASH = re.compile(r"\.[0-9a-f]{8}(?=\.(?:[a-z]+\.)?[a-z0-9]+\b)")


def page_lines(element: HtmlElement) -> list[str]:
    """Return an element as indented lines: attributes by name, one block a line, without the hashes of assets."""
    lines = [""]
    _write(element, lines, 0)
    return [line for line in (line.rstrip() for line in lines) if line]


def _write(element: HtmlElement, lines: list[str], depth: int) -> None:
    if not isinstance(element.tag, str):  # a comment
        return
    is_block = element.tag not in INLINE
    if is_block:
        lines.append("  " * depth)
    lines[-1] += f"<{element.tag}"
    for name, value in sorted(element.attrib.items()):
        _write_attribute(name, value, lines, depth)
    lines[-1] += ">"
    if element.get("type") == "application/ld+json":
        _write_json(element.text or "", lines, depth)
        lines.append("  " * depth)
    elif element.tag in VERBATIM:
        _write_verbatim(element, lines)
    else:
        _write_inside(element, lines, depth)
        if is_block and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
    if element.tag not in defs.empty_tags:
        lines[-1] += f"</{element.tag}>"


def _write_attribute(name: str, value: str, lines: list[str], depth: int) -> None:
    if value.startswith('{"'):  # the settings of a script
        lines[-1] += f" {name}='"
        _write_json(value, lines, depth)
        lines[-1] += "'"
    else:
        said = html.escape(HASH.sub("", value), quote=False).replace('"', "&quot;")
        lines[-1] += f' {name}="{said}"'


def _write_json(text: str, lines: list[str], depth: int) -> None:
    said = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    lines += ["  " * (depth + 1) + line for line in HASH.sub("", said).splitlines()]


def _write_inside(element: HtmlElement, lines: list[str], depth: int) -> None:
    first = len(lines)
    text = element.text or ""
    _write_text(text if element.tag in INLINE else text.lstrip(), lines)
    for child in element:
        _write(child, lines, depth + 1)
        if isinstance(child.tag, str) and child.tag not in INLINE and (child.tail or "").strip():
            lines.append("  " * (depth + 1))
        _write_text(child.tail, lines)
    if len(lines) > first:
        lines.append("  " * depth)


def _write_verbatim(element: HtmlElement, lines: list[str]) -> None:
    text = html.escape(element.text_content(), quote=False).split("\n")
    lines[-1] += text[0]
    lines += text[1:]


def _write_text(text: str | None, lines: list[str]) -> None:
    said = HASH.sub("", html.escape(re.sub(r"\s+", " ", text or ""), quote=False))
    lines[-1] += said if lines[-1].strip() else said.lstrip()
