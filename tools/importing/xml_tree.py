"""Read XML as a tree of elements that know their lines, without anything that XML could make it do.

A document type is refused, because a few lines of it can grow without end, or read other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import parse
from primer.core.diagnostics import Location, Report


@dataclass
class Node:
    """An element."""

    tag: str
    at: Location
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that stands in it outside of other elements."""
        return "".join(self.parts)

    def all(self, tag: str) -> Iterator[Node]:
        """Yield each element of this name right in it."""
        return (child for child in self.children if child.tag == tag)

    def first(self, path: str) -> Node | None:
        """Return the first element at ``one/other``; None where there is none."""
        found: Node | None = self
        for tag in path.split("/"):
            found = next(found.all(tag), None) if found else None
        return found

    def said(self, path: str) -> str:
        """Return the text of the first element at a path; empty where there is none."""
        found = self.first(path)
        return found.text.strip() if found else ""


def tree(data: bytes, path: str, report: Report) -> Node | None:
    """Return the root of a document, or None after reporting why there is none."""
    reader = _Reader(path)
    try:
        parse(BytesIO(data), reader, forbid_dtd=True)
    except SAXParseException as error:
        at = Location(path, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        report.add(at, f"this is not XML: {error.getMessage()}", "import-xml", "export the file again, or mend it here")
        return None
    except DefusedXmlException:
        fact = "a document type stands in the file, which could make it grow without end"
        begin = max(0, data.find(b"<!DOCTYPE"))
        column = begin - data.rfind(b"\n", 0, begin)
        report.add(
            Location(path, data.count(b"\n", 0, begin) + 1, column),
            fact,
            "import-xml",
            "remove the lines of '<!DOCTYPE'",
        )
        return None
    except (LookupError, ValueError) as error:  # of an encoding that the file names and nobody here reads
        report.add(Location(path), str(error), "import-not-utf8", "save the file as UTF-8")
        return None
    return reader.root


class _Reader(ContentHandler):
    """Builds the tree."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.root: Node | None = None
        self._path = path
        self._open: list[Node] = []
        self._where: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the name is that of xml.sax
        self._where = locator

    def place(self) -> Location:
        """Return where reading is."""
        if self._where is None:
            return Location(self._path)
        return Location(self._path, self._where.getLineNumber() or 1, (self._where.getColumnNumber() or 0) + 1)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the same
        node = Node(name, self.place(), dict(attrs.items()))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def endElement(self, name: str) -> None:  # noqa: N802 - the same
        self._open.pop()

    def characters(self, content: str) -> None:
        self._open[-1].parts.append(content)
