"""The files by which machines and strangers find out whom to ask: robots.txt, humans.txt and security.txt."""

from __future__ import annotations

import datetime

from primer.kit.strings import StringTable
from primer.site.contact import contact_files
from primer.site.models import Publisher
from primer.site.strings import PublisherStrings

from tests.building import SITE_URL, Site
from tests.rendering import content_of, strings

TODAY = datetime.date(2026, 11, 22)
SECURITY = ".well-known/security.txt"

UNKNOWN = Publisher(leave_to="https://example.org/")
KNOWN = Publisher(leave_to="https://example.org/", name="A. Tester", contact_email="ask@example.org")


def test_search_engines_may_read_everything_and_find_the_map(built_site: Site):
    lines = built_site.file("/robots.txt").read_text("utf-8").splitlines()

    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]
    assert "sitemap.xml" in built_site.files


def test_without_an_address_there_is_no_map_to_point_to():
    assert "Sitemap" not in contact_files(content_of(publisher=KNOWN), TODAY, None)["robots.txt"]


def test_nobody_is_named_who_is_not_known():
    files = contact_files(content_of(publisher=UNKNOWN), TODAY, SITE_URL)

    assert files["humans.txt"] == "Published by: Not named yet.\nContact: No contact address yet.\n"
    assert SECURITY not in files


def test_the_words_are_those_of_the_language():
    groups = {**strings()._groups, "publisher": strings()[PublisherStrings].model_copy(update={"name": "Wer"})}
    table = StringTable(groups.values())
    files = contact_files(content_of(publisher=KNOWN, table=table, language="de"), TODAY, None)

    assert files["humans.txt"].startswith("Wer: A. Tester\n")
    assert security_fields(files[SECURITY])["Preferred-Languages"] == "de"


def test_the_publisher_is_named_once_known():
    assert (
        contact_files(content_of(publisher=KNOWN), TODAY, SITE_URL)["humans.txt"]
        == "Published by: A. Tester\nContact: ask@example.org\n"
    )


def test_our_own_site_says_whom_to_ask_only_if_there_is_someone(built_site: Site):
    humans = built_site.file("/humans.txt").read_text("utf-8")

    assert (SECURITY in built_site.files) == ("No contact address yet." not in humans)


def test_security_txt_has_what_rfc_9116_asks_for():
    fields = security_fields(contact_files(content_of(publisher=KNOWN), TODAY, SITE_URL)[SECURITY])

    assert fields["Contact"] == "mailto:ask@example.org"
    assert fields["Canonical"] == f"{SITE_URL}.well-known/security.txt"
    expires = datetime.datetime.fromisoformat(fields["Expires"])
    assert datetime.timedelta() < expires.date() - TODAY < datetime.timedelta(days=365)
    assert expires.tzinfo is not None


def test_security_txt_is_published_where_it_is_looked_for(build_site):
    site = build_site(
        {"docs/_data/publisher.yml": "leave_to: https://example.org/\ncontact_email: ask@example.org\n"}, strict=True
    )
    fields = security_fields(site.file(f"/{SECURITY}").read_text("utf-8"))

    assert datetime.datetime.fromisoformat(fields["Expires"]) > datetime.datetime.now(datetime.UTC)
    assert "Canonical" not in fields


SENSITIVE_PAGE = """---
title: Home
description: A page.
sources_checked: 2026-11-21
review_by: 2027-11-21
status: unreviewed
sensitive: true
content_note: This page speaks of harm.
---

Words.
"""


def test_a_name_is_written_as_it_is(build_site):
    publisher = "leave_to: 'https://example.org/?a=1&copy=2'\nname: 'Smith & <Co>'\ncontact_email: a&b@example.org\n"
    site = build_site(
        {
            "docs/_data/publisher.yml": publisher,
            "docs/index.md": SENSITIVE_PAGE,
        }
    )
    [footer] = site.tree("/").xpath("//footer[@class='site-footer']")

    assert "Published by Smith & <Co>." in footer.text_content()
    assert footer.xpath(".//a[@href='mailto:a&b@example.org']/text()") == ["a&b@example.org"]
    assert "Smith &amp; &lt;Co&gt;" in site.html("/")
    assert 'href="https://example.org/?a=1&amp;copy=2"' in site.html("/")


def security_fields(text: str) -> dict[str, str]:
    """The fields of a security.txt; each of ours is there once."""
    lines = text.splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert len(fields) == len(lines)
    return fields
