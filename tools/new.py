"""Write a starter of another site: ``python tools/new.py ../my-site``, or ``make new SITE=../my-site``."""

from __future__ import annotations

import datetime
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "tools/starter"
RENAMED = {"gitignore": ".gitignore"}
"""Files that would have an effect here under the name that they get there."""

UNREADABLE = re.compile(r"[^\w./ +,@~-]")
"""What a path in a Makefile or in YAML cannot hold as it is. Spaces can, with a sign before each."""


def main(arguments: list[str]) -> None:
    """Write the starter into a folder that is empty or not there yet."""
    if len(arguments) != 1 or not arguments[0].strip():
        sys.exit("name the folder: make new SITE=../my-site")
    named = arguments[0]
    try:
        site = Path(named).expanduser().resolve()  # not every shell reads ~ here; .. is read behind symbolic links
        if site.exists() and not (site.is_dir() and not any(site.iterdir())):
            sys.exit(f"{named} is there already and not empty; name another folder")
        engine = Path(os.path.relpath(ROOT, site)).as_posix()
        if found := UNREADABLE.search(engine):
            sys.exit(f"make cannot read '{found[0]}' in the path of this folder, {ROOT}; move it to another")
        write(site, engine)
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        sys.exit(f"{named} cannot be written: {reason}; name another folder")
    print(f"Wrote a site into {named}. There, make serve shows it and make build builds it.")


def write(site: Path, engine: str) -> None:
    """Write every file of the starter, with the way to this engine and the dates of today, or none where one fails."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    filled = {
        "@ENGINE@": engine,
        "@ENGINE_IN_MAKE@": engine.replace(" ", "\\ "),
        "@TODAY@": today.isoformat(),
        "@NEXT_YEAR@": (today + datetime.timedelta(days=365)).isoformat(),
    }
    texts: dict[Path, str] = {}
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            for name, value in filled.items():
                text = text.replace(name, value)
            texts[site / path.relative_to(STARTER).with_name(RENAMED.get(path.name, path.name))] = text
    made: list[Path] = []
    try:
        for target, text in texts.items():
            _make_folder(target.parent, made)
            made.append(target)
            target.write_text(text, "utf-8")
    except OSError:
        for path in reversed(made):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note the ones that were not there."""
    for path in (*reversed(folder.parents), folder):
        if not path.exists():
            path.mkdir()
            made.append(path)


if __name__ == "__main__":
    main(sys.argv[1:])
