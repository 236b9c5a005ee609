"""Put sections of a page, each a heading and what stands below it, into elements of their own."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def wrap_sections(root: Element, begin: Callable[[Element], Element | None]) -> None:
    """Put sections of ``root`` into elements, as far as the next heading of the same level or above.

    ``begin`` returns the element for the section of a heading, which it then holds; None where there is none.
    """
    around: Element | None = None
    level = ""
    for child in list(root):
        heading = _heading(child)
        if around is not None and (heading is None or heading > level):
            root.remove(child)
            around.append(child)
            continue
        around = None
        if child.tag in _HEADINGS:
            place, tail = list(root).index(child), child.tail
            around, level = begin(child), str(child.tag)
            if around is not None:
                around.tail, child.tail = tail, "\n" if child in around else None
                root[place] = around


def take_class(heading: Element, name: str) -> bool:
    """Tell whether a heading has a class, which it has no longer."""
    names = heading.get("class", "").split()
    if name not in names:
        return False
    del heading.attrib["class"]
    if others := [one for one in names if one != name]:
        heading.set("class", " ".join(others))
    return True


def _heading(element: Element) -> str | None:
    """Return what kind of heading an element is, or begins with where it holds a section."""
    if element.tag in _HEADINGS:
        return str(element.tag)
    first = next(iter(element), None) if element.tag in ("details", "div") else None
    return _heading(next(iter(first), first) if first.tag == "summary" else first) if first is not None else None
