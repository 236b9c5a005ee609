"""Our assets are published minified, under names that change with their content; pages ask for them by those names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from primer.core.cache import Cache
from primer.kit.feature import Pack
from primer.kit.templates import ENGINE
from primer.outputs.registry import OUTPUTS
from primer.publish.assets import Asset, packed_asset, published_assets
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
    files = sorted(path for path in folder.rglob("*.*") if path.suffix != ".woff2")
    return published_assets({path.relative_to(folder).as_posix(): path for path in files}, above)


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
    page = ['const later = () => import("./types-1.js");', 'let text = "./types-1.js";']
    types = "export const a = 1;"
    write(assets, {"page.js": "\n".join(page), "types-1.js": types})
    found = published(assets, {})
    types = Path(found["assets/types-1.js"].address).name

    assert found["assets/page.js"].content.decode() == (f'const later=()=>import("./{types}");let text="./types-1.js";')


def test_the_name_of_a_script_changes_with_what_it_imports(assets: Path):
    scripts = {
        "page.js": 'import { a } from "./grading.js"; const later = () => import("./later.js");',
        "grading.js": 'export { b as a } from "./types.js";',
        "types.js": "export const b = 1;",
        "later.js": "let d = 1;",
    }
    write(assets, scripts)
    before = published(assets, {})
    write(assets, {"types.js": "export const b = 2;"})
    after = published(assets, {})
    assert [path for path in before if before[path] != after[path]] == ["assets/page.js"]

    write(assets, {"later.js": "let d = 2;"})
    last = published(assets, {})
    assert [path for path in after if after[path] != last[path]] == ["assets/later.js", "assets/page.js"]


def test_what_a_script_imports_or_a_pack_holds_is_not_published_by_itself(assets: Path):
    scripts = {
        "quiz.js": 'import { types } from "./registry.js"; const later = () => import("./later.js");',
        "registry.js": "export const types = [];",
        "type.js": 'import { types } from "./registry.js"; types.push(1);',
        "unused.js": "export const a = 1;",
        "later.js": "export const b = 1;",
    }
    write(assets, scripts)
    paths = {path.name: path for path in sorted(assets.glob("*.js"))}
    found = published_assets(paths, {}, {"type.js": "quiz.js"})
    pack = packed_asset("types.js", ["type.js"], "quiz.js", paths, found)

    assert list(found) == ["assets/later.js", "assets/quiz.js"]
    assert re.fullmatch(r"assets/types\.[0-9a-f]{8}\.js", pack.address)
    assert pack.content.decode().startswith(f'import{{$0}}from"./{Path(found["assets/quiz.js"].address).name}";')


def test_scripts_of_features_are_published_beside_the_others_and_know_where_they_are(tmp_path: Path):
    scripts = {
        "quiz.js": 'const later = () => import("./types/true_false/type.js");',
        "registry.js": "export const registered = [];",
        "types/true_false/type.js": (
            'import { grade } from "./grade.js"; import { registered } from "../../registry.js";'
        ),
        "types/true_false/grade.js": "export const grade = 1;",
    }
    folder = tmp_path / "quiz"
    for name, text in scripts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    paths = asset_paths([SimpleNamespace(folder=folder, styles=(), scripts=("quiz.js",))], None)
    found = published_assets({name: path for name, path in paths.items() if folder in path.parents}, {})

    assert sorted(found) == ["assets/quiz-types-true-false-type.js", "assets/quiz.js"]
    assert found["assets/quiz-types-true-false-type.js"].content.decode() == (
        "const $0=(()=>{const grade=1;\nreturn{grade}})();const $1=(()=>{const registered=[];\nreturn{registered}})();"
        "{const{grade}=$0,{registered}=$1;}"
    )
    later = Path(found["assets/quiz-types-true-false-type.js"].address).name
    assert found["assets/quiz.js"].content.decode() == f'const later=()=>import("./{later}");'
    assert all(is_named_by_content(f"/{asset.address}") for asset in found.values())


@pytest.mark.parametrize(
    ("scripts", "problem"),
    [
        ({"a/b.js": 'import "../c.js";'}, "a/b.js imports ../c.js, which is not there"),
        ({"a.js": 'import "../c.js";'}, "a.js imports ../c.js, which is not there"),
        (
            {"a/b.js": 'import "../c.js";', "c.js": 'import "./a/b.js";'},
            "a/b.js imports c.js imports a/b.js, which goes round in a circle",
        ),
        ({"a.js": 'import "./b.js";'}, "a.js imports b.js, which is not there"),
        ({"a.js": 'import "./a.js";'}, "a.js imports a.js, which goes round in a circle"),
        ({"a.js": 'import "./b.js";', "b.js": 'import "./a.js";'}, "a.js imports b.js imports a.js, which goes round"),
        ({"a.js": 'let b = import("./c.js");'}, "a.js imports c.js, which is not there"),
        (
            {"a.js": 'import("./b.js");', "b.js": 'import("./a.js");'},
            "a.js imports b.js imports a.js, which goes round",
        ),
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
        "class A extends HTMLElement{}",
    ],
)
def test_minifying_leaves_what_is_minimal(assets: Path, script: str):
    write(assets, {"a.js": script})
    assert published(assets, {})["assets/a.js"].content.decode() == script


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/assets/site.3f2a1b9c.css", True),
        ("/assets/deeper/site.a5f9d56c.min.js", True),
        ("/assets/site.css", False),
        ("/assets/images/favicon.png", False),
        ("/assets/fonts/regular.woff2", False),
        ("/about/site.3f2a1b9c.css", False),
    ],
)
def test_a_name_shows_whether_it_changes_with_the_content(address: str, named: bool):
    assert is_named_by_content(address) == named


def test_a_style_sheet_that_stands_below_another_is_published_in_its_file_alone(assets: Path):
    write(assets, {"more.css": "b { top: 0; }\n", "most.css": "i { top: 0; }\n"})
    paths = {path.name: path for path in assets.glob("*.*")}

    found = published_assets(paths, {"site.css": "a{}"}, below={"site.css": ["most.css", "more.css"]})

    assert list(found) == [f"assets/{name}" for name in paths if name not in ("more.css", "most.css")]
    assert found["assets/site.css"].content == b"a{}p{color:red}i{top:0}b{top:0}"


def test_a_site_may_replace_any_asset_of_the_engine(tmp_path: Path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/quiz.css").write_text("p{top:0}")
    before, after = (asset_paths([*features(), *OUTPUTS], folder) for folder in (None, tmp_path))

    assert after == {**before, "quiz.css": tmp_path / "assets/quiz.css"}


def test_what_lies_in_a_folder_below_has_one_name_and_files_of_exports_none():
    paths = asset_paths([*features(), *OUTPUTS], None)

    assert len(set(paths.values())) == len(paths)
    assert [name for name in paths if "scorm" in name or name.startswith(("exports-", "outputs-"))] == []


def test_each_asset_is_published_once_and_without_its_source(built_site: Site):
    overrides = ROOT / "overrides"
    above = {name: sheet.css for name, sheet in material_styles(MATERIAL, [overrides, ENGINE], Cache()).items()}
    packs = [script for one in features() for script in one.scripts if isinstance(script, Pack)]
    cores = {name: pack.core for pack in packs for name in pack.scripts}
    below = {name: others for one in features() for name, others in one.styles_below.items()}
    found = published_assets(asset_paths([*features(), *OUTPUTS], overrides), above, cores, below)

    assert len(found) > 5
    for path, asset in found.items():
        assert built_site.file(f"/{asset.address}").read_bytes() == asset.content
        assert path not in built_site.files


def test_the_registry_of_question_types_is_published_once(built_site: Site):
    """Two would each know half of the types: what has state is in the core, and no other script has a copy."""
    scripts = [path for path in built_site.files if path.startswith("assets/") and path.endswith(".js")]
    with_registry = [path for path in scripts if "function registerType(" in (built_site.folder / path).read_text()]
    assert [path.split(".")[0] for path in with_registry] == ["assets/quiz"]


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
    codes |= {address for address in fetched if re.fullmatch(r"(?:/es)?/go/([\w-]+)/\1\.svg", address)}  # the same
    assert {address for address in fetched if not is_named_by_content(address)} == fonts | codes
