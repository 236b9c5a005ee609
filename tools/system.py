"""Find the programs that the checks run, installing what is missing.

    python tools/system.py [npm] [java] [nginx] [driver] [browser] [firefox] [webkit] [xvfb] [pdftotext]  # no name: all

Python packages come from requirements-dev.lock and Node packages from package-lock.json;
this is about the rest: npm to fetch what checks HTML and scripts, Java to run the first of them, nginx to try the
image's settings, three browsers, a screen that nobody sees for the one that does not run without, and what reads PDFs.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
LOG = ROOT / ".cache/apt.log"
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOXES = ("firefox-esr", "firefox")
#: Where Debian, Ubuntu and Fedora keep the browser that WebKitGTK comes with; no PATH leads there.
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/libexec/webkit2gtk-4.1/MiniBrowser")


class MissingProgramError(Exception):
    """Programs are not here and could not be installed; the message is for a person, and says what to type."""


def browser() -> str | None:
    """The path of a Chromium or Chrome that starts: $BROWSER, one on the PATH, or Playwright's own."""
    for name in filter(None, (os.environ.get("BROWSER"), *BROWSERS)):
        path = shutil.which(name)
        if path and "Chrom" in answer(path, "--version"):
            return path
    return playwrights_browser()


def firefox() -> str | None:
    """The path of a Firefox that starts: $FIREFOX, or one on the PATH."""
    for name in filter(None, (os.environ.get("FIREFOX"), *FIREFOXES)):
        path = shutil.which(name)
        if path and "Firefox" in answer(path, "--version"):
            return path
    return None


def webkit() -> str | None:
    """The path of WebKitGTK's own browser, where the driver that runs it is here too."""
    if not shutil.which("WebKitWebDriver"):
        return None
    found = (path for pattern in MINI_BROWSERS for path in Path("/").glob(pattern.lstrip("/")))
    return next((str(path) for path in found), None)  # without a screen it does not even say its version


def xvfb() -> str | None:
    """The path of Xvfb."""
    return shutil.which("Xvfb")


def pdftotext() -> str | None:
    """The path of a pdftotext that starts."""
    path = shutil.which("pdftotext")
    return path if path and answer(path, "-v") else None


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


def answer(*command: str, fails: bool = False) -> str:
    """What a program prints, or nothing when it hangs, or fails and is not meant to."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=not fails, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout + run.stderr


def install_with_apt(packages: Sequence[str]) -> bool:
    """Whether Debian's packages were installed; needs root, or sudo without a password.

    What apt-get says goes to a file, and is printed where it fails.
    """
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not shutil.which("apt-get") or not (not as_root or succeeds(*as_root, "true")):
        return False
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get", "-o", "Acquire::Retries=3"]
    install = ["install", "--no-install-recommends"]
    LOG.parent.mkdir(exist_ok=True)
    print(f"Installing with apt-get, which takes some minutes: {' '.join(packages)}", flush=True)
    with LOG.open("w+") as log:
        done = succeeds(*apt, "update", log=log)
        if done:
            # asked not to, apt-get says what it would fetch and stops
            for line in answer(*apt, *install, "--assume-no", *packages, fails=True).splitlines():
                if line.startswith(("Need to get", "After this")):
                    print(line, flush=True)
            done = succeeds(*apt, *install, "--yes", *packages, log=log)
        log.seek(0)
        print(f"What apt-get said is in {LOG.relative_to(ROOT)}." if done else log.read(), flush=True)
    return done


def install_with_playwright() -> bool:
    """Whether Playwright fetched a browser of its own."""
    print("Installing a browser with Playwright, some 200 MB ...", flush=True)
    return succeeds(sys.executable, "-m", "playwright", "install", "chromium")


def succeeds(*command: str, log: IO[str] | None = None) -> bool:
    """Whether a command ends well; what it prints goes to a file, or else to standard error, so as to be seen."""
    out = log or sys.stderr
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False).returncode == 0
    except OSError:
        return False


@dataclass(frozen=True)
class Need:
    """A program: how it is found, the package of Debian that brings it, what it is for, and what else may bring it."""

    find: Callable[[], str | None]
    package: str
    what_for: str
    install: Callable[[], bool] = lambda: False


NEEDS = {
    "npm": Need(npm, "npm", "npm, which fetches what checks HTML, styles and scripts"),
    "java": Need(java, "default-jre-headless", "Java 17 or newer, which the HTML checker needs"),
    "nginx": Need(nginx, "nginx-light", "nginx, which serves the site as the image does"),
    "driver": Need(driver, "libatomic1", "what Playwright's driver needs; `.venv/bin/playwright --version` says what"),
    "browser": Need(
        browser,
        "chromium",
        "Chromium or Chrome (BROWSER=/path/to/chromium names one)",
        install_with_playwright,
    ),
    "firefox": Need(firefox, "firefox-esr", "Firefox (FIREFOX=/path/to/firefox names one)"),
    "webkit": Need(webkit, "webkit2gtk-driver", "WebKitGTK with its driver, which is close to Safari"),
    "xvfb": Need(xvfb, "xvfb", "Xvfb, a screen that nobody sees, for WebKitGTK"),
    "pdftotext": Need(pdftotext, "poppler-utils", "pdftotext, which reads worksheets and keys"),
}


def ensure(need: str) -> str:
    """The path of what is needed, installed first where it is missing.

    Raises MissingProgramError when it cannot be had.
    """
    [path] = ensure_all([need])
    return path


def ensure_all(needs: Sequence[str]) -> list[str]:
    """The paths of all that is needed; what is missing is installed first, in one go.

    Raises MissingProgramError, which names all that cannot be had.
    """
    paths = {need: NEEDS[need].find() for need in needs}
    missing = [need for need, path in paths.items() if not path]
    if missing and install_with_apt([NEEDS[need].package for need in missing]):
        paths |= {need: NEEDS[need].find() for need in missing}
    for need in missing:
        if not paths[need] and NEEDS[need].install():
            paths[need] = NEEDS[need].find()
    found = [path for path in paths.values() if path]
    if len(found) < len(paths):
        raise MissingProgramError(complaint([NEEDS[need] for need, path in paths.items() if not path]))
    return found


def complaint(missing: Sequence[Need]) -> str:
    """What is missing, what for, and one command that brings all of it."""
    lines = ["The checks need programs that could be neither found nor installed:"]
    lines += [f"    {need.what_for}" for need in missing]
    command = shlex.join(["apt-get", "install", "--no-install-recommends", *(need.package for need in missing)])
    return "\n".join([*lines, "On Debian and Ubuntu, this brings them:", f"    sudo {command}"])


def main(needs: list[str]) -> None:
    """Ensure all needs; leave with what cannot be had."""
    try:
        ensure_all(needs or list(NEEDS))
    except MissingProgramError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main(sys.argv[1:])
