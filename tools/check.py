"""Say what ``make test`` would demand of content, as far as that takes no browser.

Run it with ``hooks`` on the path, or run ``make check``. It leaves with 1 where anything is wrong.
"""

from __future__ import annotations

import logging
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from primer.core.diagnostics import Diagnostic, Location

from tools import changes, promises
from tools.content.built import Built
from tools.content.corpus import Corpus
from tools.content.rules import problems, problems_of_site

ROOT = Path(__file__).resolve().parents[1]
SAID = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<message>.*) \[(?P<code>[a-z0-9-]+)\]"
    r"(\n    hint: (?P<hint>.*))?",
    re.DOTALL,
)
"""A message of the build."""
OF_CONTENT = ("content-", "item-")  # what these codes are about stops no build
FEW = 3  # so many of what is new are named


def main() -> None:
    """Print every problem, in the order of the files, then how many there are and what time that took."""
    began = time.monotonic()
    found = check(ROOT)
    print(*found, sep="\n", end="\n" if found else "")
    count = f"{len(found)} problem{'s' if len(found) > 1 else ''}" if found else "No problems"
    print(f"{count}, in {time.monotonic() - began:.0f} s. What takes a browser is left to make test.")
    sys.exit(bool(found))


def check(root: Path) -> list[str]:
    """Return all messages: those without a place first, the others in the order of the files."""
    others: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(root)
        found = {*problems(corpus)}
        for message in built(root, Path(folder)):
            said = SAID.fullmatch(message)
            if said:
                location = Location(said["path"], int(said["line"]), int(said["column"]))
                found.add(Diagnostic(location, said["message"], said["code"], said["hint"]))
            else:
                others.append(message)
        if not others and all(one.code.startswith(OF_CONTENT) for one in found):  # there is a whole site to look at
            site = Path(folder)
            found |= {*problems_of_site(corpus, Built(site)), *unrecorded_changes(root), *promised(site)}
    return [*others, *map(str, sorted(found, key=lambda one: (one.location, one.code, one.message)))]


def built(root: Path, site: Path) -> list[str]:
    """Build the site into a folder, as it is published; return every warning."""
    with _warnings() as messages:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), site_url="https://example.org/")
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except Exception as error:  # noqa: BLE001 - the hooks have said where the build stopped
            return messages or [f"{type(error).__name__}: {error}"]
    return messages


def unrecorded_changes(root: Path) -> Iterator[Diagnostic]:
    """Yield each page that says something else than its last recorded change."""
    for one in changes.missing(root / "docs"):
        message = (
            "the page is new to changes.yml" if one.is_new else "the page says something else than changes.yml has"
        )
        hint = "when the text is ready, make changes, which prints the entry to add"
        yield Diagnostic(Location(one.path), message, "content-unrecorded-change", hint)


def promised(site: Path) -> Iterator[Diagnostic]:
    """Yield what others were promised and is gone, then what is new and not promised yet."""
    kept = promises.kept(site)
    for name in kept:
        location = Location(f"tests/promises/{name}")
        for line in sorted(promises.broken(name, kept[name])):
            message = f"'{line}' was promised, and is gone"
            hint = promises.REMEDIES[Path(name).name]
            yield Diagnostic(location, message, "content-broken-promise", hint)
    for name, new in promises.unrecorded(promises.promises(site)).items():
        location = Location(f"tests/promises/{name}")
        more = f" and {len(new) - FEW} more" if len(new) > FEW else ""
        message = f"not recorded yet: {', '.join(sorted(new)[:FEW])}{more}"
        yield Diagnostic(location, message, "content-unrecorded-promise", "when they may stay for good, make promises")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    collector, logger = _Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)


if __name__ == "__main__":
    main()
