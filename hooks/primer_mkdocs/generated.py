"""Settle which files the site has: our assets as they are published, and what nobody writes."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from primer.core.cache import digest_of
from primer.core.files import paths_below
from primer.publish.folder import SiteFolder
from primer.publish.material import UNPUBLISHED
from primer.site.build import Site

from primer_mkdocs.output import bring_back, made_by, make_room, output_of, set_aside, sweep

MARK = 16
"""So many digits stand for a file that is made to be taken along: there are three a page."""


MAY_BE_WRITTEN = ("robots.txt", "humans.txt")
"""What a site has in its own words where it writes the file itself."""


def on_pre_build(config: MkDocsConfig) -> None:
    """Take what an earlier build wrote out of the way of MkDocs, which removes it all."""
    set_aside(config)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put our assets as they are published in place of their sources, and what is generated beside what is written."""
    site: Site = config.extra["primer"]
    bring_back(config)
    for gone in [file for file in files if file.abs_src_path and not Path(file.abs_src_path).exists()]:
        files.remove(gone)
        site.report_unreadable(gone.src_uri)
    if str(site.theme) != config.theme.custom_dir:  # a site may have put files of its own among Material's
        for unused in [file for file in files if file.src_uri.startswith(UNPUBLISHED)]:
            if unused.src_dir == str(site.theme):
                files.remove(unused)
    for path in site.published.sources:
        if file := files.get_file_from_path(f"assets/{path}"):
            files.remove(file)
    for asset in site.published.assets.values():
        files.append(_generated(config, asset.address, asset.content, InclusionLevel.INCLUDED))
    for path, text in site.generated_pages.items():
        _put(files, _generated(config, path, text, InclusionLevel.NOT_IN_NAV))
    for path, content in site.generated_files().items():
        if path in MAY_BE_WRITTEN and files.get_file_from_path(path):
            continue
        _put(files, _generated(config, path, content, InclusionLevel.INCLUDED))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Make room for what MkDocs writes from now on."""
    make_room(config, files)
    return env


@event_priority(-50)  # after all that writes files
def on_post_build(config: MkDocsConfig) -> None:
    """Write what pages turned out to need, and which headers go with what the site has now."""
    site: Site = config.extra["primer"]
    folder, code = output_of(config), made_by(config)
    for path, shared in site.shared_files.items():
        mark = digest_of(code, shared.key).hex()[:MARK]
        if not folder.has(path, mark):
            folder.put(path, shared.make(), mark)
    for path, content in site.packed_assets.items():
        folder.put(path, content)
    sweep(config)
    folder.put("_headers", site.headers(paths_below(config.site_dir)).encode())
    site.context.cache.save()


class _Generated(File):
    """A file that nobody wrote. It is only written where it is not there already."""

    folder: SiteFolder

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - as MkDocs calls it
        """Bring the file up to date."""
        self.folder.put(self.dest_uri, self.content_bytes)


def _generated(config: MkDocsConfig, path: str, content: str | bytes, inclusion: InclusionLevel) -> File:
    file = _Generated.generated(config, path, content=content, inclusion=inclusion)
    file.folder = output_of(config)  # type: ignore[attr-defined]  # MkDocs says less of what it returns than is true
    return file


def _put(files: Files, file: File) -> None:
    """Add a file in place of one that somebody wrote at the same address all the same; for pages, that is reported."""
    if written := files.get_file_from_path(file.src_uri):
        files.remove(written)
    files.append(file)
