"""Write down for web servers which headers to send.

Run ``python -m primer.hosting`` with ``hooks`` on the path, and it prints what nginx includes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from primer.caching import A_WEEK, ASK_EACH_TIME, FONTS, FOREVER, NAMED_BY_CONTENT, is_named_by_content
from primer.security import security_headers


def headers_file(addresses: Iterable[str]) -> str:
    """Return a ``_headers`` file, the format that Netlify and Cloudflare Pages read.

    ``addresses`` holds the address of each file below the site's root: ``/assets/site.3f2a1b9c.css``.
    Where two rules set the same header for one address, both hosts send both values, so no two do. What has no rule
    for ``Cache-Control`` is asked for each time: both hosts do that by themselves.
    """
    rules: dict[str, Mapping[str, str]] = {"/*": security_headers()}
    rules |= {address: {"Cache-Control": FOREVER} for address in sorted(filter(is_named_by_content, addresses))}
    rules[f"{FONTS}*"] = {"Cache-Control": A_WEEK}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def nginx_headers() -> str:
    """Return what an nginx configuration includes in its ``http`` block.

    nginx looks at the address in the map when it sends the headers, so a missing file of a name that may be kept
    for good is answered with what is said about ``/404.html``.
    """
    kept = {f"~^{NAMED_BY_CONTENT}$": FOREVER, f"~^{FONTS}": A_WEEK, "default": ASK_EACH_TIME}
    headers = {**security_headers(), "Cache-Control": "$kept_for"}
    return "\n".join(
        [
            "map $uri $kept_for {",
            *(f'    "{pattern}" "{value}";' for pattern, value in kept.items()),
            "}",
            *(f'add_header {name} "{value}" always;' for name, value in headers.items()),
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(nginx_headers())
