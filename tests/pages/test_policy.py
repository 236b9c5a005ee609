"""The content security policy: strict, the same in header and page, and nothing on a page against it."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.building import Site
from tests.serving import read_headers
from tests.site_pages import ADDRESSES

# Browsers heed these in a header alone.
HEADER_ONLY = {"frame-ancestors", "report-uri", "report-to", "sandbox"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_header_and_page_agree_on_the_policy(built_site: Site, address: str):
    in_page = directives(page_policy(built_site, address))
    in_header = directives(headers(built_site, address)["content-security-policy"])
    assert in_page == {name: values for name, values in in_header.items() if name not in HEADER_ONLY}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_from_elsewhere(built_site: Site, address: str):
    """Criterion C35: browsers are told to refuse whatever comes from elsewhere."""
    policy = directives(page_policy(built_site, address))
    allowed = {value for values in policy.values() for value in values}
    assert policy["default-src"] in ({"'none'"}, {"'self'"})
    assert {"base-uri", "form-action"} <= policy.keys()
    assert not {value for value in allowed if re.match(r"'unsafe|https?:|\*|//", value)}


def test_only_embeds_may_be_framed(built_site: Site):
    framed = {address for address in built_site.addresses if "'none'" not in frame_ancestors(built_site, address)}
    assert framed == {address for address in built_site.addresses if address.startswith("/embed/")}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_holds_no_inline_style_and_no_inline_handler(built_site: Site, address: str):
    tree = built_site.tree(address)
    assert not tree.xpath("//style"), "a <style> element"
    assert not [f"<{one.tag} style>" for one in tree.xpath("//*[@style]")]
    assert not tree.xpath("//@*[starts-with(name(), 'on')]/..")


@pytest.mark.parametrize("address", ADDRESSES)
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


def frame_ancestors(site: Site, address: str) -> set[str]:
    return directives(headers(site, address)["content-security-policy"]).get("frame-ancestors", set())


def headers(site: Site, address: str) -> dict[str, str]:
    """The headers that a host answers with, given our `_headers` file."""
    return {
        name.lower(): value
        for pattern, name, value in read_headers(site.file("/_headers"))
        if pattern.fullmatch(address)
    }


def directives(policy: str) -> dict[str, set[str]]:
    """A policy by directive."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    assert len({name for name, *_ in parts}) == len(parts), f"a directive is written twice: {policy}"
    return {name: set(values) for name, *values in parts}
