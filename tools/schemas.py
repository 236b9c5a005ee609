"""Write the JSON Schemas by which editors check data files into ``docs/_data/schemas``.

Run it with ``hooks`` on the path, or run ``make schemas``.
"""

from __future__ import annotations

from pathlib import Path

from primer.core.diagnostics import Report
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.kit.settings import Settings
from primer.kit.sources import DataFolder
from primer.outputs.registry import OUTPUTS
from primer.site.build import with_basics
from primer.site.schemas import schemas
from primer.site.settings import SETTINGS_FILE

DATA = Path(__file__).resolve().parents[1] / "docs/_data"
FOLDER = DATA / "schemas"


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(with_basics(load_features(FEATURES)), OUTPUTS, reviewed=reviewed()).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


def reviewed() -> str:
    """Return the ``status`` of a page that was reviewed, as the settings of our site have it."""
    settings = SETTINGS_FILE.load(DataFolder(DATA, "docs/_data", Report())).item
    return (settings or Settings()).reviewed


if __name__ == "__main__":
    main()
