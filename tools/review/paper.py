"""Write a review document as PDF, to be read and filled in on paper."""

from __future__ import annotations

import json
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import typst

from tools.review.document import ReviewDocument
from tools.review.words import BOXES, CLAIMS, CONSENT, HOW, SIGNATURE, about

FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
TEMPLATE = Path(__file__).with_name("paper.typ")


def write_paper(document: ReviewDocument, path: Path) -> None:
    """Write a tagged PDF (PDF/UA-1)."""
    data = {
        "title": document.title,
        "about": about(document),
        "how": HOW,
        "blocks": [
            {"kind": block.kind, "level": block.level, "pieces": [list(piece) for piece in block.pieces]}
            for block in document.blocks
        ],
        "columns": CLAIMS,
        "boxes": len(BOXES),
        "claims": [{"number": claim.number, "text": claim.text, "basis": claim.basis} for claim in document.claims],
        "consent": CONSENT,
        "signature": SIGNATURE,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    typst.compile(
        TEMPLATE,
        output=path,
        sys_inputs={"document": json.dumps(data)},
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
