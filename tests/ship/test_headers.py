"""The headers that hosts are asked to send."""

from __future__ import annotations

from collections import Counter

from primer.publish.caching import is_named_by_content, search_folder
from primer.publish.headers import headers_file, nginx_headers
from primer.publish.policy import ANY_FRAME, NO_FRAMES, NO_SINKS, security_headers

from tests.building import Site
from tests.serving import read_headers


def test_no_header_is_sent_twice_but_the_policy_of_embeds(built_site: Site):
    rules = read_headers(built_site.file("/_headers"))
    for path in built_site.files:
        counts = Counter(name for pattern, name, _ in rules if pattern.fullmatch(f"/{path}"))
        twice = {"Content-Security-Policy"} if path.removeprefix("es/").startswith("embed/") else set()
        assert {name for name, count in counts.items() if count > 1} == twice, path


def test_what_is_named_by_its_content_may_be_kept_for_a_year(built_site: Site):
    kept = cache_control(built_site)

    assert {path for path, value in kept.items() if "immutable" in value} == {
        path for path in built_site.files if is_named_by_content(f"/{path}") or search_folder(f"/{path}")
    }


def test_fonts_may_be_kept_for_a_week_and_pages_not_at_all(built_site: Site):
    kept = cache_control(built_site)

    assert kept["assets/fonts/regular.woff2"] == "public, max-age=604800"
    assert "index.html" not in kept
    assert "search/index.json" not in kept


def test_the_file_keeps_to_the_limits_of_hosts(built_site: Site):
    """Cloudflare Pages reads 100 rules, and lines of 2000 characters."""
    lines = built_site.file("/_headers").read_text("utf-8").splitlines()

    assert sum(line.startswith("/") for line in lines) <= 100
    assert max(map(len, lines)) <= 2000


def test_each_kind_of_host_is_asked_for_the_same_headers():
    for name, value in security_headers().items():
        more = "; $framing" if name == "Content-Security-Policy" else ""
        assert f"  {name}: {value}\n" in headers_file([])
        assert f'add_header {name} "{value}{more}" always;\n' in nginx_headers()


def test_what_frames_and_machines_fetch_may_be_read_from_anywhere_and_nothing_else(built_site: Site):
    rules = read_headers(built_site.file("/_headers"))
    read = {
        path
        for path in built_site.files
        for pattern, name, value in rules
        if name == "Access-Control-Allow-Origin" and value == "*" and pattern.fullmatch(f"/{path}")
    }

    anywhere = ("api/", "assets/", "embed/", "exports/")
    assert {f"{path.removeprefix('es/').split('/')[0]}/" for path in read} == {*anywhere}
    assert read == {path for path in built_site.files if path.removeprefix("es/").startswith(anywhere)}


def test_no_search_engine_is_led_to_exports(built_site: Site):
    rules = read_headers(built_site.file("/_headers"))
    hidden = {
        path
        for path in built_site.files
        for pattern, name, value in rules
        if (name, value) == ("X-Robots-Tag", "noindex") and pattern.fullmatch(f"/{path}")
    }

    assert hidden == {path for path in built_site.files if path.startswith("exports/")}
    assert "exports/" not in built_site.file("/sitemap.xml").read_text("utf-8")
    assert '"~^/([a-z-]+/)?(exports)/" "noindex"' in nginx_headers()


def test_the_frames_of_another_language_may_be_read_too():
    assert "/mi/embed/*\n  Content-Security-Policy" in headers_file([], ("embed/", "mi/embed/"))
    assert "/mi/exports/*\n  Access-Control-Allow-Origin: *\n" in headers_file([], ("embed/", "mi/embed/"))


def test_nothing_is_allowed_anywhere_that_is_called_unsafe(built_site: Site):
    policies = [
        content for path in built_site.files if path.endswith(".html") for content in policies_in(built_site, path)
    ]
    policies += [value for _, name, value in read_headers(built_site.file("/_headers")) if name.endswith("-Policy")]

    assert len(policies) > len(built_site.addresses)
    assert [text for text in [*policies, nginx_headers()] if "unsafe" in text or "report-only" in text.lower()] == []


def policies_in(site: Site, path: str) -> list[str]:
    """The policies in a page; each has one."""
    found = site.tree(f"/{path}").xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(found) == 1, path
    return list(map(str, found))


def test_no_value_means_something_else_to_nginx():
    for value in [*security_headers().values(), ANY_FRAME, NO_FRAMES, NO_SINKS]:
        assert not set('"$\\\n') & set(value)


def cache_control(site: Site) -> dict[str, str]:
    """What is said about how long each file may be kept."""
    rules = read_headers(site.file("/_headers"))
    return {
        path: value
        for path in site.files
        for pattern, name, value in rules
        if name == "Cache-Control" and pattern.fullmatch(f"/{path}")
    }
