"""Our assets are published minified, under names that change with their content; pages ask for them by those names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from primer.kit.templates import ENGINE
from primer.outputs.registry import OUTPUTS
from primer.publish.assets import Asset, published_assets
from primer.publish.caching import is_named_by_content
from primer.publish.material import material_styles
from primer.site.assets import asset_paths

from tests.building import MATERIAL, ROOT, Site
from tests.pages.links import links
from tests.rendering import features
from tests.site_pages import QUIZZES


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/regular.woff2").write_bytes(b"font")
    (tmp_path / "site.css").write_text("p { color: red; }  /* why */")
    (tmp_path / "quiz.js").write_text("// why\nlet a;\n")
    (tmp_path / "icon.svg").write_text("<svg>  </svg>")
    return tmp_path


def published(folder: Path, above: Mapping[str, str]) -> Mapping[str, Asset]:
    return published_assets({path.name: path for path in sorted(folder.glob("*.*"))}, above)


def write(folder: Path, scripts: dict[str, str]) -> None:
    for name, text in scripts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_a_name_holds_a_digest_of_the_content_before_its_ending(assets: Path):
    found = published(assets, {})

    assert list(found) == ["assets/icon.svg", "assets/quiz.js", "assets/site.css"]
    assert re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", found["assets/site.css"].address)
    assert all(is_named_by_content(f"/{asset.address}") for asset in found.values())


def test_style_sheets_and_scripts_are_minified_and_nothing_else_is(assets: Path):
    contents = {path: asset.content for path, asset in published(assets, {}).items()}

    assert contents == {
        "assets/icon.svg": b"<svg>  </svg>",
        "assets/quiz.js": b"let a;",
        "assets/site.css": b"p{color:red}",
    }


def test_what_stands_above_a_file_is_published_with_it(assets: Path):
    sheet = published(assets, {"site.css": "b{}"})["assets/site.css"]

    assert sheet.content == b"b{}p{color:red}"
    assert sheet.address != published(assets, {})["assets/site.css"].address


def test_what_is_published_has_the_same_name_until_it_changes(assets: Path):
    before = published(assets, {})
    (assets / "site.css").write_text("p { color: red }")
    assert published(assets, {}) == before

    (assets / "site.css").write_text("p { color: blue }")
    after = published(assets, {})
    assert after["assets/site.css"].address != before["assets/site.css"].address
    assert after["assets/quiz.js"] == before["assets/quiz.js"]


def test_a_script_asks_for_another_by_its_published_name(assets: Path):
    page = [
        'import { a, b as c } from "./grading.js";',
        'import "./types-1.js";',
        'export const later = () => import("./types-1.js");',
        'let text = "./grading.js";',
    ]
    types = "export let a = 1, b = 2;"
    write(assets, {"page.js": "\n".join(page), "grading.js": "export * from './types-1.js';", "types-1.js": types})
    found = published(assets, {})
    grading, types = (Path(found[f"assets/{name}.js"].address).name for name in ("grading", "types-1"))

    assert found["assets/page.js"].content.decode() == (
        f'import{{a,b as c}}from"./{grading}";import"./{types}";'
        f'export const later=()=>import("./{types}");let text="./grading.js";'
    )
    assert found["assets/grading.js"].content.decode() == f'export*from"./{types}";'


def test_a_script_says_what_it_needs_before_it_runs(assets: Path):
    scripts = {
        "page.js": 'import "./a.js"; import { c } from "./c.js"; export const later = () => import("./later.js");',
        "a.js": 'import "./b.js";',
        "b.js": 'export * from "./c.js";',
        "c.js": "export let c;",
        "later.js": "let d;",
    }
    write(assets, scripts)
    found = published(assets, {})

    needed = [found[f"assets/{name}.js"].address for name in ("a", "b", "c")]
    assert found["assets/page.js"].imports == tuple(needed)
    assert found["assets/c.js"].imports == found["assets/site.css"].imports == ()


def test_the_name_of_a_script_changes_with_what_it_imports(assets: Path):
    write(assets, {"page.js": 'import "./grading.js";', "grading.js": 'import "./types.js";', "types.js": "let a;"})
    before = published(assets, {})
    write(assets, {"types.js": "let b;"})
    after = published(assets, {})

    changed = [path for path in before if before[path] != after[path]]
    assert changed == ["assets/grading.js", "assets/page.js", "assets/types.js"]


def test_scripts_of_features_are_published_beside_the_others_and_know_where_they_are(tmp_path: Path):
    scripts = {
        "quiz.js": 'import "./registry.js";',
        "registry.js": "let registered;",
        "types/true_false/type.js": 'import { grade } from "./grade.js"; import "../../registry.js";',
        "types/true_false/grade.js": "export let grade;",
    }
    folder = tmp_path / "quiz"
    for name, text in scripts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    paths = asset_paths([SimpleNamespace(folder=folder)], None)
    found = published_assets({name: path for name, path in paths.items() if folder in path.parents}, {})
    at = {path: Path(asset.address).name for path, asset in found.items()}

    assert sorted(found) == [
        "assets/quiz-types-true-false-grade.js",
        "assets/quiz-types-true-false-type.js",
        "assets/quiz.js",
        "assets/registry.js",
    ]
    assert found["assets/quiz-types-true-false-type.js"].content.decode() == (
        f'import{{grade}}from"./{at["assets/quiz-types-true-false-grade.js"]}";import"./{at["assets/registry.js"]}";'
    )
    assert all(is_named_by_content(f"/{asset.address}") for asset in found.values())


@pytest.mark.parametrize(
    ("scripts", "problem"),
    [
        ({"a/b.js": 'import "../c.js";'}, "a/b.js imports c.js, which is not there"),
        ({"a.js": 'import "../c.js";'}, r"a.js imports ../c.js, which is not there"),
        ({"a/b.js": 'import "../c.js";', "c.js": 'import "./a/b.js";'}, "which goes round in a circle"),
        ({"a.js": 'import "./b.js";'}, "a.js imports b.js, which is not there"),
        ({"a.js": 'import "./a.js";'}, "a.js imports a.js, which goes round in a circle"),
        ({"a.js": 'import "./b.js";', "b.js": 'import "./a.js";'}, "a.js imports b.js imports a.js, which goes round"),
        ({"a.js": "`a ${b ? `c  d` : e}`;"}, "a template literal stands inside another"),
    ],
)
def test_a_script_that_cannot_be_published_is_our_own_mistake(assets: Path, scripts: dict[str, str], problem: str):
    write(assets, scripts)
    with pytest.raises(ValueError, match=problem):
        published(assets, {})


@pytest.mark.parametrize(
    "script",
    [
        "class A{#p=1;static#q=2;get x(){return this?.#p??A.#q}}",
        "let a=`x  ${b}  // y`,c=/[/'\"`]  \\/\\//.test(d);",
        'x||=1;y=a/b/c;if(!/a  b"/.test(d))e(...f);',
        "export default class extends HTMLElement{}",
    ],
)
def test_minifying_leaves_what_is_minimal(assets: Path, script: str):
    write(assets, {"a.js": script})
    assert published(assets, {})["assets/a.js"].content.decode() == script


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/assets/site.3f2a1b9c.css", True),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("/assets/site.css", False),
        ("/assets/images/favicon.png", False),
        ("/assets/fonts/regular.woff2", False),
        ("/about/site.3f2a1b9c.css", False),
    ],
)
def test_a_name_shows_whether_it_changes_with_the_content(address: str, named: bool):
    assert is_named_by_content(address) == named


def test_each_asset_is_published_once_and_without_its_source(built_site: Site):
    overrides = ROOT / "overrides"
    above = {"site.css": material_styles(MATERIAL, [overrides, ENGINE])}
    found = published_assets(asset_paths([*features(), *OUTPUTS], overrides), above)

    assert len(found) > 5
    for path, asset in found.items():
        assert built_site.file(f"/{asset.address}").read_bytes() == asset.content
        assert path not in built_site.files


def test_pages_fetch_only_what_may_be_kept(built_site: Site):
    fetched = {
        address
        for page in built_site.addresses
        for link in links(built_site, page)
        if link.fetched and (address := link.address(built_site))
    }

    assert any(address.startswith("/assets/quiz.") for address in fetched)
    fonts = {"/assets/fonts/bold.woff2", "/assets/fonts/regular.woff2"}
    codes = {f"{address}qr.svg" for address in QUIZZES}  # on paper and in courses by that name
    assert {address for address in fetched if not is_named_by_content(address)} == fonts | codes
