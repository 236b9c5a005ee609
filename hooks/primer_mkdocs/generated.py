"""Settle which files the site has: our assets as they are published, and what nobody writes."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from primer.core.files import paths_below
from primer.publish.material import UNPUBLISHED
from primer.site.build import Site

from primer_mkdocs.output import bring_back, make_room, output_of, set_aside, sweep


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
        files.append(File.generated(config, asset.address, content=asset.content, inclusion=InclusionLevel.INCLUDED))
    for path, text in site.generated_pages.items():
        _put(files, File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for path, content in site.generated_files().items():
        _put(files, File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Make room for what MkDocs writes from now on."""
    make_room(config, files)
    return env


@event_priority(-50)  # after all that writes files
def on_post_build(config: MkDocsConfig) -> None:
    """Write the scripts that pages turned out to need, and which headers go with what the site has now."""
    site: Site = config.extra["primer"]
    folder = output_of(config)
    for path, content in site.packed_assets.items():
        folder.put(path, content)
    sweep(config)
    folder.put("_headers", site.headers(paths_below(config.site_dir)).encode())
    site.context.cache.save()


def _put(files: Files, file: File) -> None:
    """Add a file in place of one that somebody wrote at the same address all the same; for pages, that is reported."""
    if written := files.get_file_from_path(file.src_uri):
        files.remove(written)
    files.append(file)
