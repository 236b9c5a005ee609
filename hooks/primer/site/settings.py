"""Load the settings of the site, with the features that they leave on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from primer.core.diagnostics import Report, closest, did_you_mean
from primer.core.yaml import Path
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.settings import SETTINGS, Footer, NotFound, Settings
from primer.kit.sources import OneFile, Single

SETTINGS_FILE = OneFile(SETTINGS, "site.yml", Settings, "site")


def features_on(features: Sequence[Feature], settings: Single[Settings], report: Report) -> tuple[Feature, ...]:
    """Return the features that are on, after reporting names that no feature has and needs that are not met.

    A feature that needs one which is off, is off as well. One whose name is almost right is on, so that a slip is said
    once and not again wherever the feature is used. Authors write hyphens in names, as everywhere.
    """
    if settings.item is None or settings.item.features is None or settings.document is None:
        return tuple(features)
    wanted, document = settings.item.features, settings.document
    known = {_written(feature.name): feature for feature in features}
    on = {name if name in known else closest(name, known) for name in wanted}
    for index, name in enumerate(wanted):
        location = document.location_of("features", index)
        if name not in known:
            hint = did_you_mean(name, known) or f"one of: {', '.join(known)}"
            report.add(location, f"there is no feature '{name}'", "site-unknown-feature", hint)
            continue
        for other in map(_written, known[name].needs):
            if other not in on:
                message = f"the feature '{name}' needs '{other}', which is off"
                hint = f"add '{other}' to 'features', or take '{name}' out"
                report.add(location, message, "site-feature-needs", hint)
                on.discard(name)
    return tuple(feature for feature in features if _written(feature.name) in on)


def check_settings(content: Content, features: Iterable[Feature], report: Report) -> None:
    """Report names of pages that no feature asks for, and pages that are not there."""
    settings, document = content[SETTINGS].item, content[SETTINGS].document
    if settings is None or document is None:
        return
    asked = {name for feature in features for name in feature.pages}
    for name in settings.pages:
        if name not in asked:
            hint = did_you_mean(name, asked) or (f"one of: {', '.join(sorted(asked))}" if asked else "remove it")
            message = f"no feature asks where the page '{name}' is"
            report.add(document.location_of("pages", name), message, "site-unknown-page", hint)
    for path, page in _pages(settings):
        report.extend(problem.at(document.location_of(*path)) for problem in content.text.page_problems(page))
    for index, folder in enumerate(settings.subject.not_on):
        location = document.location_of("subject", "not_on", index)
        if not folder.endswith("/"):
            report.extend(problem.at(location) for problem in content.text.page_problems(folder))
        elif not any(f"/{page}".startswith(folder) for page in content.text.pages):
            known_folders = {f"/{page.rpartition('/')[0]}/" for page in content.text.pages if "/" in page}
            report.add(location, f"no page is in '{folder}'", "link-unknown", did_you_mean(folder, known_folders))


def check_headings(content: Content, known: Collection[str], report: Report) -> None:
    """Report headings that no page has; ``known`` are the ids on all pages."""
    settings, document = content[SETTINGS].item, content[SETTINGS].document
    if settings is None or document is None:
        return
    for field, ids in (("folded", settings.folded), ("tiles", settings.tiles)):
        for index, id in enumerate(ids):
            if id not in known:
                location, message = document.location_of(field, index), f"no page has a heading '#{id}'"
                report.add(location, message, "site-unknown-heading", did_you_mean(id, known))


def _written(name: str) -> str:
    return name.replace("_", "-")


def _pages(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield each page that the settings name, with the way to it in the file."""
    if settings.help:
        yield ("help",), settings.help
    yield from ((("pages", name), page) for name, page in settings.pages.items())
    lists: Mapping[str, Footer | NotFound] = {"footer": settings.footer, "not_found": settings.not_found}
    for name, group in lists.items():
        yield from (((name, "links", index, "page"), link.page) for index, link in enumerate(group.links))
