"""Tell web servers which headers to send, each in a format that it reads.

Run ``python -m primer.hosting`` with ``hooks`` on the path: it prints what nginx includes.
"""

from __future__ import annotations

from collections.abc import Iterable

from primer.caching import RULES, is_named_by_content
from primer.security import security_headers


def headers_file(addresses: Iterable[str]) -> str:
    """Return a ``_headers`` file, the format that Netlify and Cloudflare Pages read.

    ``addresses`` holds those of all files, below the site's root. Both hosts join the values of two rules that
    match one address with a comma, so no two rules here set the same header for one. Both tell browsers to ask
    each time for what no rule is about.
    """
    lines = ["/*", *_indented(security_headers().items())]
    for address in sorted(filter(is_named_by_content, addresses)):
        lines += [address, *_indented([("Cache-Control", RULES[0][1])])]
    lines += ["/assets/fonts/*", *_indented([("Cache-Control", RULES[1][1])])]
    return "\n".join([*lines, ""])
