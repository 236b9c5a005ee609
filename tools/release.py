"""Build the site for the address at which it will stand, with every warning an error.

SITE_URL=https://example.org/ make release
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tools.changes import entries, missing

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"


def main() -> None:
    """Build into site/ and say what to upload; leave with one sentence when there is no address to build for."""
    address = os.environ.get("SITE_URL", "")
    if problem := refusal(address):
        sys.exit(problem)
    if found := missing(ROOT / "docs"):
        sys.exit(entries(found))
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(SITE)]
    if status := subprocess.run(build, cwd=ROOT, check=False).returncode:
        sys.exit(status)
    print(summary(SITE, address))


def refusal(address: str) -> str | None:
    """Why nothing can be published at an address, or None where it can."""
    example = "write it as in: SITE_URL=https://example.org/ make release"
    if not address:
        return f"SITE_URL does not say where the site will stand; {example}"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return f"SITE_URL is no web address: '{address}'; {example}"
    if parts.scheme != "https":
        return f"SITE_URL begins with https:// on a site that people can trust, not as '{address}' does; {example}"
    if not host or parts.query or parts.fragment or parts.username:
        return f"SITE_URL is a host and perhaps a folder, and nothing more, not '{address}'; {example}"
    return None


def summary(folder: Path, address: str) -> str:
    """What to upload, and where to."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1_000_000
    return (
        f"{folder.name}/ holds the site for {address.rstrip('/')}/: {len(files)} files, {size:.1f} MB.\n"
        "Upload everything in it, files whose names begin with a dot too.\n"
        "Netlify and Cloudflare Pages read its _headers; for a server of your own, see container/."
    )


if __name__ == "__main__":
    main()
