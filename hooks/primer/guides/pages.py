"""Make the page of each guide."""

from __future__ import annotations

from primer.content import Content, guide_page
from primer.pages.made import made_page


def guide_pages(content: Content) -> dict[str, str]:
    """Return the Markdown of a page for each guide, by its path below the docs folder.

    A guide with mistakes has one too, which says so: links to it are no mistakes.
    """
    pages = {}
    for id in sorted({*content.guides, *content.broken_guides}):
        guide = content.guides.get(id)
        summary = content.text.inline(guide.summary, "").striptags() if guide else ""
        pages[guide_page(id)] = made_page(guide.title if guide else id, summary, f"``` guide\nid: {id}\n```")
    return pages
