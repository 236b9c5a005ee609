"""Write the Markdown of a page that nobody else writes."""

from __future__ import annotations

import json


def made_page(title: str, description: str, text: str) -> str:
    """Return a page with this front matter and text."""
    front = {"title": title, "description": description, "hide": ["toc"]}
    # JSON is YAML, so nothing in a title can break the front matter.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "", text, ""])
