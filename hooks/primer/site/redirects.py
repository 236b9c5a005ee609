"""Pages that lead from an old or a short address to where something is now."""

from __future__ import annotations

from primer.kit.content import Content
from primer.outputs.frames import embed_url, page_embed_url, quiz_embed_url
from primer.kit.templates import Fragments
from primer.core.urls import EMBEDS, page_id, page_url, relative_url
from primer.site.page_view import short_url


def redirects(content: Content) -> dict[str, str]:
    """Return the page that each address which is not a page leads to: ``{'go/trust/': 'quizzes/trust.md'}``.

    There is one short address for each page, and one for each address in the ledger at which no page lives any more.
    Where that is the short address of an id which is no page's any more, embeds of that id lead on as well.
    """
    ids = {page_id(page): page for page in sorted(content.pages)}
    lived = content.ledger.addresses if content.ledger else {}
    found = {short_url(id): page for id, page in ids.items()}
    found |= {address.removeprefix("/"): ids[id] for address, id in lived.items() if id in ids}
    for address, page in list(found.items()):
        old = address.removeprefix("go/").removesuffix("/")
        if address == short_url(old) and old not in ids:
            found |= {page_embed_url(old): page, quiz_embed_url(old): page}
    alive = {address for page in content.pages for address in (page_url(page), embed_url(page, content))}
    return {address: page for address, page in found.items() if address not in alive}


def redirect_files(
    content: Content, fragments: Fragments, policy: str, site_url: str | None, script: str
) -> dict[str, str]:
    """Return the HTML file of each redirect, by its path below the site's root, which is where ``script`` is too."""
    files: dict[str, str] = {}
    for address, page in redirects(content).items():
        lives = page_url(page)
        target = embed_url(page, content) if address.startswith(EMBEDS) else lives
        files[f"{address}index.html"] = fragments.render(
            "redirect.html",
            title=content.titles.of(page),
            target=relative_url(target, address),
            canonical=f"{site_url.rstrip('/')}/{lives}" if site_url else None,
            script=relative_url(script, address),
            policy=policy,
        )
    return files
