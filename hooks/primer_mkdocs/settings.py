"""Settle the settings: refuse what would stop MkDocs without a word, set what a site may forget."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.config_options import PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import EVENTS, CombinedEvent
from mkdocs.structure.pages import _AbsoluteLinksValidationValue as AbsoluteLinks  # it has no public name
from primer.core.model import is_readable

from primer_mkdocs.host import settings_file

OWN = f"{__name__.partition('.')[0]}."
"""How the names of our modules begin."""

HOOKS = ("content", "generated", "pages", "anchors", "templates", "search", "embeds", "exports", "problems")
"""The files in which MkDocs finds our events; without one of them, a site is broken in silence."""

DATA = PathSpec().run_validation("/_data/")


def set_forgotten(config: MkDocsConfig) -> None:
    """Keep data files, with the answers in them, out of the site, and let links begin at the docs folder.

    Columns of tables are aligned by an attribute: the policy blocks the styles that Markdown writes otherwise.
    """
    config.exclude_docs = config.exclude_docs + DATA if config.exclude_docs else DATA
    links = config.validation.links
    links.absolute_links = AbsoluteLinks.RELATIVE_TO_DOCS
    links.not_found = links.anchors = links.unrecognized_links = logging.DEBUG  # we say where they stand: anchors.py
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)


def check_once(config: MkDocsConfig) -> None:
    """Raise PluginError where the plugin and hooks, or two copies of a hook, would each do everything."""
    answers: dict[object, str] = {}
    for name, plugin in config.plugins.items():
        for function in _ours(plugin):
            other = answers.setdefault(function, name)
            if other != name:
                both = f"'{other}' and '{name}' do the same"
                raise PluginError(f"{settings_file(config)}: {both}; use the plugin or the hooks, not both")


def check_settings(config: MkDocsConfig) -> None:
    """Raise PluginError for what the site cannot do without and for what it cannot have.

    That are hooks that are missing, addresses that nobody can read or that the policy keeps browsers from, addresses
    of pages that end in ``.html``, and a language that the theme does not know.
    """
    name = settings_file(config)
    listed = {Path(hook).stem for hook in config.hooks}
    if "primer" not in config.plugins and (missing := [hook for hook in HOOKS if hook not in listed]):
        raise PluginError(f"{name}: 'hooks' needs {missing[0]}.py as well, from the folder of the others")
    offline = config.plugins.get("material/offline") or config.plugins.get("offline")
    if offline is not None and offline.config.enabled:
        raise PluginError(f"{name}: the plugin 'offline' is not for this site, whose pages need addresses; remove it")
    if not config.use_directory_urls:
        raise PluginError(f"{name}: 'use_directory_urls: false' is not for this site; remove the line")
    for setting in ("nav", "repo_url", "edit_uri"):
        _refuse_unreadable(_texts(config[setting]), setting, name)
    for setting, addresses in _asked_for(config):
        _refuse_unreadable(addresses, setting, name)
        for address in addresses:
            if urlsplit(address).scheme or urlsplit(address).netloc:
                said = f"'{address}' in '{setting}' is on another site, which no page asks for anything"
                raise PluginError(f"{name}: {said}; put the file below the docs folder")
    language = config.theme.get("language") or "en"
    known = {path.stem for folder in config.theme.dirs for path in Path(folder).glob("partials/languages/*.html")}
    if known and language not in sorted(known):
        raise PluginError(f"{name}: the theme has no language '{language}'; write 'language: en' below 'theme'")


def missing_files(config: MkDocsConfig, pictures: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the settings once all is written: files that pages ask for, and that are not there.

    ``pictures`` are those that have another name in the site, as templates know.
    """
    for setting, addresses in _asked_for(config):
        for address in addresses:
            path = unquote(urlsplit(address).path).lstrip("/")
            if setting.startswith("theme") and path in pictures:
                continue
            if path and not (Path(config.site_dir) / path).is_file():
                yield f"{settings_file(config)}: the site has no file '{path}', which '{setting}' names"


def _asked_for(config: MkDocsConfig) -> Iterator[tuple[str, list[str]]]:
    """Yield the settings that name files for every page, with the addresses of these."""
    for setting in ("extra_css", "extra_javascript"):
        yield setting, [str(getattr(one, "path", one)) for one in config[setting]]
    for setting in ("logo", "favicon"):
        address = config.theme.get(setting)
        yield f"theme: {setting}", [address] if isinstance(address, str) else []


def _refuse_unreadable(addresses: Iterable[str], setting: str, name: str) -> None:
    for address in addresses:
        if not is_readable(address):
            raise PluginError(f"{name}: the address '{address}' in '{setting}' cannot be read")


def _ours(plugin: object) -> Iterator[object]:
    """Yield each function of ours that answers an event for a plugin or a hook, without the object it belongs to."""
    for event in EVENTS:
        found = getattr(plugin, f"on_{event}", None)
        for function in found.methods if isinstance(found, CombinedEvent) else (found,):
            plain = getattr(function, "__func__", function)
            if str(getattr(plain, "__module__", "")).startswith(OWN):
                yield plain


def _texts(value: object) -> Iterator[str]:
    """Yield the texts in a setting, however deep, without the names of its fields."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif value is not None:
        yield str(value)
