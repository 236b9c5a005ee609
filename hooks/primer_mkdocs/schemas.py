"""Write the JSON Schemas by which editors check data files: ``python -m primer_mkdocs.schemas docs``."""

from __future__ import annotations

import sys
from pathlib import Path

from primer.core.diagnostics import Report
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer.kit.settings import Settings
from primer.kit.sources import DataFolder
from primer.outputs.registry import OUTPUTS
from primer.site.place import with_basics
from primer.site.schemas import schemas
from primer.site.settings import SETTINGS_FILE


def schemas_of(docs: Path) -> dict[str, str]:
    """Return each schema for the site in a docs folder, by its file name; sites name the status of reviewed pages."""
    settings = SETTINGS_FILE.load(DataFolder(docs / "_data", f"{docs.name}/_data", Report())).item or Settings()
    return schemas(with_basics(load_features(FEATURES)), OUTPUTS, review=settings.review)


def main(arguments: list[str]) -> str | None:
    """Write every schema into ``_data/schemas`` below the docs folder; return what is wrong with the arguments."""
    docs = Path(*arguments)
    if len(arguments) != 1 or not docs.is_dir():
        return "name the folder of your pages: python -m primer_mkdocs.schemas docs"
    folder = docs / "_data/schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas_of(docs).items():
        (folder / name).write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
