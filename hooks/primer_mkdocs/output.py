"""Let a build write only what is different from what an earlier one wrote into the site's folder."""

from __future__ import annotations

import json
from pathlib import Path

import primer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from primer.core.cache import digest_of
from primer.core.sources import Sources, installed
from primer.publish.folder import SiteFolder
from primer.site.build import Site

KEY, DOCS, ENGINE = "primer_folder", "primer_docs", "primer_engine"


def output_of(config: MkDocsConfig) -> SiteFolder:
    """Return the folder into which this build writes."""
    folder: SiteFolder = config.extra[KEY]
    return folder


def see_sources(config: MkDocsConfig) -> None:
    """See which files there are before anything is read: what authors write, and what makes pages of it."""
    config.extra[DOCS] = Sources([Path(config.docs_dir)])
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    config.extra[ENGINE] = Sources([*own, Path(primer.__file__).parent, Path(__file__).parent])


def docs_of(config: MkDocsConfig) -> Sources:
    """Return what authors write."""
    sources: Sources = config.extra[DOCS]
    return sources


def engine_of(config: MkDocsConfig) -> Sources:
    """Return the files of the engine, and those that the site puts in their place."""
    sources: Sources = config.extra[ENGINE]
    return sources


def made_by(config: MkDocsConfig) -> bytes:
    """Return what stands for these files and for the packages that they use."""
    site: Site = config.extra["primer"]
    return digest_of(engine_of(config).digest(site.context.cache), installed())


def set_aside(config: MkDocsConfig) -> None:
    """Take the folder out of the way of MkDocs, which is about to empty it."""
    site: Site = config.extra["primer"]
    config.extra[KEY] = SiteFolder(Path(config.site_dir))
    if not site.is_preview:  # which serves its folder
        output_of(config).set_aside()


def bring_back(config: MkDocsConfig) -> None:
    """Put back what the last build wrote itself; what other plugins wrote, they write again."""
    site: Site = config.extra["primer"]
    output_of(config).bring_back(json.loads(site.context.cache.get(_key(config)) or "{}"))


def make_room(config: MkDocsConfig, files: Files) -> None:
    """Say what MkDocs is about to write."""
    output_of(config).make_room([*(file.dest_uri for file in files), *config.theme.static_templates])


def sweep(config: MkDocsConfig) -> None:
    """Remove what this site no longer has, and keep for the next build what it wrote."""
    site: Site = config.extra["primer"]
    folder, cache = output_of(config), site.context.cache
    folder.sweep()
    if site.is_preview:
        return
    written = json.dumps(folder.written).encode()
    if cache.get(_key(config)) != written:
        cache.put(_key(config), written)


def give_up(config: MkDocsConfig) -> None:
    """Leave of an earlier build what MkDocs would have left of it, after a build that stopped: nothing."""
    folder = config.extra.get(KEY)
    if isinstance(folder, SiteFolder):
        folder.bring_back()
        folder.sweep()


def _key(config: MkDocsConfig) -> bytes:
    return digest_of("site folder", config.site_dir)
