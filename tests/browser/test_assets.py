"""What is published of our style sheets means to a browser what their source means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tinycss2
from primer.core.cache import Cache
from primer.kit.templates import ENGINE
from primer.outputs.registry import OUTPUTS
from primer.publish import rules
from primer.publish.assets import published_assets
from primer.publish.material import is_replaced, material_css, material_styles
from primer.site.assets import asset_paths

from tests.browser.conftest import HOME, Visit
from tests.browser.questions_site import QUESTIONS_URL
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
# A rule that only sets properties which no rule uses is not missed. Each page is asked with the sheets that it loads.
MISSED = r"""
async ([material, left, ours, addresses]) => {
  const rules = (list) => [...list].flatMap((rule) => (rule.selectorText ? rule : rules(rule.cssRules ?? [])));
  const all = Object.values(left).join(" ");
  const matters = (name) => !name.startsWith("--") || `${all} ${ours}`.includes(`var(${name}`);
  const selectors = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const mattering = rules(sheet.cssRules).filter((rule) => [...rule.style].some(matters));
    return new Set(mattering.flatMap((rule) => rule.selectorText.split(/, (?![^(]*\))/)));
  };
  const whole = [...selectors(material)];
  const kept = Object.fromEntries(Object.entries(left).map(([name, text]) => [name, selectors(text)]));
  const state = "::?[a-z-]+(?![\\w(-])";
  const alone = new RegExp(`(^|[ (])${state}`, "g"), behind = new RegExp(state, "g");
  const bare = (selector) => selector.replace(alone, "$1*").replace(behind, "");
  const missed = new Set();
  const counts = {};
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const loaded = Object.keys(kept).filter((name) => page.querySelector(`link[href*="/${name.split(".")[0]}."]`));
    for (const name of loaded) counts[name] = (counts[name] ?? 0) + 1;
    for (const selector of whole)
      if (!loaded.some((name) => kept[name].has(selector)) && page.querySelector(bare(selector)))
        missed.add(`${selector} on ${address}`);
  }
  return [counts, [...missed]];
}
"""


def taken() -> dict[str, str]:
    """What is taken of Material's style sheet, by the name of ours that stands below it."""
    sheets = material_styles(MATERIAL, [ROOT / "overrides", ENGINE], Cache())
    return {name: sheet.css for name, sheet in sheets.items()}


def whole() -> str:
    """Material's style sheet, without what ours draw anew."""
    nodes = tinycss2.parse_stylesheet(material_css(MATERIAL))
    every = list(rules.rules_of(nodes, lambda selector: not is_replaced(selector)))
    return rules.written(every, frozenset(one.name for one in rules.declarations(every)))


def test_no_page_misses_a_rule_of_the_theme(visit: Visit, built_site: Site):
    addresses = [HOME + address for address in built_site.addresses]
    ours = " ".join(path.read_text("utf-8") for path in SHEETS)
    counts, missed = visit("/").evaluate(MISSED, [whole(), taken(), ours, addresses])

    assert counts["site.css"] > counts["code.css"] > counts["written.css"] > 0
    assert missed == []


# Adds rules to the layer; returns how many elements there are, and what looks other then, in front or behind too.
CHANGED = """(text) => {
  const parts = [null, "::before", "::after"];
  const all = [...document.querySelectorAll("body, body *")].flatMap((one) => parts.map((part) => [one, part]));
  const styles = () => all.map(([one, part]) => {
    const style = getComputedStyle(one, part);
    if (part && style.content === "none") return {};
    const names = [...style].filter((name) => !name.startsWith("--"));
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  });
  const before = styles();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer material { ${text} }`);
  document.adoptedStyleSheets = [sheet];
  const changed = styles().flatMap((style, index) => Object.keys({ ...style, ...before[index] })
    .filter((name) => style[name] !== before[index][name])
    .map((name) => `${all[index][0].outerHTML.slice(0, 80)} ${name}: ${before[index][name]}, ${style[name]}`));
  return [all.length, changed];
}"""


@pytest.mark.parametrize(
    ("address", "home", "options"),
    [
        *((address, HOME, {"width": 360}) for address in ("/", "/help-now/", "/guides/what-can-i-do/", "/clinics/")),
        ("/quizzes/trust/", HOME, {"color_scheme": "dark"}),
        ("/written/", QUESTIONS_URL.rstrip("/"), {}),
    ],
)
def test_no_page_looks_other_with_all_that_material_says(
    visit: Visit, address: str, home: str, options: dict[str, Any]
):
    page = visit(address, home=home, **options)
    page.evaluate("document.fonts.ready")
    count, changed = page.evaluate(CHANGED, whole())

    assert count > 300
    assert changed == []
