"""The words of the panel on quiz pages, and of the table of all downloads."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.strings import Strings, holds
from primer.outputs.exports.formats import Platform


class DownloadStrings(Strings):
    """Words around downloads."""

    section: ClassVar[str] = "downloads"
    plurals: ClassVar = {"left_out": ("total", "number")}

    summary: Text
    about: Text
    preview: Text
    none: Text
    not_tried: Text
    whole: Text
    size_kb: Annotated[Text, holds("number")]
    size_mb: Annotated[Text, holds("number")]
    caption: Text
    quiz: Text
    every_quiz: Text
    glossary: Text
    link: Annotated[Text, holds("quiz", "file")]
    no_file: Text

    platform_moodle: Text
    platform_canvas: Text
    platform_any_lms: Text
    platform_brightspace: Text
    platform_blackboard: Text
    platform_paper: Text
    platform_word: Text
    platform_anki: Text
    platform_game: Text
    platform_programs: Text

    def platform(self, platform: Platform) -> str:
        """Return what a platform is called."""
        return str(getattr(self, f"platform_{platform}"))
