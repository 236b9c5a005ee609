"""What needs no page of our scripts is tested by node, the one that Playwright brings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import playwright

from tests.building import ROOT

NODE = Path(playwright.__file__).parent / "driver" / "node"
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/node").rglob("*.test.js"))


def test_what_needs_no_page():
    assert TESTS
    run = subprocess.run([NODE, "--test", *TESTS], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
