"""Write the Markdown of the pages that nobody else writes."""

from __future__ import annotations

import json

from primer.kit.content import Content, GeneratedPage


def generated_markdown(content: Content) -> dict[str, str]:
    """Return the Markdown of each generated page, by its path below the docs folder."""
    return {page.path: _markdown(page, content) for page in content.generated.values()}


def _markdown(page: GeneratedPage, content: Content) -> str:
    front = {"title": page.title, "description": content.text.plain(page.summary), "hide": ["toc"]}
    # JSON is YAML, so nothing in a title can break the front matter.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "", f"``` {page.fence}", f"id: {page.id}", "```", ""])
