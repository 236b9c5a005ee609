"""Make single pages anew from files as they are now, long before the whole site is built again."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page  # nothing public makes one page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from primer.core.diagnostics import Diagnostic
from primer.kit.links import check_links
from primer.site.build import Site
from primer.site.page_links import link_problem

from primer_mkdocs.host import host_log

IN_PREVIEW = InclusionLevel.is_in_serve


@dataclass(frozen=True)
class WholeBuild:
    """A whole build that has come to its end."""

    config: MkDocsConfig
    files: Files
    times: Mapping[str, int]
    """When the file of each page was last edited, as it was built."""
    warnings: tuple[str, ...] = ()
    """What MkDocs itself warned of."""

    @property
    def site(self) -> Site:
        """What our adapters made of it."""
        site: Site = self.config.extra["primer"]
        return site


def times_of(files: Files) -> dict[str, int]:
    """Return when the file of each page was last edited, in nanoseconds, by the page's path."""
    pages = files.documentation_pages(inclusion=IN_PREVIEW)
    found = {page.src_uri: Path(page.abs_src_path) for page in pages if page.abs_src_path is not None}
    return {src_uri: path.stat().st_mtime_ns for src_uri, path in found.items() if path.is_file()}


@dataclass
class FreshPages:
    """Makes the pages of a site, as it is now, into the folder of an earlier build.

    What a page says of other pages (their titles, which of them use a term) is of that earlier build.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    before: WholeBuild
    _made: set[str] = field(default_factory=set)
    _titled: set[str] = field(default_factory=set)
    """The pages that got the title of the earlier build."""

    @classmethod
    def load(cls, before: WholeBuild, folder: Path) -> FreshPages:
        """Load settings, data and templates anew; pages are written into ``folder``."""
        old = before.config
        config = load_config(
            old.config_file_path,
            site_dir=str(folder),
            strict=old.strict,
            use_directory_urls=old.use_directory_urls,
        )
        config.dev_addr, config.site_url = old.dev_addr, old.site_url
        with _quiet():
            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            files, env = get_files(config), config.theme.get_env()
            files.add_files_from_theme(env, config)
            files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
            fresh = cls(config, files, nav, env, before)
            fresh._take_over()
            fresh.env = config.plugins.on_env(env, config=config, files=files)
        fresh._write({asset.address: asset.content for asset in fresh.site.published.assets.values()})
        return fresh

    @property
    def site(self) -> Site:
        """What our adapters made of it."""
        site: Site = self.config.extra["primer"]
        return site

    def problems(self) -> list[Diagnostic]:
        """Return what was found: now in data and in the pages that were made, before in all others."""
        others = {self.site.path(path) for path in self.site.context.content.pages if path not in self._made}
        now = set(self.site.report)
        now |= {problem for problem in self.before.site.report if problem.location.path in others}
        return sorted(now, key=lambda problem: (problem.location, problem.code, problem.message))

    def make(self, address: str) -> bool:
        """Make the page at an address below the site's root, once; tell whether that was the first time."""
        file = next((file for file in self._pages() if _address(file) == address), None)
        if file is None or file.page is None or file.src_uri in self._made:
            return False
        self._made.add(file.src_uri)
        page = file.page
        if file.src_uri in self._titled:
            del page.title  # MkDocs lets it be overwritten, and finds it again after that
        with _quiet():
            _populate_page(page, self.config, self.files)
            self._check_links(file.src_uri)
            _build_page(page, self.config, self._pages(), self.nav, self.env, excluded=file.inclusion.is_excluded())
        self._write(self.site.packed_assets)
        self._write({path: shared.make() for path, shared in self.site.shared_files.items()})
        return True

    def make_edited(self) -> bool:
        """Make each page whose file was edited since the earlier build; tell whether there was one to make."""
        edited = {src_uri for src_uri, time in times_of(self.files).items() if self.before.times.get(src_uri) != time}
        made = [self.make(_address(file)) for file in self._pages() if file.src_uri in edited]
        return any(made)

    def _take_over(self) -> None:
        """Take over from the earlier build what pages need of each other."""
        before = {file.src_uri: file.page for file in self.before.files.documentation_pages(inclusion=IN_PREVIEW)}
        for file in self._pages():
            page = file.page or Page(None, file, self.config)
            if (old := before.get(file.src_uri)) is not None:
                page.meta, page.present_anchor_ids = old.meta, old.present_anchor_ids
                if "title" not in vars(page):
                    page.title = old.title
                    self._titled.add(file.src_uri)
        rendered = self.before.site.context.pages.by_path
        known = self.site.context.content.pages
        self.site.context.pages.by_path.update({path: page for path, page in rendered.items() if path in known})

    def _check_links(self, src_uri: str) -> None:
        """Check the links of one page, as anchors.py checks those of all."""
        pages = [file.page for file in self._pages() if file.page is not None]
        anchors = {page.file.src_uri: page.present_anchor_ids or set() for page in pages}
        others = {file.src_uri for file in self.files if file.inclusion != InclusionLevel.EXCLUDED} - anchors.keys()
        check_links(self.site.page(src_uri), partial(link_problem, src_uri=src_uri, anchors=anchors, files=others))

    def _pages(self) -> list[File]:
        return list(self.files.documentation_pages(inclusion=IN_PREVIEW))

    def _write(self, files: Mapping[str, bytes]) -> None:
        """Write what is not there yet; the names of files change with their content."""
        for path, content in files.items():
            if not (file := Path(self.config.site_dir, path)).exists():
                write_file(content, str(file))


def _address(file: File) -> str:
    """Return the address of a page below the site's root."""
    return unquote(file.url).removeprefix("./")


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave to the whole build what it says again, even while it runs in another thread."""
    here = threading.get_ident()

    def is_said(record: logging.LogRecord) -> bool:
        return record.thread != here or record.levelno >= logging.ERROR

    handlers = list(host_log.handlers)
    for handler in handlers:
        handler.addFilter(is_said)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(is_said)
