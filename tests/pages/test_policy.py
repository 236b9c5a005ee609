"""The content security policy: strict, the same in header and page, and nothing on a page against it."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.building import SITE_URL, Site
from tests.serving import read_headers
from tests.site_pages import ADDRESSES, EMBEDS, NEUTRAL_EMBEDS

EVERYWHERE = sorted([*ADDRESSES, *EMBEDS])
ORIGIN = SITE_URL.removesuffix("/base/")
# Browsers heed these in a header alone.
HEADER_ONLY = {"frame-ancestors", "report-uri", "report-to", "sandbox"}


@pytest.mark.parametrize("address", EVERYWHERE)
def test_header_and_page_agree_on_the_policy(built_site: Site, address: str):
    in_page = directives(page_policy(built_site, address))
    in_header = [directives(policy) for policy in headers(built_site, address)["content-security-policy"]]
    for_pages = [{name: one[name] for name in one if name not in HEADER_ONLY} for one in in_header]
    assert in_page == {name: values for policy in for_pages for name, values in policy.items()}


@pytest.mark.parametrize("address", EVERYWHERE)
def test_the_policy_allows_nothing_from_elsewhere(built_site: Site, address: str):
    """Criterion C35: browsers are told to refuse whatever comes from elsewhere."""
    policy = directives(page_policy(built_site, address))
    allowed = {value for values in policy.values() for value in values}
    assert policy["default-src"] in ({"'none'"}, {"'self'"})
    assert {"base-uri", "form-action"} <= policy.keys()
    assert not {value for value in allowed if re.match(r"'unsafe|https?:|\*|//", value)}


def test_only_embeds_may_be_framed(built_site: Site):
    framed = {address for address in [*built_site.addresses, "/nowhere/"] if may_be_framed(built_site, address)}
    assert framed == {*EMBEDS, *NEUTRAL_EMBEDS}


@pytest.mark.parametrize("address", EMBEDS)
def test_no_script_in_a_frame_can_make_markup_of_text(built_site: Site, address: str):
    policy = directives(page_policy(built_site, address))

    assert policy["require-trusted-types-for"] == {"'script'"}
    assert policy["trusted-types"] == {"'none'"}


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_page_holds_no_inline_style_and_no_inline_handler(built_site: Site, address: str):
    tree = built_site.tree(address)
    assert not tree.xpath("//style"), "a <style> element"
    assert not [f"<{one.tag} style>" for one in tree.xpath("//*[@style]")]
    assert not tree.xpath("//@*[starts-with(name(), 'on')]/..")


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_page_holds_no_script_but_those_its_policy_names(built_site: Site, address: str):
    allowed = directives(page_policy(built_site, address)).get("script-src", set())
    inline = [
        script.text or ""
        for script in built_site.tree(address).xpath("//script[not(@src)]")
        if script.get("type", "text/javascript") in ("text/javascript", "module", "importmap", "speculationrules")
    ]
    assert not [text[:80] for text in inline if digest(text) not in allowed]


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def page_policy(site: Site, address: str) -> str:
    policies = site.tree(address).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(policies) == 1
    return str(policies[0])


def may_be_framed(site: Site, address: str) -> bool:
    """Whether any other site may show an address in a frame.

    As browsers decide it: every policy that names frame-ancestors has to allow it; only where none does, the older
    header counts (https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header).
    """
    sent = headers(site, address)
    policies = [directives(policy) for policy in sent["content-security-policy"]]
    if named := [policy["frame-ancestors"] for policy in policies if "frame-ancestors" in policy]:
        return named == [{"*"}]
    return sent.get("x-frame-options") != ["DENY"]


def headers(site: Site, address: str) -> dict[str, list[str]]:
    """The headers that a host answers with, given our `_headers` file."""
    found: dict[str, list[str]] = {}
    for pattern, name, value in read_headers(site.file("/_headers")):
        if pattern.fullmatch(address):
            found.setdefault(name.lower(), []).append(value)
    return found


def directives(policy: str) -> dict[str, set[str]]:
    """A policy by directive. The origin of the site is its own: frames in a sandbox have to be told it."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    assert len({name for name, *_ in parts}) == len(parts), f"a directive is written twice: {policy}"
    return {name: {value for value in values if value != ORIGIN} for name, *values in parts}
