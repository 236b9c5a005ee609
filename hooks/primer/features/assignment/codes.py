"""QR codes that lead to the page of each quiz."""

from __future__ import annotations

from collections.abc import Mapping

from primer.core.cache import Cache
from primer.core.urls import page_url
from primer.features.quiz.model import QUIZZES, quiz_page
from primer.kit.codes import kept_code
from primer.kit.content import Content


def code_file(quiz: str) -> str:
    """Return where the code of a quiz is, below the site's root."""
    return f"{page_url(quiz_page(quiz))}qr.svg"


def code_files(content: Content, site_url: str | None, cache: Cache) -> Mapping[str, bytes]:
    """Return the code of each quiz by its path below the site's root; none where the site has no address yet."""
    if site_url is None:
        return {}
    return {code_file(id): kept_code(plain_address(id, site_url), cache) for id in sorted(content[QUIZZES].items)}


def plain_address(quiz: str, site_url: str) -> str:
    """Return the whole address of a quiz, without any settings."""
    return f"{site_url.rstrip('/')}/{page_url(quiz_page(quiz))}"
