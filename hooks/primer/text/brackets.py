"""Let Markdown find the ends of links in time that grows with the text, and not with its square."""

from __future__ import annotations

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor


class _Brackets:
    """The square brackets of the text that is read right now."""

    def __init__(self) -> None:
        self._text = ""
        self._ends: dict[int, int] = {}

    def end(self, text: str, begin: int) -> int | None:
        """Return where the bracket closes that was opened right before ``begin``; None where it never does."""
        if text != self._text:
            self._text, self._ends = text, _ends(text)
        return self._ends.get(begin)


def _ends(text: str) -> dict[int, int]:
    ends: dict[int, int] = {}
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "[":
            opened.append(at + 1)
        elif sign == "]" and opened:
            ends[opened.pop()] = at
    return ends


def find_brackets_once(md: Markdown) -> None:
    """Let all that reads links in ``md`` look for brackets once a text; otherwise each ``[`` is followed to the end."""
    brackets = _Brackets()
    for processor in md.inlinePatterns:
        if isinstance(processor, LinkInlineProcessor):
            _mend(processor, brackets)


def _mend(processor: LinkInlineProcessor, brackets: _Brackets) -> None:
    find_link = processor.getLink

    def text_in(data: str, index: int) -> tuple[str, int, bool]:
        end = brackets.end(data, index)
        return ("", index, False) if end is None else (data[index:end], end + 1, True)

    def link_at(data: str, index: int) -> tuple[str, str | None, int, bool]:
        return find_link(data, index) if data.find(")", index) >= 0 else ("", None, index, False)

    processor.getText = text_in  # type: ignore[method-assign]  # nobody else may set how a text is read
    processor.getLink = link_at  # type: ignore[method-assign]
