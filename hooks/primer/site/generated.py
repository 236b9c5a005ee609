"""Write the Markdown of the pages that nobody else writes: one for each quiz and each guide."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping

from primer.kit.content import Content, guide_page, quiz_page
from primer.features.guide.model import Guide
from primer.features.quiz.model import Quiz


def made_pages(content: Content) -> dict[str, str]:
    """Return the Markdown of each page, by its path below the docs folder."""
    quizzes = _pages("quiz", quiz_page, content.quizzes, content.broken_quizzes, content)
    guides = _pages("guide", guide_page, content.guides, content.broken_guides, content)
    return dict([*quizzes, *guides])


def _pages(
    fence: str,
    path: Callable[[str], str],
    good: Mapping[str, Quiz] | Mapping[str, Guide],
    broken: Collection[str],
    content: Content,
) -> Iterator[tuple[str, str]]:
    """Yield the path and the Markdown of each page. What has mistakes has one too: links to it are no mistakes."""
    for id in sorted({*good, *broken}):
        made = good.get(id)
        front = {
            "title": made.title if made else id,
            "description": content.text.inline(made.summary, "").striptags() if made else "",
            "hide": ["toc"],
        }
        # JSON is YAML, so nothing in a title can break the front matter.
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
        yield path(id), "\n".join(["---", *lines, "---", "", f"``` {fence}", f"id: {id}", "```", ""])
