"""Write down for web servers which headers to send.

Run ``python -m primer.publish.headers`` with ``hooks`` on the path, and it prints what nginx includes,
for a site at the address in SITE_URL where there is one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from primer.core.urls import EMBEDS, origin_of
from primer.publish.caching import (
    A_WEEK,
    ASK_EACH_TIME,
    FONTS,
    FOREVER,
    NAMED_BY_CONTENT,
    SEARCH,
    is_named_by_content,
    search_folder,
)
from primer.publish.policy import ANY_FRAME, ANY_ORIGIN, NO_FRAMES, NO_SINKS, content_security_policy, security_headers

READ_ANYWHERE = ("assets/", "api/", "exports/")
"""Where, beside the frames, what other sites may read stands."""
NOT_SEARCHED = ("exports/",)
"""What no search engine should lead to: the pages say the same, and say more."""
NO_INDEX = {"X-Robots-Tag": "noindex"}
"""https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#xrobotstag"""


def headers_file(addresses: Iterable[str], framed: Iterable[str] = (EMBEDS,), origin: str | None = None) -> str:
    """Return a ``_headers`` file, the format that Netlify and Cloudflare Pages read.

    ``addresses`` holds the address of each file below the site's root, ``/assets/site.3f2a1b9c.css``, and ``framed``
    what the addresses begin with that other sites may show in a frame; ``origin`` is that of the site, if it is known.
    Where two rules set the same header for one address, both hosts send both values, so no rule can take back what
    another said. Two policies are both obeyed, and one that names ``frame-ancestors`` makes browsers ignore
    ``X-Frame-Options`` (https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header):
    so that header forbids frames everywhere, and a second policy allows them for embeds, and says there what else
    holds for them alone. What has no rule for
    ``Cache-Control`` is asked for each time: both hosts do that by themselves.
    """
    rules: dict[str, Mapping[str, str]] = {
        "/*": {**security_headers(origin), "X-Frame-Options": "DENY"},
        **{f"/{root}*": {"Content-Security-Policy": f"{ANY_FRAME}; {NO_SINKS}", **ANY_ORIGIN} for root in framed},
    }
    languages = [root.removesuffix(EMBEDS) for root in framed]
    addresses = list(addresses)
    rules |= {
        f"/{language}{root}*": {**ANY_ORIGIN, **(NO_INDEX if root in NOT_SEARCHED else {})}
        for language in languages
        for root in READ_ANYWHERE
    }
    rules |= {address: {"Cache-Control": FOREVER} for address in sorted(filter(is_named_by_content, addresses))}
    rules |= {f"{folder}*": {"Cache-Control": FOREVER} for folder in filter(None, map(search_folder, addresses))}
    rules[f"{FONTS}*"] = {"Cache-Control": A_WEEK}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def nginx_headers(origin: str | None = None) -> str:
    """Return what an nginx configuration includes in its ``http`` block; ``origin`` is that of the site, if known.

    nginx looks at the address in a map when it sends the headers, so a missing file of a name that may be kept
    for good, or framed, is answered with what is said about ``/404.html``.
    """
    kept = {f"~^{NAMED_BY_CONTENT}$": FOREVER, f"~^{SEARCH}": FOREVER, f"~^{FONTS}": A_WEEK, "default": ASK_EACH_TIME}
    framed = {f"~^/([a-z-]+/)?{EMBEDS}": f"{ANY_FRAME}; {NO_SINKS}", "default": NO_FRAMES}
    policy = f"{content_security_policy(origin)}; $framing"
    anywhere = "|".join(root.removesuffix("/") for root in (EMBEDS, *READ_ANYWHERE))
    read = {f"~^/([a-z-]+/)?({anywhere})/": "*", "default": ""}  # nginx sends no header that is empty
    hidden = "|".join(root.removesuffix("/") for root in NOT_SEARCHED)
    searched = {f"~^/([a-z-]+/)?({hidden})/": "noindex", "default": ""}
    headers = {
        **security_headers(),
        "Content-Security-Policy": policy,
        "Cache-Control": "$kept_for",
        "Access-Control-Allow-Origin": "$read_from",
        "X-Robots-Tag": "$searched",
    }
    return "\n".join(
        [
            *_map("$kept_for", kept),
            *_map("$framing", framed),
            *_map("$read_from", read),
            *_map("$searched", searched),
            *(f'add_header {name} "{value}" always;' for name, value in headers.items()),
            "",
        ]
    )


def _map(variable: str, values: Mapping[str, str]) -> list[str]:
    """Return the lines of a map from the address that was asked for."""
    return [f"map $uri {variable} {{", *(f'    "{pattern}" "{value}";' for pattern, value in values.items()), "}"]


if __name__ == "__main__":
    sys.stdout.write(nginx_headers(origin_of(os.environ.get("SITE_URL"))))
