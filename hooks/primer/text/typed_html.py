"""Read HTML that authors type into their pages: what of it is shown as text, and the ids in it."""

from __future__ import annotations

from html.parser import HTMLParser

_SHOWN_AS_TYPED = frozenset({"code", "kbd", "pre", "samp", "script", "style", "template", "textarea", "title", "xmp"})


class TypedHtml(HTMLParser):
    """The flow text of a piece of HTML, and its ids.

    ``flow`` leaves out comments, attributes and what is shown as it was typed: ``<pre>``, ``<script>`` and the like.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._flow: list[str] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.flow = "".join(self._flow)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag in _SHOWN_AS_TYPED:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            del self._open[self._open.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._open:
            self._flow.append(data)
