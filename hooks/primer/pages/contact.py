"""The small files by which machines and strangers find out whom to ask."""

from __future__ import annotations

import datetime

from primer.pages.model import Publisher

_VALID_FOR = datetime.timedelta(days=364)  # RFC 9116 recommends less than a year


def contact_files(publisher: Publisher, today: datetime.date, site_url: str | None) -> dict[str, str]:
    """Return ``robots.txt``, ``humans.txt`` and, where there is a contact, ``security.txt`` (RFC 9116)."""
    who = publisher.name or "Not named yet."
    files = {
        "robots.txt": "User-agent: *\nAllow: /\n",
        "humans.txt": f"Published by: {who}\nContact: {publisher.contact_email or 'Not given yet.'}\n",
    }
    if site_url:
        files["robots.txt"] += f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"
    if publisher.contact_email:
        expires = f"{(today + _VALID_FOR).isoformat()}T00:00:00Z"
        lines = [f"Contact: mailto:{publisher.contact_email}", f"Expires: {expires}", "Preferred-Languages: en"]
        if site_url:
            lines.append(f"Canonical: {site_url.rstrip('/')}/.well-known/security.txt")
        files[".well-known/security.txt"] = "\n".join([*lines, ""])
    return files
