"""The strings of taking a page along."""

from __future__ import annotations

from typing import Annotated, ClassVar

from primer.core.model import Text
from primer.kit.paper import PaperPart
from primer.kit.strings import Strings, holds


class SharingStrings(Strings):
    """Strings of links, citations, print and mistakes."""

    section: ClassVar[str] = "sharing"

    label: Text
    link: Text
    cite: Text
    print: Text
    report: Text
    copy_it: Text
    copied: Text
    short: Text
    full: Text
    code: Annotated[Text, holds("address")]
    code_save: Text
    frame: Text
    no_frame: Text
    draft: Text
    apa: Text
    plain: Text
    undated: Text
    programs: Text
    bibtex: Text
    ris: Text
    print_with: Text
    print_quiz: Text
    print_folded: Text
    print_drawn: Text
    print_next: Text
    print_words: Text
    print_sources: Text
    print_now: Text
    print_yourself: Text
    left_out: Text
    help_at: Annotated[Text, holds("title", "address")]
    report_text: Text
    report_link: Text
    mail_subject: Annotated[Text, holds("page")]
    mail_what: Text
    mail_how: Text
    open_print: Text

    def printed_part(self, part: PaperPart) -> str:
        """Return what readers are asked about a part of a page."""
        names: dict[PaperPart, str] = {
            "quiz": self.print_quiz,
            "folded": self.print_folded,
            "drawn": self.print_drawn,
            "next": self.print_next,
            "words": self.print_words,
            "sources": self.print_sources,
        }
        return names[part]
