"""Describe a page to machines, in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from primer.kit.content import Content
from primer.kit.page import CurrentPage
from primer.core.urls import GLOSSARY_PAGE, page_url
from primer.site.models import FrontMatter
from primer.features.quiz.model import Quiz
from primer.features.quiz.view import answers

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Item = Mapping[str, Any]

_EDU_TYPES = {
    "match": "Matching",
    "order": "Ordering",
    "categorise": "Matching",
    "cloze": "Fill in the blank",
    "short-answer": "Short answer",
    "numeric": "Numeric response",
    "reflect": "Open ended",
    "scenario": "Scenario",
}
"""What schema.org's eduQuestionType, a free text, is for question types that are not a choice of options."""

_NOT_ABOUT_HEALTH = ("references.md", "about/", "educators/", "quizzes/", "guides/index.md")


def structured_data(
    page: CurrentPage,
    front: FrontMatter | None,
    content: Content,
    site_url: str | None,
    trail: Iterable[tuple[str, str]],
) -> tuple[Item, ...]:
    """Return what schema.org calls the page, and the way to it.

    ``trail`` holds the title and the address below the site's root of each page above it. Addresses have to be
    absolute, so a build without ``site_url`` says nothing about them. ``lastReviewed`` means a medical review to
    schema.org; it is there only when a clinician has reviewed the page.
    """
    here = _address(site_url, page_url(page.src_uri))
    about = {
        "@context": "https://schema.org",
        **_kind(page, content, site_url),
        "name": page.title,
        "inLanguage": content.strings.site.language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        **({"url": here, "@id": here} if here else {}),
        **({"description": front.description} if front else {}),
        **({"publisher": _publisher(content)} if content.publisher.name else {}),
        **_review(front),
    }
    crumbs = [*trail, (page.title, page_url(page.src_uri))]
    if not site_url or len(crumbs) < 2:
        return (about,)
    return about, {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": _address(site_url, address)}
            for position, (name, address) in enumerate(crumbs, start=1)
        ],
    }


def _kind(page: CurrentPage, content: Content, site_url: str | None) -> Item:
    """Return the type of a page, and what only that type says."""
    if isinstance(made := content.behind(page.src_uri), Quiz):
        return _quiz(made, content)
    if page.src_uri == GLOSSARY_PAGE:
        return _terms(content, site_url)
    if page.src_uri == "index.md":
        return {"@type": "WebSite"}
    if page.src_uri.startswith(_NOT_ABOUT_HEALTH):
        return {"@type": "WebPage"}
    return {
        "@type": "MedicalWebPage",
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "citation": [_citation(reference, content) for reference in page.use.sources],
    }


def _quiz(quiz: Quiz, content: Content) -> Item:
    return {
        "@type": "Quiz",
        "description": _plain(quiz.summary, content),
        "educationalLevel": quiz.level,
        "timeRequired": f"PT{quiz.minutes}M",
        "assesses": [_plain(objective.text, content) for objective in quiz.objectives],
        "hasPart": [
            {
                "@type": "Question",
                "eduQuestionType": _EDU_TYPES.get(question.type, "Checkbox" if len(right) > 1 else "Multiple choice"),
                "text": _plain(question.prompt, content),
                "acceptedAnswer": [{"@type": "Answer", "text": text} for text in right],
                **({"suggestedAnswer": [{"@type": "Answer", "text": text} for text in wrong]} if wrong else {}),
            }
            for question in quiz.questions
            for right, wrong in [answers(question, content)]
        ],
    }


def _terms(content: Content, site_url: str | None) -> Item:
    address = _address(site_url, page_url(GLOSSARY_PAGE))
    return {
        "@type": "DefinedTermSet",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "termCode": id,
                "name": term.term,
                "description": _plain(term.definition, content),
                **({"url": f"{address}#{id}"} if address else {}),
            }
            for id, term in content.terms.items()
        ],
    }


def _citation(id: str, content: Content) -> Item:
    record = content.references[id].csl
    address = f"https://doi.org/{record.DOI}" if record.DOI else record.URL
    return {
        "@type": "ScholarlyArticle" if record.type == "article-journal" else "CreativeWork",
        "name": record.title,
        "datePublished": str(record.issued),
        **({"url": address} if address else {}),
    }


def _review(front: FrontMatter | None) -> Item:
    if front is None or front.status != "clinically-reviewed" or front.reviewed is None:
        return {}
    return {"lastReviewed": front.reviewed.isoformat(), "reviewedBy": {"@type": "Person", "name": front.reviewer}}


def _publisher(content: Content) -> Item:
    return {"@type": "Organization", "name": content.publisher.name}


def _plain(text: str, content: Content) -> str:
    return content.text.inline(text, "").striptags()


def _address(site_url: str | None, address: str) -> str | None:
    return f"{site_url.rstrip('/')}/{address}" if site_url else None
