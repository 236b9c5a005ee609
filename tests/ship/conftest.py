"""Our own site as the image serves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.building import Site, made_once
from tests.ship.image import follow
from tools.nginx import serving
from tools.system import ensure

ADDRESS = "https://site.test/"


def make_image(machine: Path) -> None:
    machine.mkdir()
    follow(machine, {"SITE_URL": ADDRESS})


@pytest.fixture(scope="session")
def image(shared_folder: Path) -> Path:
    """The folder /srv of the image; made by all workers together, changed by none."""
    return made_once(shared_folder / "image", make_image) / "srv"


@pytest.fixture(scope="session")
def image_site(image: Path) -> Site:
    """The site in the image."""
    return Site(image / "site")


@pytest.fixture(scope="session")
def nginx(image: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which nginx serves the image's site: one server a worker."""
    folder = tmp_path_factory.mktemp("nginx")
    for path in image.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / "run").mkdir()
    with serving(folder) as port:
        yield port


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser that finds no site but those of this machine."""
    arguments = ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    browser = playwright.chromium.launch(executable_path=ensure("browser"), args=arguments)
    yield browser
    browser.close()
