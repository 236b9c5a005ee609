"""Settle which files the site has: our assets as they are published, and what nobody writes."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from primer.site.build import Site


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put our assets as they are published in place of their sources, and what is generated beside what is written."""
    site: Site = config.extra["primer"]
    for gone in [file for file in files if file.abs_src_path and not Path(file.abs_src_path).exists()]:
        files.remove(gone)
        site.report_unreadable(gone.src_uri)
    for path, asset in site.assets.items():
        if file := files.get_file_from_path(path):
            files.remove(file)
        files.append(File.generated(config, asset.address, content=asset.content, inclusion=InclusionLevel.INCLUDED))
    for path, text in site.generated_pages.items():
        _put(files, File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for path, content in site.generated_files([file.dest_uri for file in files]).items():
        _put(files, File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    return files


def _put(files: Files, file: File) -> None:
    """Add a file in place of one that somebody wrote at the same address all the same; for pages, that is reported."""
    if written := files.get_file_from_path(file.src_uri):
        files.remove(written)
    files.append(file)
