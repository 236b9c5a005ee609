"""The manifest of a SCORM 1.2 package: what it is called, where it begins, and every file in it.

ADL, SCORM Content Aggregation Model 1.2 (2001), with the schemas of IMS Content Packaging 1.1.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree as ET

MANIFEST = "imsmanifest.xml"
START = "index.html"

_CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def manifest(id: str, title: str, files: Iterable[str]) -> bytes:
    """Return the manifest of a package with one part. ``files`` holds the path of each file but the manifest."""
    root = ET.Element(
        "manifest",
        {
            "identifier": f"quiz-{id}",
            "version": "1.2",
            "xmlns": _CP,
            "xmlns:adlcp": _ADLCP,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{_CP} imscp_rootv1p1p2.xsd {_ADLCP} adlcp_rootv1p2.xsd",
        },
    )
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "ADL SCORM"
    ET.SubElement(metadata, "schemaversion").text = "1.2"
    organizations = ET.SubElement(root, "organizations", {"default": "course"})
    organization = ET.SubElement(organizations, "organization", {"identifier": "course"})
    ET.SubElement(organization, "title").text = _short(title)
    item = ET.SubElement(organization, "item", {"identifier": "item", "identifierref": "page", "isvisible": "true"})
    ET.SubElement(item, "title").text = _short(title)
    resources = ET.SubElement(root, "resources")
    page = {"identifier": "page", "type": "webcontent", "adlcp:scormtype": "sco", "href": START}
    resource = ET.SubElement(resources, "resource", page)
    for path in sorted(files):
        ET.SubElement(resource, "file", {"href": quote(path)})
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _short(title: str) -> str:
    """Return as much of a title as the schema takes (200 characters)."""
    return title if len(title) <= 200 else f"{title[:199]}…"
