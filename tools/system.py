"""Find the programs that the checks run, installing what is missing.

    python tools/system.py [npm] [java] [nginx] [driver] [browser]       # no name: all of them

Python packages come from requirements-dev.lock and Node packages from package-lock.json;
this is about the rest: npm to fetch the HTML checker, Java to run it, nginx to try the image's settings, a Chromium
for Playwright to drive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class MissingProgramError(Exception):
    """A program is not here and could not be installed; the message is one sentence for a person."""


def browser() -> str | None:
    """The path of a Chromium or Chrome that starts: $BROWSER, one on the PATH, or Playwright's own."""
    for name in filter(None, (os.environ.get("BROWSER"), *BROWSERS)):
        path = shutil.which(name)
        if path and "Chrom" in answer(path, "--version"):
            return path
    return playwrights_browser()


def java() -> str | None:
    """The path of a Java that starts (macOS has a `java` that only asks to be installed)."""
    path = shutil.which("java")
    return path if path and answer(path, "-version") else None


def nginx() -> str | None:
    """The path of an nginx that starts; Debian keeps it where not every user's PATH leads."""
    path = shutil.which("nginx") or shutil.which("nginx", path="/usr/local/sbin:/usr/sbin")
    return path if path and answer(path, "-v") else None


def npm() -> str | None:
    """The path of an npm that starts."""
    path = shutil.which("npm")
    return path if path and answer(path, "--version") else None


def driver() -> str | None:
    """The version of Playwright's driver, when it starts."""
    return answer(sys.executable, "-m", "playwright", "--version") or None


def playwrights_browser() -> str | None:
    """The browser that `playwright install` has put into its own folder, if it has."""
    path = Path(answer(sys.executable, "-c", ASK_PLAYWRIGHT).strip())
    return str(path) if path.is_file() else None


def answer(*command: str) -> str:
    """What a program prints, or nothing when it fails or hangs."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout + run.stderr


def install_with_apt(package: str) -> bool:
    """Whether Debian's package was installed; needs root, or sudo without a password."""
    if not shutil.which("apt-get"):
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if as_root and not shutil.which("sudo"):
        return False
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Acquire::Retries=3"]
    print(f"Installing {package} with apt-get ...", flush=True)
    return lists_updated(*apt) and succeeds(*apt, "install", "--yes", "--no-install-recommends", package)


@cache
def lists_updated(*apt: str) -> bool:
    """Whether apt knows what there is; asked once."""
    return succeeds(*apt, "update")


def install_with_playwright() -> bool:
    """Whether Playwright fetched a browser of its own."""
    print("Installing a browser with Playwright ...", flush=True)
    return succeeds(sys.executable, "-m", "playwright", "install", "chromium")


def succeeds(*command: str) -> bool:
    """Whether a command ends well; its output goes to standard error, so that a failure explains itself."""
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


@dataclass(frozen=True)
class Need:
    """A program, how it is found, how it can be installed, and what to say when neither works."""

    find: Callable[[], str | None]
    installers: tuple[Callable[[], bool], ...]
    complaint: str


NEEDS = {
    "npm": Need(
        npm,
        (lambda: install_with_apt("npm"),),
        "The checks fetch two packages with npm, which could be neither found nor installed with apt-get.",
    ),
    "java": Need(
        java,
        (lambda: install_with_apt("default-jre-headless"),),
        "The HTML checker needs Java 17 or newer, which could be neither found nor installed with apt-get.",
    ),
    "nginx": Need(
        nginx,
        (lambda: install_with_apt("nginx-light"),),
        "The checks serve the site with nginx, which could be neither found nor installed with apt-get.",
    ),
    "driver": Need(
        driver,
        (lambda: install_with_apt("libatomic1"),),
        "Playwright's driver does not start; `.venv/bin/playwright --version` says why.",
    ),
    "browser": Need(
        browser,
        (lambda: install_with_apt("chromium"), install_with_playwright),
        "The browser checks need Chromium or Chrome, which could be neither found nor installed; "
        "install one, or name it with BROWSER=/path/to/chromium.",
    ),
}


def ensure(need: str) -> str:
    """The path of what is needed, installed first where it is missing.

    Raises MissingProgramError when it cannot be had.
    """
    program = NEEDS[need]
    path = program.find()
    for install in program.installers:
        if path:
            break
        path = program.find() if install() else None
    if not path:
        raise MissingProgramError(program.complaint)
    return path


def main(needs: list[str]) -> None:
    """Ensure each need in turn; leave with one sentence at the first that cannot be met."""
    for need in needs or list(NEEDS):
        try:
            ensure(need)
        except MissingProgramError as problem:
            sys.exit(str(problem))


if __name__ == "__main__":
    main(sys.argv[1:])
