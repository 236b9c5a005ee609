"""Make the page of each quiz."""

from __future__ import annotations

import json

from primer.content import Content, quiz_page


def quiz_pages(content: Content) -> dict[str, str]:
    """Return the Markdown of a page for each quiz, by its path below the docs folder.

    A quiz with mistakes has one too, which says so: links to it are no mistakes.
    """
    pages = {}
    for id in sorted({*content.quizzes, *content.broken_quizzes}):
        quiz = content.quizzes.get(id)
        summary = content.text.inline(quiz.summary, "").striptags() if quiz else ""
        front = {"title": quiz.title if quiz else id, "description": summary, "hide": ["toc"]}
        # JSON is YAML, so nothing in a title can break the front matter.
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
        pages[quiz_page(id)] = "\n".join(["---", *lines, "---", "", "``` quiz", f"id: {id}", "```", ""])
    return pages
