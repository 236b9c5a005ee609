"""Write a starter of another site: ``python tools/new.py ../my-site``, or ``make new SITE=../my-site``."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "tools/starter"
RENAMED = {"gitignore": ".gitignore"}
"""Files that would have an effect here under the name that they get there."""


def main(arguments: list[str]) -> None:
    """Write the starter into a folder that is empty or not there yet."""
    if len(arguments) != 1 or not arguments[0]:
        sys.exit("name the folder: make new SITE=../my-site")
    site = Path(arguments[0]).absolute()
    if site.exists() and not (site.is_dir() and not any(site.iterdir())):
        sys.exit(f"{arguments[0]} is there already and not empty; name another folder")
    write(site)
    print(f"Wrote a site into {arguments[0]}. There, make serve shows it and make build builds it.")


def write(site: Path) -> None:
    """Write every file of the starter, with the way to this engine and the dates of today."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    filled = {
        "@ENGINE@": Path(os.path.relpath(ROOT, site)).as_posix(),
        "@TODAY@": today.isoformat(),
        "@NEXT_YEAR@": (today + datetime.timedelta(days=365)).isoformat(),
    }
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            for name, value in filled.items():
                text = text.replace(name, value)
            target = site / path.relative_to(STARTER).with_name(RENAMED.get(path.name, path.name))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
