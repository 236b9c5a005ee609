"""Write trees of elements as XML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold: https://www.w3.org/TR/xml/#charsets."""


def child(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Return a new element at the end of ``parent``. Raises ValueError for a character that no XML can hold."""
    for value in (text or "", *attributes.values()):
        if found := _NOT_IN_XML.search(value):
            raise ValueError(f"the character U+{ord(found[0]):04X} cannot stand in XML")
    element = SubElement(parent, tag, attributes)
    element.text = text
    return element


def written(root: Element, *, laid_out: bool = False) -> bytes:
    """Return the XML of a tree; ``laid_out`` puts each element into a line, for where white space means nothing."""
    if laid_out:
        indent(root)
    return DECLARED + tostring(root, encoding="unicode").encode() + b"\n"
