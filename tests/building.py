"""Build a site with MkDocs as it is, and look at what came out."""

from __future__ import annotations

import fcntl
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from jinja2 import FileSystemLoader
from lxml import html as lxml_html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

ROOT = Path(__file__).resolve().parents[1]
MINIMAL = ROOT / "tests/sites/minimal"
MATERIAL = Path(get_theme_dir("material"))
# What is kept from build to build is known by a digest of all it is made of, so all builds of the tests may share it.
KEPT = ROOT / ".cache/tests"

# Where the tests pretend that our own site is published: below a path of a host that does not exist.
SITE_URL = "http://site.test/base/"


@dataclass(frozen=True)
class Site:
    """A built site: the folder it was built into, and what MkDocs had to say about it."""

    folder: Path
    base: str = "/"
    warnings: list[str] = field(default_factory=list)

    @cached_property
    def files(self) -> list[str]:
        """Every file, as a path below the site's folder."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def addresses(self) -> list[str]:
        """Every HTML page, as its address below the base: '/', '/glossary/', '/404.html'."""
        return sorted("/" + path.removesuffix("index.html") for path in self.files if path.endswith(".html"))

    def file(self, address: str) -> Path:
        """The file behind an address such as '/trust/' or '/404.html'."""
        return self.folder / (address + "index.html" if address.endswith("/") else address).lstrip("/")

    def html(self, address: str = "/") -> str:
        """The source of a page."""
        return self.file(address).read_text("utf-8")

    def tree(self, address: str = "/") -> lxml_html.HtmlElement:
        """A page as elements; made once, so do not change it."""
        return _parse(self.file(address))


@cache
def _parse(file: Path) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(file.read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))


def build_in_place(project: Path, *, strict: bool = False) -> Site:
    """Build the project in this process.

    Raises mkdocs.exceptions.Abort where `mkdocs build` would leave with an error.
    """
    with _warnings() as messages:
        config = load_config(str(project / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with patch("mkdocs.theme.jinja2.FileSystemLoader", _FewFiles):
                build(config)
        finally:
            config.plugins.on_shutdown()
    return Site(Path(config.site_dir), warnings=messages)


def write_project(project: Path, files: dict[str, str]) -> None:
    """Write a project with our own hooks, extensions and theme, and the given files over the minimal site."""
    everything = {path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in _files_below(MINIMAL)}
    everything |= {path: text.encode() for path, text in files.items()}
    everything.setdefault("mkdocs.yml", _settings_like_ours())
    for path, content in everything.items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@cache
def _settings_like_ours() -> bytes:
    ours = read_settings()
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "nav": [],
        "hooks": [str(ROOT / path) for path in ours.get("hooks", [])],
        "theme": {"custom_dir": str(ROOT / ours["theme"]["custom_dir"])},
    }
    return yaml.safe_dump(settings).encode()


def build_by_command(folder: Path, site_url: str | None) -> None:
    """Build our own site into ``folder`` with the command that authors and CI use."""
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    if site_url:
        environment["SITE_URL"] = site_url
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise AssertionError(f"`mkdocs build --strict` of our own site failed:\n{run.stdout}{run.stderr}")


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder, unless another worker of the same run has made it or is about to."""
    done = folder.with_name(folder.name + ".done")
    with folder.with_name(folder.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


def read_settings() -> dict[str, Any]:
    """Our mkdocs.yml, read as MkDocs reads it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        return yaml_load(file, get_yaml_loader())


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


class _FewFiles(FileSystemLoader):
    """Finds templates without listing Material's 14,000 icons, which MkDocs leaves out of each site again."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, below, files in os.walk(root):
                below[:] = [name for name in below if not name.startswith(".")]
                found |= {(Path(folder) / name).relative_to(root).as_posix() for name in files}
        return sorted(found)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
