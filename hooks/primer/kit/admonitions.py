"""Title boxes of a kind in the language of the site where their authors gave them no title."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from primer.kit.strings import AdmonitionStrings


class AdmonitionTitles(Treeprocessor):
    """Replaces the titles that Python-Markdown makes of the name of a kind, such as 'Note' of ``!!! note``."""

    def __init__(self, md: Markdown, strings: AdmonitionStrings) -> None:
        super().__init__(md)
        kinds = type(strings).model_fields
        self._titles = {kind.capitalize(): str(getattr(strings, kind)) for kind in kinds}

    def run(self, root: Element) -> None:
        for box in root.iter():
            title = next(iter(box), None) if box.tag in ("div", "details") else None
            if title is not None and (title.tag == "summary" or title.get("class") == "admonition-title"):
                written = (title.text or "").strip()
                if written.lower() in box.get("class", "").split():
                    title.text = self._titles.get(written, written)
