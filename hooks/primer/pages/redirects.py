"""Pages that lead from an old or a short address to where something is now."""

from __future__ import annotations

from primer.content import Content
from primer.fragments import Fragments
from primer.pages.addresses import page_id, page_url, relative_url
from primer.pages.view import short_url


def redirects(content: Content) -> dict[str, str]:
    """Return the page that each address which is not a page leads to: ``{'go/trust/': 'quizzes/trust.md'}``.

    There is one short address for each page, and one for each address in the ledger at which no page lives any more.
    """
    ids = {page_id(page): page for page in sorted(content.pages)}
    lived = content.ledger.addresses if content.ledger else {}
    found = {short_url(id): page for id, page in ids.items()}
    found |= {address.removeprefix("/"): ids[id] for address, id in lived.items() if id in ids}
    alive = {page_url(page) for page in content.pages}
    return {address: page for address, page in found.items() if address not in alive}


def redirect_files(
    content: Content, fragments: Fragments, policy: str, site_url: str | None, script: str
) -> dict[str, str]:
    """Return the HTML file of each redirect, by its path below the site's root, which is where ``script`` is too."""
    files: dict[str, str] = {}
    for address, page in redirects(content).items():
        target = page_url(page)
        files[f"{address}index.html"] = fragments.render(
            "redirect.html",
            title=content.titles.of(page),
            target=relative_url(target, address),
            canonical=f"{site_url.rstrip('/')}/{target}" if site_url else None,
            script=relative_url(script, address),
            policy=policy,
        )
    return files
