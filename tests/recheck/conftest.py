"""A site and somebody who goes there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.recheck.going import Traveller
from tests.recheck.server import Site, serving


@pytest.fixture(autouse=True)
def own_loop() -> Iterator[None]:
    """Hide the loop that Playwright leaves running in a worker that had tests with a browser before."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def traveller(tmp_path: Path) -> Traveller:
    return Traveller(tmp_path / "kept")
