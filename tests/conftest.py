"""What every test may ask for: a small site built from a few files, or our own site as it is published."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright

from tests.building import KEPT, SITE_URL, Site, build_by_command, build_in_place, made_once, write_project
from tools.system import ensure

# Material otherwise prints an announcement of its own at every build.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
# The tests build at an address of their own choice, and on a day on which nothing is too old to be printed.
os.environ.pop("SITE_URL", None)
os.environ["SOURCE_DATE_EPOCH"] = "1795651200"  # 26 November 2026

os.environ["PRIMER_CACHE"] = str(KEPT)

settings.register_profile("check", deadline=None, derandomize=True, print_blob=True)  # the same examples in every run
settings.register_profile("search", deadline=None, max_examples=5000)  # HYPOTHESIS_PROFILE=search looks for new ones
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself, which a process can start only once; the fixtures that open browsers share it."""
    ensure("driver")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def build_site(tmp_path: Path) -> Callable[..., Site]:
    """Return a function that builds a small site: build_site({"docs/index.md": text}, strict=False).

    The files are laid over tests/sites/minimal; hooks, extensions and theme are our own.
    """

    def build(files: dict[str, str] | None = None, *, strict: bool = False) -> Site:
        project = tmp_path / f"project-{len(list(tmp_path.glob('project-*')))}"
        write_project(project, files or {})
        return build_in_place(project, strict=strict)

    return build


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def built_site(shared_folder: Path) -> Site:
    """Our own site, as published below a path of another host's."""
    folder = made_once(shared_folder / "site", partial(build_by_command, site_url=SITE_URL))
    return Site(folder, base="/base/")


@pytest.fixture(scope="session")
def built_site_without_address(shared_folder: Path) -> Site:
    """Our own site, built without SITE_URL."""
    return Site(made_once(shared_folder / "site-without-address", partial(build_by_command, site_url=None)))
