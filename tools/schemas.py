"""Write the JSON Schemas by which editors check data files into ``docs/_data/schemas``.

Run it with ``hooks`` on the path, or run ``make schemas``.
"""

from __future__ import annotations

from pathlib import Path

from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.outputs.registry import OUTPUTS
from primer.site.build import with_basics
from primer.site.schemas import schemas

FOLDER = Path(__file__).resolve().parents[1] / "docs/_data/schemas"


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(with_basics(load_features(FEATURES)), OUTPUTS).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
