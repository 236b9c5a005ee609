"""Pages that lead from an old or a short address to where something is now."""

from __future__ import annotations

from primer.core.urls import EMBEDS, absolute_url, embed_url, page_id, page_url, relative_url, short_url
from primer.kit.content import Content
from primer.kit.context import Context
from primer.site.feature import LEDGER


def redirects(content: Content) -> dict[str, str]:
    """Return the page that each address which is not a page leads to: ``{'go/trust/': 'quizzes/trust.md'}``.

    There is one short address for each page, and one for each address in the ledger at which no page lives any more.
    Where that is the short address of an id which is no page's any more, embeds of that id lead on as well.
    """
    ids = {page_id(page): page for page in sorted(content.pages)}
    ledger = content[LEDGER].item
    lived = ledger.addresses if ledger else {}
    found = {short_url(id): page for id, page in ids.items()}
    found |= {address.removeprefix("/"): ids[id] for address, id in lived.items() if id in ids}
    for address, page in list(found.items()):
        old = address.removeprefix("go/").removesuffix("/")
        if address == short_url(old) and old not in ids:
            found |= {embed_url(kind, old): page for kind in content.embed_folders}
    alive = {address for page in content.pages for address in (page_url(page), content.embed_of(page))}
    return {address: page for address, page in found.items() if address not in alive}


def redirect_files(context: Context, site_url: str | None, policy: str, script: str) -> dict[str, str]:
    """Return the HTML file of each redirect, by its path below the site's root, which is where ``script`` is too."""
    content = context.content
    files: dict[str, str] = {}
    for address, page in redirects(content).items():
        lives = page_url(page)
        target = content.embed_of(page) if address.startswith(EMBEDS) else lives
        files[f"{address}index.html"] = context.templates.render(
            "site/redirect.html",
            title=content.titles.of(page),
            target=relative_url(target, address),
            canonical=absolute_url(site_url, lives),
            script=relative_url(script, address),
            policy=policy,
        )
    return files
