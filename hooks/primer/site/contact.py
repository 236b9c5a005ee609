"""The small files by which machines and strangers find out whom to ask."""

from __future__ import annotations

import datetime

from primer.core.urls import absolute_url
from primer.kit.content import Content
from primer.site.feature import PUBLISHER, publisher_of
from primer.site.strings import PublisherStrings

_VALID_FOR = datetime.timedelta(days=364)  # RFC 9116 recommends less than a year


def contact_files(content: Content, today: datetime.date, site_url: str | None) -> dict[str, str]:
    """Return ``robots.txt``, ``humans.txt`` where a site speaks of who publishes it, and ``security.txt`` (RFC 9116).

    The last is for a contact.
    """
    publisher, words = publisher_of(content), content.strings[PublisherStrings]
    who, contact = publisher.name or words.no_name, publisher.contact_email or words.no_contact
    files = {"robots.txt": "User-agent: *\nAllow: /\n"}
    if content[PUBLISHER].item is not None:
        files["humans.txt"] = f"{words.name}: {who}\n{words.contact}: {contact}\n"
    if site_url:
        files["robots.txt"] += f"\nSitemap: {absolute_url(site_url, 'sitemap.xml')}\n"
    if publisher.contact_email:
        expires = f"{(today + _VALID_FOR).isoformat()}T00:00:00Z"
        lines = [
            f"Contact: mailto:{publisher.contact_email}",
            f"Expires: {expires}",
            f"Preferred-Languages: {content.language}",
        ]
        if site_url:
            lines.append(f"Canonical: {absolute_url(site_url, '.well-known/security.txt')}")
        files[".well-known/security.txt"] = "\n".join([*lines, ""])
    return files
