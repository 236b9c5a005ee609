"""Put pictures into HTML itself, for formats that have no other place for them."""

from __future__ import annotations

from base64 import b64encode
from mimetypes import guess_type

from markupsafe import Markup

from primer.kit.exported import ExportedQuiz
from primer.text.rich import PICTURES, picture_names


def with_pictures_inside(html: Markup, quiz: ExportedQuiz) -> str:
    """Return HTML with each picture as an address that holds it."""
    text = str(html)
    for name in picture_names(text):
        text = text.replace(f"{PICTURES}{name}", _address(name, dict(quiz.pictures)[name]))
    return text


def _address(name: str, content: bytes) -> str:
    kind = guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(content).decode()}"
