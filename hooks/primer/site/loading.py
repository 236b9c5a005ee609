"""Load everything that authors wrote in data files, and check what no file can know alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.loading import HasStrings, assemble, load_sources, load_strings
from primer.kit.sources import DataFolder
from primer.kit.texts import AnchorLink
from primer.site.addresses import check_ledger, page_ids
from primer.site.feature import LEDGER
from primer.site.strings import SiteStrings


def load_content(
    folder: DataFolder,
    pages: frozenset[str],
    docs: str,
    features: Sequence[Feature],
    *,
    language: str = "en",
    outputs: Sequence[HasStrings] = (),
) -> tuple[Content, tuple[AnchorLink, ...]]:
    """Return everything in ``folder``, and its links to passages of pages, after reporting what does not fit together.

    ``pages`` holds the path of each written page below the docs folder; ``docs`` is what messages call that folder.
    """
    strings = load_strings([*features, *outputs], folder, language)
    site = strings[SiteStrings]
    loaded = load_sources(features, folder)
    content = assemble(features, loaded, folder, pages, strings, language=site.language, locale=site.locale)
    links = tuple(chain.from_iterable(feature.check(content, folder) for feature in features))
    files = [
        *((page.path, page.source) for page in content.generated.values()),
        *((page, f"{docs}/{page}") for page in sorted(pages)),
    ]
    ids = page_ids(files, folder.report)
    ledger = content[LEDGER]
    if ledger.item and ledger.document:
        published = [feature.published_ids for feature in features if feature.published_ids]
        known = [(one.field, content[one.of]) for one in published]
        check_ledger(ledger.item, ledger.document, ids, known, folder.report)
    return content, links
