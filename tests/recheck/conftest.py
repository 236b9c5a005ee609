"""A site and somebody who goes there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.recheck.going import Traveller
from tests.recheck.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def traveller(tmp_path: Path) -> Traveller:
    return Traveller(tmp_path / "kept")
