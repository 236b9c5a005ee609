"""Find the features of a site by the names of their folders."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from primer.kit.feature import Feature


def load_features(names: Iterable[str]) -> tuple[Feature, ...]:
    """Return the features in these folders of ``primer/features``.

    Raises ValueError, with a sentence for whoever chose the names, where one needs another that is not among them.
    """
    names = tuple(names)
    found = tuple(_feature(name) for name in names)
    for feature in found:
        for other in feature.needs:
            if other not in names:
                raise ValueError(f"the feature '{feature.name}' needs '{other}', which is switched off")
    return found


def _feature(name: str) -> Feature:
    feature: Feature = import_module(f"primer.features.{name}.feature").FEATURE
    return feature
