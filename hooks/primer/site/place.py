"""Where a site is made from, and as what: its folders, its features and its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from primer.core.languages import Language
from primer.kit.feature import Feature
from primer.kit.loading import HasStrings
from primer.site.assets import HasAssets
from primer.site.feature import Basics
from primer.site.sharing.feature import Sharing


class Output(HasStrings, HasAssets, Protocol):
    """A format in which the site leaves itself, as far as a build knows one."""

    def features(self, features: Sequence[Feature]) -> Sequence[Feature]:
        """Return what the pages of a site with ``features`` say of this output, made anew for each build."""


@dataclass(frozen=True)
class Place:
    """Where a site is made from. ``label`` is what messages call the docs folder."""

    docs: Path
    label: str
    pages: frozenset[str]
    """The path of each written page below the docs folder."""
    overrides: Path | None
    """The folder of what the site puts in place of the engine's templates and assets."""
    material: Path
    """The folder of Material's templates."""
    files: frozenset[str] = frozenset()
    """The path of everything else below the docs folder that is published."""
    cache: Path | None = None
    """The file of what earlier builds made."""


def with_basics(features: Sequence[Feature], languages: tuple[Language, ...] = ()) -> tuple[Feature, ...]:
    """Return the features of a site in these languages, with what every site has at the end."""
    return *features, Sharing(), Basics(tuple(features), languages)
