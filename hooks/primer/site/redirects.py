"""Pages that lead from an old or a short address to where something is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from primer.core.languages import Language, embed_url, is_reserved, language_of, short_url
from primer.core.urls import absolute_url, page_url, relative_url
from primer.kit.content import Content
from primer.kit.context import Context
from primer.site.feature import ledger_of
from primer.site.sharing.neutral import neutral_urls


def redirects(content: Content) -> dict[str, str]:
    """Return the page that each address which is not a page leads to: ``{'go/trust/': 'quizzes/trust.md'}``.

    There is one short address for each page, and one for each address in the ledgers at which no page lives any more.
    The last part of such an address was the id of a page: the short address of that id and its embeds lead on as well,
    to the page that has it now if there is one.
    """
    found = {address: page for language in content.languages for address, page in _of_language(language, content)}
    alive = {address for page in content.pages for address in (page_url(page), content.embed_of(page))}
    return {address: page for address, page in found.items() if address not in alive}


def _of_language(language: Language, content: Content) -> Iterator[tuple[str, str]]:
    pages = [page for page in sorted(content.pages) if language_of(page, content.languages) == language]
    own = {content.id_of(page): page for page in pages}
    default = [page for page in sorted(content.pages) if language_of(page, content.languages) == content.languages[0]]
    ids = {content.id_of(page): page for page in default} | own
    yield from ((content.short_url_of(page), page) for page in pages)
    alive = {f"/{page_url(page)}" for page in pages}
    ledger = content[ledger_of(language)].item
    for address, id in ledger.addresses.items() if ledger else ():
        if id not in ids or address in alive:
            continue
        yield address.removeprefix("/"), ids[id]
        old = PurePosixPath(address).name
        if old:
            page = own.get(old, ids[id])  # a quiz may have the id that a page had, and its embed is elsewhere
            yield short_url(old, language), page
            yield from ((embed_url(kind, old, language), page) for kind in content.embed_folders)


def redirect_files(context: Context, site_url: str | None, policy: str, script: str) -> dict[str, str]:
    """Return the HTML file of each redirect, by its path below the site's root, which is where ``script`` is too."""
    content = context.content
    files: dict[str, str] = {}
    neutral = frozenset(context.once(neutral_urls).values())
    for address, page in redirects(content).items():
        lives, own = page_url(page), context.of(page)
        target = content.embed_of(page) if is_reserved(address, content.languages) else lives
        files[f"{address}index.html"] = own.templates.render(
            "site/redirect.html",
            title=own.site_name if address in neutral else content.titles.of(page),
            target=relative_url(target, address),
            canonical=absolute_url(site_url, lives),
            script=relative_url(script, address),
            policy=policy,
        )
    return files
