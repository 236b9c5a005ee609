"""Give quizzes and questions ids that are valid and not taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from primer.core.model import SLUG

from tools.importing.items import ReadQuestion

LONGEST = 40


def question_ids(questions: Collection[ReadQuestion], quiz: str, kept: Collection[str]) -> list[str]:
    """Return an id for each question: its own where that can be one, else of its name or of its first words.

    ``quiz`` is the id of the quiz in the file, and ``kept`` are those that every quiz has for something of its own.
    """
    found: list[str] = []
    for number, question in enumerate(questions, start=1):
        own = question.id.removeprefix(f"{quiz}.")
        prompt = re.sub(r"\]\([^)]*\)|[^\w\s-]", " ", str(question.fields.get("prompt", "")))
        texts = (own, str(question.fields.get("label", "")), " ".join(prompt.split()[:5]), f"question-{number}")
        slug = own if re.fullmatch(SLUG, own) else next(one for text in texts if (one := slug_of(text)))
        found.append(_free(slug, {*found, *kept}))
    return found


def slug_of(text: str) -> str:
    """Return the words of a text in small letters, joined by hyphens; empty where it has none that can be."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall("[a-z0-9]+", plain.lower()):
        if slug and len(slug) + len(word) >= LONGEST:
            break
        slug = f"{slug}-{word[:LONGEST]}" if slug else word[:LONGEST]
    return slug


def _free(slug: str, taken: Collection[str]) -> str:
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
