"""Make the picture that other sites show beside a link to this one.

Run ``make social`` after the name or the description in mkdocs.yml has changed. The picture is committed, so that
building the site needs no typesetter.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_atkinson_hyperlegible
import typst
import yaml

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "overrides/assets/social.png"
FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"


def picture() -> bytes:
    """Return the picture as a PNG file of 1200 by 630 pixels."""
    # Nothing of the settings but two texts is wanted, and MkDocs' own loader would run every plugin.
    settings = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert isinstance(settings, yaml.MappingNode)  # noqa: S101 - MkDocs takes nothing else
    texts = {key.value: value.value for key, value in settings.value if isinstance(value, yaml.ScalarNode)}
    made = typst.compile(
        ROOT / "tools/social.typ",
        format="png",
        ppi=144,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"name": texts["site_name"], "description": texts["site_description"]},
    )
    assert isinstance(made, bytes)  # noqa: S101 - a document of one page is one file
    return made


if __name__ == "__main__":
    PICTURE.write_bytes(picture())
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {len(PICTURE.read_bytes()):,} bytes.")
