"""Turn the HTML of a learning platform into the inline Markdown that texts of quizzes hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from tools.importing.plain_text import escaped, line_of, one_line, seen

_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "section", "table", "tr", "ul"),
    )
)
_KINDS = {"b": "**", "strong": "**", "i": "*", "em": "*", "a": "a", "code": "code"}
_UNHEARD = frozenset(("script", "style", "template", "title"))
_LEADS = ("http://", "https://", "mailto:", "tel:", "sms:")
_NOTED = {
    **dict.fromkeys(("ol", "ul", "dl"), "a list, of which each item is a paragraph now"),
    "table": "a table, of which each row is a paragraph now",
    **dict.fromkeys(("sub", "sup"), "raised or lowered letters, which stand in the line now"),
    **dict.fromkeys(("del", "ins", "mark", "s", "u"), "letters that were underlined, marked or crossed out"),
    **dict.fromkeys(("audio", "iframe", "object", "video"), "a film, a sound or a frame"),
    **dict.fromkeys(("script", "style"), "a script or a style"),
}


@dataclass(frozen=True)
class Block:
    """A paragraph. Of an item of a list, ``lead`` is how long the bold words are with which it begins."""

    text: str
    is_item: bool = False
    lead: int = 0


def blocks_of(html: str, *, gaps: bool = False) -> tuple[list[Block], list[str]]:
    """Return the paragraphs of HTML, and what of it is not kept. ``<span data-gap="id">`` becomes ``{id}``."""
    reader = _Reader(gaps=gaps)
    reader.feed(seen(html))
    reader.close()
    reader.end_block()
    return reader.blocks, list(dict.fromkeys(reader.lost))


def joined(blocks: Iterable[Block]) -> str:
    """Return paragraphs as one text."""
    return "\n\n".join(f"• {block.text}" if block.is_item else block.text for block in blocks)


class _Reader(HTMLParser):
    """Writes Markdown while it reads; marks are set once it is known what stands between them."""

    def __init__(self, *, gaps: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.lost: list[str] = []
        self._gaps = gaps
        self._text = ""
        self._open: list[tuple[str, int, str]] = []
        """What was begun in this paragraph, once each: its kind, where, and where it leads."""
        self._nested: Counter[str] = Counter()
        self._closed = ("", -1)
        self._lead, self._is_item, self._unheard, self._in_code = "", False, 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._unheard += tag in _UNHEARD
        self.lost += [_NOTED[tag]] if tag in _NOTED else []
        if tag in _BLOCKS:
            self.end_block()
            self._is_item |= tag == "li"
            self._in_code |= tag == "pre"
        elif kind := _KINDS.get(tag):
            if any(opened[0] == kind for opened in self._open):
                self._nested[kind] += 1  # what is bold is not more so in bold
            else:
                self._open.append((kind, len(self._text), given.get("href", "")))
        elif tag == "br":
            self._text = self._text.rstrip(" ") + ("  \n" if self._text.strip() else "")
        elif tag in ("td", "th") and self._text.strip():
            self._text += " · "
        elif tag == "img":
            name = given.get("src", "").removeprefix("@@PLUGINFILE@@/")
            self.lost.append(
                f"the picture '{name if len(name) < 60 else name[:20] + '…'}', of which the words are left"
            )
            self._text += escaped(one_line(given.get("alt", "")), gaps=self._gaps)
        elif "data-gap" in given and self._gaps:
            self._text += f"{{{given['data-gap']}}}"

    def handle_endtag(self, tag: str) -> None:
        self._unheard = max(0, self._unheard - (tag in _UNHEARD))
        if tag in _BLOCKS:
            self.end_block()
            self._is_item &= tag != "li"
            return
        kind = _KINDS.get(tag, "")
        if self._nested[kind]:
            self._nested[kind] -= 1
            return
        at = next((n for n, opened in enumerate(self._open) if opened[0] == kind), len(self._open))
        for opened in reversed(self._open[at:]):
            self._mark(*opened)
        self._open[at:] = [(name, len(self._text), leads) for name, _, leads in self._open[at + 1 :]]

    def handle_data(self, data: str) -> None:
        if self._unheard:
            return
        if self._in_code:
            self._text += data
            return
        is_code = any(tag == "code" for tag, *_ in self._open)
        words = data.translate(_LAYOUT)
        self._text += words if is_code else escaped(words, gaps=self._gaps)

    def end_block(self) -> None:
        """Keep what was written as a paragraph."""
        if self._in_code:
            text = self._text.strip("\n")
            fence = "```" if "```" not in text else "~~~"
            self.blocks += [Block(f"{fence}\n{text}\n{fence}")] if text.strip() else []
        else:
            for opened in reversed(self._open):
                self._mark(*opened)
            text = line_of("  \n".join(filter(None, map(one_line, self._text.split("\n")))))
            self.blocks += [Block(text, self._is_item, len(line_of(one_line(self._lead))))] if text else []
        self._open = [(tag, 0, leads) for tag, _, leads in self._open]
        self._text, self._lead, self._closed, self._in_code = "", "", ("", -1), False

    def _mark(self, kind: str, begin: int, leads: str) -> None:
        """Put the marks of an element around what it holds, white space outside."""
        before, inner = self._text[:begin], self._text[begin:]
        words = inner.strip()
        if not words or self._in_code:
            return
        first, last = inner[: inner.index(words[0])], inner[len(inner.rstrip()) :]
        if kind == "code":
            marked = _code(words)
        elif kind == "a":
            marked = self._link(words, leads)
        elif any(name == "code" and start <= begin for name, start, _ in self._open):
            marked = words
        elif self._closed == (kind, begin) and not first:
            before, marked = before[: -len(kind)], f"{words}{kind}"
        elif self._closed[1] == begin and not first:
            marked = words  # between '**a**' and '*b*' Markdown would need a space
            self.lost.append("slanted or bold letters right beside others")
        else:
            marked = f"{kind}{words}{kind}"
        self._text = before + first + marked + last
        if kind in ("**", "*"):
            self._closed = (kind, len(self._text))
            if self._is_item and not before.strip():
                self._lead = self._lead or before + first + marked

    def _link(self, words: str, leads: str) -> str:
        is_kept = leads.startswith(_LEADS) and not any(sign in leads for sign in " <>\n")
        if is_kept and words == escaped(leads, gaps=self._gaps) and "//" in leads:
            return f"<{leads}>"
        if is_kept and not self._gaps:
            return f"[{words}]({leads.replace('(', '%28').replace(')', '%29')})"
        self.lost.append(f"the link to '{leads}', of which the words are left")
        return words


_LAYOUT = str.maketrans("\t\n\r", "   ")


def _code(words: str) -> str:
    marks = "`" if "`" not in words else "``"
    edge = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{marks}{edge}{words}{edge}{marks}"
