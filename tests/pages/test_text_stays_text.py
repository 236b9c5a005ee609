"""Whatever somebody writes as text stays text: no element and no attribute is born from it, on any page."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from lxml import html as lxml_html
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from primer.kit.loading import strings_file
from primer.outputs.registry import OUTPUTS

from tests.building import ROOT, Site, build_in_place
from tests.rendering import features

#: An element, both kinds of quotation marks, each before what would be an attribute, and a reference that is none.
MARK = "<x-born>&amp;\"x-born=\"1' x-born='2</x-born>"
#: What has to be the name of a locale.
NO_TEXT = {"locale"}


def marked(value: Any) -> Any:
    """Text, or each text of a part of a file, with the mark at its end."""
    if isinstance(value, dict):
        return {key: inner if key in NO_TEXT else marked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [marked(inner) for inner in value]
    return f"{value} {MARK}" if isinstance(value, str) else value


def marked_nav(part: Any) -> Any:
    """A menu with the mark in each title; a page without one says its own."""
    if isinstance(part, list):
        return [marked_nav(item) for item in part]
    return {f"{title} {MARK}": marked_nav(inner) for title, inner in part.items()} if isinstance(part, dict) else part


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Our own site, with the mark in all words of its templates, its menu, its name and its publisher."""
    project = tmp_path_factory.mktemp("marked")
    shutil.copytree(ROOT / "docs", project / "docs")
    words = project / "docs/_data/strings/en.yml"
    words.parent.mkdir(exist_ok=True)
    every = yaml.safe_load(strings_file([*features(), *OUTPUTS]))
    words.write_text(yaml.safe_dump(marked(every), allow_unicode=True))
    publisher = {
        "name": f"Us {MARK}",
        "contact_email": f"us{MARK.replace(' ', '')}@site.test",
        "funding": f"None {MARK}",
        "conflicts": f"None {MARK}",
        "leave_to": f"https://site.test/{MARK}",
    }
    (project / "docs/_data/publisher.yml").write_text(yaml.safe_dump(publisher))
    with (ROOT / "mkdocs.yml").open("rb") as file:
        ours = yaml_load(file, get_yaml_loader())
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": f"Site {MARK}",
        "site_description": f"About {MARK}",
        "site_url": "http://site.test/base/",
        "repo_url": "https://site.test/'it'\"s",
        "nav": marked_nav(ours["nav"]),
        "hooks": [str(ROOT / path) for path in ours["hooks"]],
        "theme": {"custom_dir": str(ROOT / "overrides")},
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True))
    return build_in_place(project)


def pages(site: Site) -> Iterator[tuple[str, lxml_html.HtmlElement]]:
    return ((address, site.tree(address)) for address in site.addresses)


def test_every_kind_of_page_is_there(site: Site):
    assert {"/", "/404.html", "/glossary/", "/help-now/", "/go/glossary/", "/embed/pages/glossary/"} <= set(
        site.addresses
    )


def test_no_element_and_no_attribute_is_born_from_a_text(site: Site):
    born = []
    for address, tree in pages(site):
        for element in tree.iter(lxml_html.etree.Element):
            names = [str(element.tag), *map(str, element.attrib)]
            born += [
                f"{address}: {name}" for name in names if not re.fullmatch(r"[A-Za-z][\w:.-]*", name) or "born" in name
            ]
    assert born == []


def test_what_is_shown_is_what_was_written(site: Site):
    """The mark is whole wherever a part of it is: nothing was taken for HTML, and nothing was escaped twice."""
    shown = [
        (address, text)
        for address, tree in pages(site)
        for text in map(_read, map(str, tree.xpath("//text()[not(parent::script)] | //@*")))
        if "x-born" in text
    ]
    assert len(shown) > 1000
    assert [(address, text) for address, text in shown if not is_whole(text)] == []


def test_what_scripts_read_is_json_that_says_what_was_written(site: Site):
    for address, tree in pages(site):
        for script in tree.xpath("//script[contains(@type, 'json')]"):
            assert is_whole(script.text), address
    assert "x-born" in site.tree("/").xpath("//script[@type='application/ld+json']")[0].text


def _read(text: str) -> str:
    """What is written in an address that begins a letter; any other text as it is."""
    return unquote(text) if text.startswith("mailto:") else text


def is_whole(text: str) -> bool:
    """Tell whether a text, or each text within JSON, holds the mark whole.

    The reference in it may be a sign: that is what it means where a word stands among Markdown.
    """
    said = "\n".join(texts_of(json.loads(text))) if text.strip().startswith(('{"', '["')) else text
    plain = said.replace("&amp;", "&")
    for mark in (MARK, MARK.replace(" ", "")):
        plain = plain.replace(mark.replace("&amp;", "&"), "")
    return "x-born" not in plain


def texts_of(value: Any) -> Iterator[str]:
    """The texts in JSON."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inner)
    elif isinstance(value, str):
        yield value
