"""Make the picture that the README shows: a wide screen of the site, with a phone beside it.

Run ``make screenshot`` after the look has changed, and look at the picture before you commit it. It stands beside the
workflows, so no site publishes it.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.system import ensure

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / ".github/screenshot.webp"
HEIGHT, GAP = 800, 40
SCREENS = {1280: "/", 360: "/warning-signs/"}
"""What is shown on a screen of a width in pixels."""

SIZE = (sum(SCREENS) + GAP, HEIGHT)
SIDE_BY_SIDE = """async ([shots, gap, width, height]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    let left = 0;
    for (const shot of shots) {
        const image = new Image();
        image.src = `data:image/png;base64,${shot}`;
        await image.decode();
        canvas.getContext("2d").drawImage(image, left, 0);
        left += image.naturalWidth + gap;
    }
    return canvas.toDataURL("image/webp", 0.85).split(",")[1];
}"""


def picture(browser: Browser, home: str) -> bytes:
    """Return the picture of the site at an address, as a WebP file of ``SIZE``."""
    shots = []
    for width, address in SCREENS.items():
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce")
        page.goto(home + address, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        shots.append(base64.b64encode(page.screenshot()).decode())
        page.close()
    page = browser.new_page()
    made: str = page.evaluate(SIDE_BY_SIDE, [shots, GAP, *SIZE])
    page.close()
    return base64.b64decode(made)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield the address of this machine at which a folder is served."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Build the site for the occasion, and write the picture."""
    program = ensure("browser")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder], cwd=ROOT, check=True)
        with served(Path(folder)) as home, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--disable-gpu"])
            PICTURE.write_bytes(picture(browser, home))
            browser.close()
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {len(PICTURE.read_bytes()):,} bytes.")


if __name__ == "__main__":
    main()
