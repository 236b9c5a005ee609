"""What browsers may load and do on the site's pages. Nothing is ever inline, so no hashes are needed."""

from __future__ import annotations

# https://www.w3.org/TR/CSP3/. The theme's icons are data: images inside its style sheet.
_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def content_security_policy(origin: str | None = None) -> str:
    """Return the policy as a ``<meta>`` element or a header carries it.

    ``origin`` is that of the site, for pages that may stand in a frame: in a sandbox they have none of their own, and
    there WebKit takes 'self' for nothing.
    """
    ours = f"'self' {origin}" if origin else "'self'"
    return "; ".join(f"{name} {value}" for name, value in _DIRECTIVES.items()).replace("'self'", ours)


NO_FRAMES = "frame-ancestors 'none'"
ANY_FRAME = "frame-ancestors *"
"""Which other sites may show an answer in a frame. Browsers ignore both in a ``<meta>`` element."""


NO_SINKS = "require-trusted-types-for 'script'; trusted-types 'none'"
"""That no script can make text into markup or an address into a script, for frames, in which nothing is searched.

https://www.w3.org/TR/trusted-types/. Browsers that do not know it pass it by.
"""


ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
"""That what is public anyway may be read from anywhere. A frame in a sandbox is nobody's origin, and its fonts and
module scripts are asked for like those of another site (https://html.spec.whatwg.org/multipage/browsers.html#origin)."""


def security_headers(origin: str | None = None) -> dict[str, str]:
    """Return the headers that every answer carries, whoever may show it in a frame; ``origin`` is that of the site."""
    return {
        "Content-Security-Policy": content_security_policy(origin),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
