"""The locks hold what pyproject.toml asks for; `make lock` writes them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.building import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DEPENDENCIES = PROJECT["dependencies"]
PIN = re.compile(r"([\w.-]+)==(\S+)")


def pins(texts: list[str]) -> dict[str, str]:
    """Versions by name, the name written as Python's package index does."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PIN.findall("\n".join(texts))}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.lock", DEPENDENCIES),
        ("requirements-dev.lock", DEPENDENCIES + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_a_lock_pins_what_is_asked_for(lock: str, asked: list[str]):
    locked = pins((ROOT / lock).read_text("utf-8").splitlines())
    assert pins(asked).items() <= locked.items()
    assert len(pins(asked)) == len(asked), "every dependency is pinned"


def test_both_locks_agree():
    site, everything = (
        pins((ROOT / name).read_text("utf-8").splitlines()) for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert site.items() <= everything.items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_place_to_fetch_from(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"^-|://|^\s*#.*(/home/|/root/|/tmp/)", text, re.MULTILINE)
