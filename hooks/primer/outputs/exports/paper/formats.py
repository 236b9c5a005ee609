"""The formats of paper: worksheet, key, Word document. What writes them is loaded once something is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from primer.kit.shapes import (
    Essay,
    Gaps,
    Groups,
    ManyOf,
    NumberAnswer,
    OneOf,
    Pairs,
    Sequence,
    Story,
    TextAnswer,
)
from primer.outputs.exports.formats import NOTHING, Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.paper.strings import PaperStrings

EVERYTHING: Mapping[type, Collection[Loss]] = dict.fromkeys(
    (OneOf, ManyOf, Pairs, Sequence, Groups, Gaps, NumberAnswer, TextAnswer, Essay, Story), NOTHING
)
"""Paper takes every shape, whole."""
PAPERS = {"": ("a4", 11.0), "-letter": ("us-letter", 11.0), "-large": ("a4", 18.0)}
"""The paper and the size of the letters, in points, by what the name of a PDF ends with."""
WORD_FILE = "quiz.docx"


def _worksheet(writing: Writing) -> Files:
    from primer.outputs.exports.paper.pdf import printed  # Typst is not there where nothing is exported

    return printed(writing, "worksheet", PAPERS, is_key=False)


def _key(writing: Writing) -> Files:
    from primer.outputs.exports.paper.pdf import printed  # Typst is not there where nothing is exported

    return printed(writing, "key", PAPERS, is_key=True)


def _word(writing: Writing) -> Files:
    from primer.outputs.exports.paper.word import typed  # python-docx is not there where nothing is exported

    return {WORD_FILE: typed(writing)}


def _on_paper(
    id: str, platform: Platform, files: tuple[str, ...], export: Callable[[Writing], Files], *libraries: str
) -> Format:
    always = ("fontpkg-atkinson-hyperlegible", "fonttools", "lxml", "typst")
    marked = frozenset({Loss.MARKED_BY_HAND, Loss.DRAW})
    return Format(
        id,
        files,
        EVERYTHING,
        export,
        platform=platform,
        loses=marked,
        strings=(PaperStrings,),
        libraries=(*always, *libraries),
    )


WORKSHEET = _on_paper("worksheet", Platform.PAPER, tuple(f"worksheet{ending}.pdf" for ending in PAPERS), _worksheet)
KEY = _on_paper("key", Platform.PAPER, tuple(f"key{ending}.pdf" for ending in PAPERS), _key)
WORD = _on_paper("word", Platform.WORD, (WORD_FILE,), _word, "python-docx")
"""Microsoft Forms may read its questions, whose numbers and letters are those of lists; that was not tried."""
