"""The downloads of one build, from what pages say of them to their files; what has not changed is not looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from primer.core.cache import Cache, digest_of
from primer.core.clock import set_moment
from primer.core.sources import Sources, installed
from primer.kit.exported import ExportedQuiz
from primer.outputs.exports.content import origin_of, quizzes_of
from primer.outputs.exports.downloads.feature import Downloads
from primer.outputs.exports.downloads.view import Published
from primer.outputs.exports.formats import Format
from primer.outputs.exports.keeping import kept_contents
from primer.outputs.exports.publishing import DOWNLOADS, Publishing, glossary
from primer.outputs.exports.scorm.collecting import with_pages
from primer.outputs.exports.scorm.page import PackagedPage, packaged_page
from primer.publish.folder import SiteFolder
from primer.site.build import Site
from primer.site.page_view import PageView


class Kept(NamedTuple):
    """Where the content of a file is kept, and its digest."""

    key: str
    name: str
    sha256: str


@dataclass(frozen=True)
class Unchanged:
    """What an earlier build found of a site of which nothing has changed since."""

    sizes: dict[str, int | None]
    said: dict[str, str]
    """What pages say of downloads."""
    pages: dict[str, str]
    """What stands for the page of each quiz."""
    files: dict[str, Kept]
    listing: str


_UNCHANGED = TypeAdapter(Unchanged)


class SiteExports:
    """The downloads of one build. ``announce`` and ``write`` raise ExportFailed."""

    def __init__(self, site: Site, formats: Sequence[Format], kept: Cache, sources: Sequence[Sources]) -> None:
        """``sources`` are the files of the site and of the engine."""
        self._site, self._formats, self._kept, self._sources = site, tuple(formats), kept, sources
        content, context = site.context.content, site.context
        self._origin = origin_of(content, context.site_url, context.site_name)
        self.quiz_pages = frozenset(page for feature in site.features for page in feature.exported_pages(content))
        made_by = [(one.id, one.files, one.versions, one.missing, one.export.__qualname__) for one in self._formats]
        asked = (self._origin, content.language, sorted(content.pages), sorted(content.text.files), made_by)
        read = [one.digest(context.cache) for one in sources]
        settings = repr(asked), repr(content.text.has_formulas), set_moment() or "", installed()
        self._key = digest_of("downloads", *read, *settings)
        value = kept.get(self._key)
        self._unchanged = _UNCHANGED.validate_json(value) if value else None
        self._pages: dict[str, bytes] = {}
        self._features = [feature for feature in site.features if isinstance(feature, Downloads)]

    def announce(self) -> None:
        """Tell pages what there will be."""
        if self._unchanged is None:
            self._sizes  # noqa: B018 - what cannot be written stops the build before a page is
        for feature in self._features:
            feature.published = lambda: Published(self._quizzes, self._formats, self._sizes)
            feature.said = dict(self._unchanged.said) if self._unchanged else {}

    def keep(self, view: PageView, src_uri: str) -> None:
        """Keep the page of a quiz for those to whom it goes as a whole."""
        if src_uri not in self.quiz_pages:
            return
        assets = [asset.address for asset in self._site.published.assets.values()]
        self._pages[src_uri] = key = digest_of("page of a package", self._key, view.digest, *assets)
        if self._kept.get(key) is None:
            self._kept.put(key, self._packaged(view, src_uri))

    def write(self, folder: SiteFolder, root: Path) -> None:
        """Write every file into the folder of the site, which is ``root``, once all pages are there."""
        if not (self._is_unchanged() and self._unchanged and self._write_kept(self._unchanged, folder)):
            self._write_all(folder, root)
        self._kept.save()

    def _is_unchanged(self) -> bool:
        pages = {page: key.hex() for page, key in self._pages.items()}
        return self._unchanged is not None and self._unchanged.pages == pages and not self._have_changed

    @property
    def _have_changed(self) -> bool:
        return any(one.have_changed for one in self._sources)

    def _write_kept(self, unchanged: Unchanged, folder: SiteFolder) -> bool:
        """Write the files of an earlier build; return whether all of them are still there."""
        if not unchanged.files:
            return True
        wanted = {path: one for path, one in unchanged.files.items() if not folder.has(path, one.sha256)}
        contents = {key: kept_contents(self._kept, bytes.fromhex(key)) for key in {one.key for one in wanted.values()}}
        found = {path: contents[one.key].get((one.name, one.sha256)) for path, one in wanted.items()}
        for path, content in found.items():
            if content is None:
                return False
            folder.put(path, content, unchanged.files[path].sha256)
        folder.put(DOWNLOADS, unchanged.listing.encode())
        return True

    def _write_all(self, folder: SiteFolder, root: Path) -> None:
        pages = {page: self._read_page(key) for page, key in self._pages.items()}
        quizzes = with_pages(self._quizzes, pages, root, folder.paths(), self._site.packed_assets)
        downloads, listing = self._publishing.downloads(quizzes)
        for path, one in downloads.items():
            folder.put(path, one.content, one.listed.sha256)
        if downloads:
            folder.put(DOWNLOADS, listing)
        if not self._have_changed:  # else nobody knows what the pages were made of
            files = {path: Kept(one.key.hex(), one.name, one.listed.sha256) for path, one in downloads.items()}
            said = {name: text for feature in self._features for name, text in feature.said.items()}
            keys = {page: key.hex() for page, key in self._pages.items()}
            unchanged = Unchanged(dict(self._sizes), said, keys, files, listing.decode())
            self._kept.put(self._key, _UNCHANGED.dump_json(unchanged))

    def _packaged(self, view: PageView, src_uri: str) -> bytes:
        quiz = next(quiz for quiz in self._quizzes if quiz.src_uri == src_uri)
        page = packaged_page(view, src_uri, quiz, self._site.context, self._site.asset)
        return json.dumps([page.html, page.assets]).encode()

    def _read_page(self, key: bytes) -> PackagedPage:
        html, assets = json.loads(self._kept.get(key) or "")
        return PackagedPage(html, tuple(assets))

    @cached_property
    def _quizzes(self) -> tuple[ExportedQuiz, ...]:
        context = self._site.context
        return quizzes_of(self._site.features, context.content, context.site_url, context.site_name)

    @cached_property
    def _publishing(self) -> Publishing:
        terms = glossary(self._site.features, self._site.context.content, self._origin, self._kept)
        return Publishing(self._quizzes, self._formats, self._kept, terms)

    @cached_property
    def _sizes(self) -> Mapping[str, int | None]:
        return self._unchanged.sizes if self._unchanged else self._publishing.announced()
