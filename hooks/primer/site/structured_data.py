"""Describe a page to machines, in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from primer.core.languages import without_language
from primer.core.urls import absolute_url, page_url
from primer.kit.content import Content
from primer.kit.feature import Feature, Item
from primer.kit.page import CurrentPage
from primer.site.feature import publisher_of
from primer.site.models import FrontMatter


def structured_data(
    page: CurrentPage,
    front: FrontMatter | None,
    content: Content,
    features: Sequence[Feature],
    site_url: str | None,
    trail: Iterable[tuple[str, str]],
) -> tuple[Item, ...]:
    """Return what schema.org calls the page, and the way to it.

    ``trail`` holds the title and the address below the site's root of each page above it. Addresses have to be
    absolute, so a build without ``site_url`` says nothing about them. ``lastReviewed`` is there only when somebody who
    is named has reviewed the page.
    """
    address = absolute_url(site_url, page_url(page.src_uri))
    publisher, licence = publisher_of(content), content.settings.licences.text
    about = {
        "@context": "https://schema.org",
        **_kind(page, content, features, address),
        "name": page.title,
        "inLanguage": content.language,
        "isAccessibleForFree": True,
        **({"license": licence.url} if licence else {}),
        **({"url": address, "@id": address} if address else {}),
        **({"description": front.description} if front else {}),
        **({"publisher": {"@type": "Organization", "name": publisher.name}} if publisher.name else {}),
        **_review(front),
    }
    crumbs = [*trail, (page.title, page_url(page.src_uri))]
    if not site_url or len(crumbs) < 2:
        return (about,)
    return about, {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute_url(site_url, way)}
            for position, (name, way) in enumerate(crumbs, start=1)
        ],
    }


def _kind(page: CurrentPage, content: Content, features: Sequence[Feature], address: str | None) -> Item:
    """Return the type of a page, and what only that type says."""
    for feature in features:
        if (described := feature.describe(page, content, address)) is not None:
            return described
    if content.id_of(page.src_uri) == "home":
        return {"@type": "WebSite"}
    subject = content.settings.subject
    if f"/{without_language(page.src_uri, content.languages)}".startswith(subject.not_on):
        return {"@type": "WebPage"}
    audience = subject.audience
    return {
        "@type": subject.type,
        **({"audience": {"@type": audience.type, "audienceType": audience.audience_type}} if audience else {}),
        "citation": [source for feature in features for source in feature.describe_sources(page, content)],
    }


def _review(front: FrontMatter | None) -> Item:
    if front is None or not front.is_reviewed or front.reviewed is None:
        return {}
    return {"lastReviewed": front.reviewed.isoformat(), "reviewedBy": {"@type": "Person", "name": front.reviewer}}
