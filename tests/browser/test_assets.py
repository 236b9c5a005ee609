"""What is published of our style sheets means to a browser what their source means."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.core.cache import Cache
from primer.kit.templates import ENGINE
from primer.outputs.registry import OUTPUTS
from primer.publish.assets import published_assets
from primer.publish.material import material_styles
from primer.site.assets import asset_paths

from tests.browser.conftest import HOME, Visit
from tests.building import MATERIAL, ROOT, Site
from tests.rendering import features

PATHS = asset_paths([*features(), *OUTPUTS], ROOT / "overrides")
SHEETS = [path for path in PATHS.values() if path.suffix == ".css"]

# A browser keeps the spaces in the value of a custom property as they are written; they mean nothing there.
READ = """
([source, published]) => [source, published].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replace(/, /g, ","));
})
"""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_browser_reads_the_same_rules_in_a_style_sheet_as_in_its_source(visit: Visit, sheet: Path):
    published = published_assets({sheet.name: sheet}, {})[f"assets/{sheet.name}"].content.decode()
    source, minified = visit("/").evaluate(READ, [sheet.read_text("utf-8"), published])

    assert len(published) < sheet.stat().st_size
    assert minified == source != []


# Without its pseudo-classes and pseudo-elements, a selector matches whatever it could match at another time.
# A rule that only sets properties which no rule uses is not missed.
MISSED = r"""
async ([material, left, ours, addresses]) => {
  const rules = (list) => [...list].flatMap((rule) => (rule.selectorText ? rule : rules(rule.cssRules ?? [])));
  const matters = (name) => !name.startsWith("--") || `${left} ${ours}`.includes(`var(${name}`);
  const selectors = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const mattering = rules(sheet.cssRules).filter((rule) => [...rule.style].some(matters));
    return new Set(mattering.flatMap((rule) => rule.selectorText.split(/, (?![^(]*\))/)));
  };
  const kept = selectors(left);
  const gone = [...selectors(material)].filter((selector) => !kept.has(selector));
  const state = "::?[a-z-]+(?![\\w(-])";
  const alone = new RegExp(`(^|[ (])${state}`, "g"), behind = new RegExp(state, "g");
  const bare = (selector) => selector.replace(alone, "$1*").replace(behind, "");
  const missed = new Set();
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const selector of gone) if (page.querySelector(bare(selector))) missed.add(`${selector} on ${address}`);
  }
  return [kept.size, gone.length, [...missed]];
}
"""


def test_no_page_misses_a_rule_of_the_theme(visit: Visit, built_site: Site):
    (sheet,) = MATERIAL.glob("assets/stylesheets/main.*.css")
    left = material_styles(MATERIAL, [ROOT / "overrides", ENGINE], Cache())
    addresses = [HOME + address for address in built_site.addresses]
    ours = " ".join(path.read_text("utf-8") for path in SHEETS)
    kept, gone, missed = visit("/").evaluate(MISSED, [sheet.read_text("utf-8"), left, ours, addresses])

    assert kept > 300
    assert gone > 300
    assert missed == []
