"""Read each page with the Markdown object that has read the page before it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from primer.kit.extension import ExtensionByLanguage, PrimerExtension
from primer.text.author_markdown import AuthorMarkdown

_FORGET = frozenset(
    [
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists"),
        *("tables", "toc", "pymdownx.arithmatex", "pymdownx.details", "pymdownx.highlight", "pymdownx.keys"),
        *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    ]
)
"""Extensions that after ``Markdown.reset`` remember nothing of a page that changes the next one."""

State = dict[str, Any]


class ReusedMarkdown:
    """Lends the pages of a site what reads them: to be extended twenty times costs a tenth of what a page costs.

    One that was in use when something went wrong is never lent again, nor one to two at the same time.
    """

    def __init__(self) -> None:
        self._idle: dict[Hashable, State] = {}

    @contextmanager
    def lent(
        self,
        extensions: Sequence[str | Extension],
        settings: Mapping[str, Mapping[str, Any]],
        own: PrimerExtension | ExtensionByLanguage,
    ) -> Iterator[Sequence[str | Extension]]:
        """Yield the extensions for what reads the page that is rendered next: all of them, or one in their place.

        ``extensions`` and ``settings`` are those of the site, and ``own`` is ours among them.
        """
        if not _forget(extensions, settings):
            yield extensions
            return
        kind = (own.rendering, *extensions)
        lending = _Lending(extensions, settings, self._idle.pop(kind, None))
        yield [lending]
        if lending.state is not None and not own.rendering.gave_up:
            self._idle[kind] = lending.state


def _forget(extensions: Sequence[str | Extension], settings: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether all extensions are made to read one page after another."""
    ours = (AuthorMarkdown, PrimerExtension, ExtensionByLanguage)
    known = all(one in _FORGET if isinstance(one, str) else isinstance(one, ours) for one in extensions)
    return known and not (settings.get("footnotes") or {}).get("UNIQUE_IDS")  # which count from page to page


class _Lending(Extension):
    """Gives the first Markdown object that it extends the state of another, and lets it be extended if there is none.

    The parts of the two are the same, and know the other one, whose attributes are those of this one.
    """

    def __init__(
        self, extensions: Sequence[str | Extension], settings: Mapping[str, Mapping[str, Any]], state: State | None
    ) -> None:
        super().__init__()
        self._extensions, self._settings, self._before = extensions, settings, state
        self.state: State | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Extend ``md``."""
        if self.state is None and self._before is not None:
            md.__dict__ = self._before
        else:
            md.registerExtensions(self._extensions, self._settings)  # type: ignore[arg-type]  # it only reads them
        if self.state is None:
            self.state = vars(md)
