"""What is said where programs are missing and nothing can install them."""

from __future__ import annotations

import subprocess
import sys

from tests.building import ROOT


def test_all_that_is_missing_is_named_at_once_with_one_command_to_type():
    run = subprocess.run(
        [sys.executable, "tools/system.py", "npm", "webkit", "xvfb"],
        cwd=ROOT,
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "The checks need programs that could be neither found nor installed:",
        "    npm, which fetches what checks HTML, styles and scripts",
        "    WebKitGTK with its driver, which is close to Safari",
        "    Xvfb, a screen that nobody sees, for WebKitGTK",
        "On Debian and Ubuntu, this brings them:",
        "    sudo apt-get install --no-install-recommends npm webkit2gtk-driver xvfb",
    ]
