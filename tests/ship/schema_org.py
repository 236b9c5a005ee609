"""Ask the types of schema.org, as Google's schema-dts has them, whether a description fits."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.building import ROOT

MODULES = ROOT / "node_modules"
CHECK = [str(MODULES / ".bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig"]


def misfits(items: Iterable[Mapping[str, Any]], folder: Path) -> list[str]:
    """Return what does not fit the vocabulary, a sentence for each: unknown properties, values of a wrong type.

    TypeScript reads each item as a constant of the type that it says it is; the files are put into ``folder``.
    """
    types = (MODULES / "schema-dts/dist/schema.js").as_posix()
    lines = [f'import type * as vocabulary from "{types}";']
    for number, item in enumerate(items):
        kind = item["@type"]
        text = json.dumps(item, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        lines.append(f"export const item{number}: vocabulary.WithContext<vocabulary.{kind}> = {text};")
    source = folder / "items.ts"
    source.write_text("\n".join([*lines, ""]), "utf-8")
    run = subprocess.run([*CHECK, str(source)], cwd=folder, capture_output=True, text=True, check=False)
    found = [line for line in run.stdout.splitlines() if not line.startswith(" ")]
    assert bool(found) == bool(run.returncode), run.stdout + run.stderr
    return found
