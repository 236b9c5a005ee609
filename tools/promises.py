"""Record what the site promises to others: addresses, anchors, error codes and fields of data files.

Run it with ``hooks`` on the path, or run ``make promises``. It builds the site and adds what is new to the lists in
``tests/promises``, one promise a line; it takes nothing away. What really has to go gets a line in
``tests/promises/withdrawn.yml``, with the reason.
"""

from __future__ import annotations

import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from lxml import html
from lxml.html import HtmlElement
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from primer.core.languages import Language, is_reserved, language_of, site_languages

ROOT = Path(__file__).resolve().parents[1]
LEDGER = ROOT / "tests/promises"
WITHDRAWN = LEDGER / "withdrawn.yml"

CODES, FIELDS = "error-codes.txt", "fields.txt"
ADDRESSES, ANCHORS = "addresses.txt", "anchors.txt"  # one of each a language, in a folder named like it

#: How to keep a promise of each list when what it names has to change.
REMEDIES = {
    CODES: "keep the code; what its message says may change",
    FIELDS: "keep the field or the value, or take the old name as well as the new one",
    ADDRESSES: "keep its line in permalinks.yml, so that it leads to the page that answers it now",
    ANCHORS: "write the old id behind the heading that answers it now: { #old-id }",
}

# What only a server or the site's own pages read: its files may be named anew with every build.
UNPROMISED = re.compile("assets/|(?:[a-z0-9-]+/)?search/|_headers")
# What has an id for the sake of a label or a script, and is no place to link to.
CONTROLS = {"button", "datalist", "input", "option", "script", "select", "template", "textarea"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NAMED_BY = ("aria-controls", "aria-describedby", "aria-errormessage", "aria-labelledby", "for")
HELPER = re.compile(r".*--(error|help|missing|problem|title)")
CITED = re.compile(r"(cite|source)-.+")  # of elements between a text and its own list of sources
CODE = re.compile(r"[\[`]([a-z]+(?:-[a-z0-9]+)+)[\]`]")  # as docs/about/errors.md writes them


def main() -> None:
    """Build the site, add what is not in the lists yet and say what that was."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        build(site)
        new = unrecorded(promises(site))
    for name, added in new.items():
        write(LEDGER / name, recorded(LEDGER / name) | added)
        print(f"tests/promises/{name}: {len(added)} added", *sorted(added), sep="\n  + ")
    if not new:
        print("Nothing is new; the lists hold every promise.")


def build(site: Path) -> None:
    """Build the site into a folder, as it is published; leave with what MkDocs says when it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = os.environ | {"SITE_URL": "https://example.org/"}
    if status := subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        sys.exit(status)


def unrecorded(found: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return what was found and is not in its list, by the name of the list."""
    new = {name: now - recorded(LEDGER / name) for name, now in found.items()}
    return {name: added for name, added in new.items() if added}


def promises(site: Path) -> dict[str, frozenset[str]]:
    """Return every promise of today by the name of its list; ``site`` is where the site was built into."""
    return _lists(site, {address: anchors(page) for address, page in pages(site) if is_promising(address)})


def broken(name: str, kept: frozenset[str]) -> frozenset[str]:
    """Return what a list has that is neither kept nor taken back."""
    reasons = withdrawn()
    return frozenset(line for line in recorded(LEDGER / name) - kept if not is_withdrawn(line, reasons))


def kept(site: Path) -> dict[str, frozenset[str]]:
    """Return whatever would keep a promise: the same, with every id that is anywhere on a page.

    A page that leads on to another has the ids of that one, because the part behind ``#`` is handed on.
    """
    ids = {address: all_ids(page) for address, page in pages(site)}
    leads = {address: target for address, page in pages(site) if (target := leads_to(address, page))}
    return _lists(
        site, {address: found | ids.get(leads.get(address, ""), frozenset()) for address, found in ids.items()}
    )


def _lists(site: Path, ids: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    known = languages()
    found: dict[str, set[str]] = {CODES: error_codes(), FIELDS: set(fields())}
    for address in addresses(site):
        found.setdefault(f"{_language(address, known).code}/{ADDRESSES}", set()).add(address)
    for address, inside in ids.items():
        found.setdefault(f"{_language(address, known).code}/{ANCHORS}", set()).update(
            f"{address}#{id}" for id in inside
        )
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages of the site: a language has a folder of pages and a file of strings, both named like it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        default: str = yaml_load(file, get_yaml_loader())["theme"]["language"]
    others = sorted(path.stem for path in ROOT.glob("docs/_data/strings/*.yml") if (ROOT / "docs" / path.stem).is_dir())
    return site_languages(default, [code for code in others if code != default])


def addresses(site: Path) -> Iterator[str]:
    """Yield the address of each file of a site that others may link to or ask for."""
    for path in sorted(site.rglob("*")):
        relative = path.relative_to(site)
        if path.is_file() and not UNPROMISED.match(relative.as_posix()):
            yield address_of(relative)


def address_of(path: Path) -> str:
    """Return the address of a file below the site's root: ``/trust/power/`` for ``trust/power/index.html``."""
    return f"/{path.as_posix().removesuffix('index.html') if path.name == 'index.html' else path.as_posix()}"


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the address of each page of a site and the page as elements."""
    for path in sorted(site.rglob("*.html")):
        parser = html.HTMLParser(encoding="utf-8")
        yield address_of(path.relative_to(site)), html.document_fromstring(path.read_bytes(), parser=parser)


def is_promising(address: str) -> bool:
    """Tell whether anchors of a page are promised: not on the page of what is missing, and in frames by their pages."""
    return address != "/404.html" and not is_reserved(address.removeprefix("/"), languages())


def leads_to(address: str, page: HtmlElement) -> str | None:
    """Return the address of the page to which a redirect leads, or None where a page is no redirect."""
    for content in page.xpath("//meta[@http-equiv='refresh']/@content"):
        return urljoin(address, str(content).partition("url=")[2])
    return None


def all_ids(page: HtmlElement) -> frozenset[str]:
    """Return every id of a page, promised or not."""
    return frozenset(page.xpath("//@id"))


def anchors(page: HtmlElement) -> frozenset[str]:
    """Return the ids in a page's text that a link can lead to: headings, terms, references, quizzes and the like."""
    named = {id for attribute in NAMED_BY for value in page.xpath(f"//@{attribute}") for id in value.split()}
    found = set()
    for element in page.xpath("//main//*[@id]"):
        id = element.get("id")
        serves = element.tag in CONTROLS or id in named or CITED.fullmatch(id)
        if not HELPER.fullmatch(id) and (element.tag in HEADINGS or not serves):
            found.add(id)
    return frozenset(found)


def error_codes() -> set[str]:
    """Return every code that the list for authors explains."""
    return set(CODE.findall((ROOT / "docs/about/errors.md").read_text("utf-8")))


def fields() -> Iterator[str]:
    """Yield each field of each data file and each value that it can be chosen from: ``quiz.json questions[].type``."""
    for path in sorted((ROOT / "docs/_data/schemas").glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        yield path.name
        yield from (f"{path.name} {field}" for field in _fields(schema, schema.get("$defs", {}), "", ()))


def _fields(part: Mapping[str, Any], shapes: Mapping[str, Any], path: str, above: tuple[str, ...]) -> Iterator[str]:
    if reference := part.get("$ref"):
        name = reference.rpartition("/")[2]
        if name not in above:  # a shape within itself has no new fields
            yield from _fields(shapes[name], shapes, path, (*above, name))
    for value in part.get("enum", [part["const"]] if "const" in part else []):
        yield f"{path} = {value}"
    for name, field in part.get("properties", {}).items():
        inner = f"{path}.{name}".removeprefix(".")
        yield inner
        yield from _fields(field, shapes, inner, above)
    for kind, reference in part.get("discriminator", {}).get("mapping", {}).items():
        yield from _fields({"$ref": reference}, shapes, f"{path}({kind})", above)
    if "discriminator" not in part:
        for choice in [*part.get("anyOf", []), *part.get("oneOf", []), *part.get("allOf", [])]:
            yield from _fields(choice, shapes, path, above)
    for items in [part["items"]] if "items" in part else part.get("prefixItems", []):
        yield from _fields(items, shapes, f"{path}[]", above)
    if isinstance(values := part.get("additionalProperties"), dict):
        yield from _fields(values, shapes, f"{path}.*".removeprefix("."), above)


def recorded(path: Path) -> frozenset[str]:
    """Return the promises in a list; none where there is no list yet."""
    return frozenset(path.read_text("utf-8").splitlines()) if path.exists() else frozenset()


def write(path: Path, lines: frozenset[str]) -> None:
    """Write a list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_text(lines), "utf-8")


def as_text(lines: frozenset[str]) -> str:
    """Return a list as it is written: sorted, one promise a line."""
    return "".join(f"{line}\n" for line in sorted(lines))


def withdrawn() -> dict[str, str]:
    """Return the reason for each promise that was taken back. A ``*`` stands for anything, as in ``/old-quiz/#*``."""
    return yaml.safe_load(WITHDRAWN.read_text("utf-8")) or {}


def is_withdrawn(promise: str, reasons: Mapping[str, str]) -> bool:
    """Tell whether a promise was taken back."""
    return promise in reasons or any("*" in taken and _matches(promise, taken) for taken in reasons)


def _matches(promise: str, taken: str) -> bool:
    return fnmatch.fnmatchcase(promise, taken.replace("[", "[[]"))


def _language(address: str, known: tuple[Language, ...]) -> Language:
    return language_of(f"{address.removeprefix('/')}index.md", known)


if __name__ == "__main__":
    main()
