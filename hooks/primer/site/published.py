"""The style sheets, scripts and pictures of one build, as they are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from primer.core.cache import Cache
from primer.core.diagnostics import Report
from primer.kit.feature import Feature, Pack
from primer.kit.templates import ENGINE
from primer.publish.assets import Asset, packed_asset, published_assets
from primer.publish.contrast import TOKENS, report_contrast
from primer.publish.material import MaterialSheet, material_styles
from primer.publish.token_values import report_missing_tokens
from primer.site.assets import THEME, asset_paths
from primer.site.place import Output, Place


@dataclass(frozen=True)
class Published:
    """The assets of one build; packs of scripts are added as pages ask for them."""

    assets: Mapping[str, Asset]
    """Each style sheet, script and picture of ours, by what templates call it."""
    sources: Mapping[str, Path]
    """Where the source of each lies, by the same name."""
    material: Mapping[str, MaterialSheet]
    """What the site uses of Material's style sheet, by the name of ours that stands below it."""
    _packed: dict[Pack, Asset] = field(default_factory=dict)

    @classmethod
    def load(
        cls, place: Place, features: Sequence[Feature], outputs: Sequence[Output], report: Report, cache: Cache
    ) -> Published:
        """Return the assets of a site; own colours that are too close to each other, or missing, are reported."""
        own = [place.overrides] if place.overrides else []
        paths = asset_paths([*features, *outputs], place.overrides)
        if (tokens := paths[TOKENS]) != (engine := THEME / "assets" / TOKENS):
            css, label = tokens.read_text("utf-8"), f"{own[0].name}/assets/{TOKENS}"
            report_contrast(css, label, report)
            report_missing_tokens(css, label, engine.read_text("utf-8"), report)
        material = material_styles(place.material, [*own, ENGINE], cache)
        above = {name: sheet.css for name, sheet in material.items()}
        return cls(published_assets(paths, above, _packs(features), _below(features)), paths, material)

    def address(self, asset: str | Pack) -> str:
        """Return where an asset is published: ``assets/site.css`` is at ``assets/site.3f2a1b9c.css``.

        A pack of scripts is joined when a page asks for it first: only then is it known which of them pages need.
        """
        if isinstance(asset, str):
            return self.assets[asset].address
        if asset not in self._packed:
            name, core, scripts = asset
            self._packed[asset] = packed_asset(name, scripts, core, self.sources, self.assets)
        return self._packed[asset].address

    @property
    def packed(self) -> Mapping[str, bytes]:
        """Each pack that a page has asked for, by its path below the site's root."""
        return {asset.address: asset.content for asset in self._packed.values()}


def _packs(features: Iterable[Feature]) -> Mapping[str, str]:
    """Return the core of each script that is loaded in a pack."""
    packs = (one for feature in features for one in feature.scripts if isinstance(one, Pack))
    return {script: pack.core for pack in packs for script in pack.scripts}


def _below(features: Iterable[Feature]) -> Mapping[str, tuple[str, ...]]:
    """Return the style sheets that stand at the end of another's file, by the name of that."""
    return {name: others for feature in features for name, others in feature.styles_below.items()}
