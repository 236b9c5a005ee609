"""Measure a few pages of each kind with Lighthouse, as on a phone with a slow connection.

Run it with ``python -m tools.lighthouse`` and ``hooks`` on the path, or run ``make lighthouse``; addresses behind it,
such as ``/glossary/``, are measured instead of the usual ones. The site is built for the occasion and served by nginx
with the settings of the image. What is printed is for people; nothing here fails because a number is low.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from primer.publish.headers import nginx_headers

from tools.nginx import lay_out, serving
from tools.system import ensure

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / ".cache/lighthouse/node_modules/.bin/lighthouse"
PAGES = ("/", "/trust/why-trust-matters/", "/quizzes/trust/", "/glossary/", "/help-now/", "/educators/")
RUNS = 5  # of which the middle one counts: https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMINGS = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT"}
COMPRESSED = {".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".xml"}  # as container/Dockerfile has it
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"

Report = Mapping[str, Any]


def main() -> None:
    """Print a line of scores for each page, then what cost points."""
    pages = sys.argv[1:] or PAGES
    with tempfile.TemporaryDirectory() as folder:
        machine, site = Path(folder) / "machine", Path(folder) / "site"
        machine.mkdir()
        site.mkdir()
        lay_out(machine, site, nginx_headers())
        with serving(machine) as port:
            home = f"http://127.0.0.1:{port}"
            build(site, f"{home}/")
            measured = {page: [measure(home + page, Path(folder)) for _ in range(RUNS)] for page in pages}
    reports = {page: middle(runs) for page, found in measured.items() if (runs := [run for run in found if run])}
    print_scores(reports)
    print_losses(reports)


def build(site: Path, address: str) -> None:
    """Build the site as it would stand at an address, compressed as in the image."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": address}, check=True)
    for path in [path for path in site.rglob("*") if path.suffix in COMPRESSED]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9))


def measure(url: str, folder: Path) -> Report | None:
    """What Lighthouse finds on a page, or nothing when it gives up twice, as it does on a busy machine."""
    command = [str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={folder}/report.json"]
    options = [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={CHROMIUM}", "--no-enable-error-reporting"]
    environment = {**os.environ, "CHROME_PATH": ensure("browser")}
    for _ in range(2):
        if subprocess.run([*command, *options], env=environment, check=False).returncode == 0:
            found: Report = json.loads((folder / "report.json").read_text("utf-8"))
            return found
    print(f"{url} could not be measured.")
    return None


def middle(runs: list[Report]) -> Report:
    """The run with the middle performance; the lower one of two."""
    return sorted(runs, key=lambda run: run["categories"]["performance"]["score"])[(len(runs) - 1) // 2]


def print_scores(reports: Mapping[str, Report]) -> None:
    """A table: scores of 100, times in milliseconds on Lighthouse's simulated phone, kilobytes sent."""
    columns = [*CATEGORIES, *TIMINGS.values(), "CLS", "kB"]
    print(f"{'':28}", *(f"{name:>{max(6, len(name))}}" for name in columns))
    for page, report in reports.items():
        audits = report["audits"]
        cells = [f"{100 * report['categories'][name]['score']:.0f}" for name in CATEGORIES]
        cells += [f"{audits[name]['numericValue']:.0f}" for name in TIMINGS]
        cells += [f"{audits['cumulative-layout-shift']['numericValue']:.3f}"]
        cells += [f"{audits['total-byte-weight']['numericValue'] / 1000:.0f}"]
        print(
            f"{page:28}",
            *(f"{cell:>{max(6, len(name))}}" for cell, name in zip(cells, columns, strict=True)),
        )


def print_losses(reports: Mapping[str, Report]) -> None:
    """What is less than full in each category, with the pages it was found on."""
    found: dict[str, list[str]] = {}
    for page, report in reports.items():
        for loss in losses(report):
            found.setdefault(loss, []).append(page)
    print("\nWhat costs points:" if found else "\nNothing costs points.")
    for loss, pages in sorted(found.items()):
        print(f"  {loss} ({', '.join(pages)})")


def losses(report: Report) -> Iterator[str]:
    """The audits of a page that count and are less than full."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} [{part['id']}]"


if __name__ == "__main__":
    main()
