"""Every page, as the W3C's checker reads it."""

from __future__ import annotations

import json
import subprocess

from tests.building import ROOT, Site
from tools.system import ensure

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

# Messages that are no errors, and why they are let through; anything else the checker says fails the test.
LET_THROUGH = {
    "Resource violates Content Security Policy (meta tag)": "'self' is nothing when a page is read from a folder",
    "Inline script violates Content Security Policy (meta tag)": "takes a block of data for a script",
    "Trailing slash on void elements has no effect": "how Markdown writes a picture",
    "The “align” attribute on the “td” element is obsolete": "Markdown's only way without a style",
    "The “align” attribute on the “th” element is obsolete": "Markdown's only way without a style",
    "The “list” role is unnecessary for element “ul”": "Safari forgets that a list without bullets is one",
}  # tests/browser watches the policy at work, and test_policy.py looks for inline scripts


def test_every_page_is_valid_html(built_site: Site):
    command = [ensure("java"), "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(built_site.folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [message for message in json.loads(run.stderr)["messages"] if not let_through(message["message"])]
    assert not messages, "\n".join(sorted({describe(message, built_site) for message in messages})[:50])


def let_through(text: str) -> bool:
    return any(text.startswith(known) for known in LET_THROUGH)


def describe(message: dict[str, str], site: Site) -> str:
    kind = message.get("subType", message["type"])
    page = message.get("url", "").removeprefix(site.folder.as_uri().replace("file:///", "file:/"))
    return f"{page}:{message.get('lastLine', 1)}: {kind}: {message['message']}: {message.get('extract', '').strip()}"
