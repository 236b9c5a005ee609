"""The locks hold what pyproject.toml and package.json ask for; `make lock` and npm write them."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from tests.building import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DEPENDENCIES = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
NPM = ["package.json", "tools/lighthouse/package.json"]
LOCKS = ["requirements.lock", "requirements-recheck.lock", "requirements-outputs.lock", "requirements-dev.lock"]
PIN = re.compile(r"([\w.-]+)==(\S+)")


def pins(texts: list[str]) -> dict[str, str]:
    """Versions by name, the name written as Python's package index does."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PIN.findall("\n".join(texts))}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("requirements.lock", DEPENDENCIES),
        ("requirements-recheck.lock", DEPENDENCIES + EXTRAS["recheck"]),
        ("requirements-outputs.lock", DEPENDENCIES + EXTRAS["outputs"]),
        ("requirements-dev.lock", DEPENDENCIES + EXTRAS["recheck"] + EXTRAS["dev"]),
        ("requirements-dev.lock", DEPENDENCIES + EXTRAS["outputs"]),
    ],
)
def test_a_lock_pins_what_is_asked_for(lock: str, asked: list[str]):
    locked = pins((ROOT / lock).read_text("utf-8").splitlines())
    assert pins(asked).items() <= locked.items()
    assert len(pins(asked)) == len(asked), "every dependency is pinned"


def test_the_locks_agree():
    site, recheck, outputs, everything = (pins((ROOT / name).read_text("utf-8").splitlines()) for name in LOCKS)
    assert site.items() <= recheck.items() <= everything.items()
    assert site.items() <= outputs.items() <= everything.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"^-|://|^\s*#.*(/home/|/root/|/tmp/)", text, re.MULTILINE)


@pytest.mark.parametrize("name", NPM)
def test_a_lock_of_npm_pins_what_is_asked_for(name: str):
    asked = json.loads((ROOT / name).read_text("utf-8"))["devDependencies"]
    locked = json.loads((ROOT / name.replace(".json", "-lock.json")).read_text("utf-8"))["packages"]
    assert asked == {package: locked[f"node_modules/{package}"]["version"] for package in asked}


@pytest.mark.parametrize("name", NPM)
def test_a_lock_of_npm_never_says_latest(name: str):
    """npm 9, which Debian has, stops at it."""
    assert '"latest"' not in (ROOT / name.replace(".json", "-lock.json")).read_text("utf-8")
