"""Scripts are joined into one file that does what they do one by one."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import playwright
import pytest
from primer.features.quiz.feature import TYPE_SCRIPTS
from primer.outputs.registry import OUTPUTS
from primer.publish.assets import packed_asset, published_assets
from primer.site.assets import asset_paths

from tests.building import ROOT
from tests.rendering import features

NODE = Path(playwright.__file__).parent / "driver" / "node"
GRADES = ROOT / "hooks/primer/features/quiz/types"

TYPE = """
    import { kept } from "./registry.js";
    import { helper } from "./helper.js";
    import "./first.js";
    kept.push(helper("NAME"), ran.length);
"""

Publish = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path) -> Publish:
    """Publish scripts, run the one that is called ``main.js``, or else the pack, and return what it says."""

    def said(scripts: dict[str, str], pack: tuple[str, ...] = ()) -> str:
        for name, text in scripts.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        paths = {name.replace("/", "-"): tmp_path / name for name in scripts}
        found = dict(published_assets(paths, {}, dict.fromkeys(pack, "main.js")))
        main = found["assets/main.js"]
        if pack:
            found["pack"] = main = packed_asset("pack.js", pack, "main.js", paths, found)
        (tmp_path / "package.json").write_text('{"type": "module"}')
        for asset in found.values():
            file = tmp_path / "site" / asset.address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(asset.content)
        return node(str(tmp_path / "site" / main.address))

    return said


def node(*arguments: str, **variables: str) -> str:
    """Return what node prints. Fails where it fails."""
    run = subprocess.run(
        [NODE, *arguments], cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.strip()


def test_each_module_has_names_of_its_own(said: Publish):
    main = """
        import { name, twice as double } from "./a.js";
        import { name as other } from "./folder/b.js";
        const own = "main", helper = 1;
        console.log(own, helper, name, other, double(2));
    """
    a = """
        const own = "a", helper = 2;
        export const name = `${own}${helper}`;
        export function twice(number) { return number * helper }
    """
    b = """
        import { twice } from "../a.js";
        const own = "b";
        function helper() { return twice(3) }
        export const name = own + helper();
    """
    assert said({"main.js": main, "a.js": a, "folder/b.js": b}) == "main 1 a2 b6 4"


def test_every_form_of_import_and_export_that_our_scripts_use_can_be_joined(said: Publish):
    main = """
        import "./first.js";
        import { Shape, later, numbers, plain as renamed, $dollar } from "./second.js";
        import { handed, kept } from "./third.js";
        console.log(new Shape().size, await later(), [...numbers()].join(), renamed(), $dollar, handed(), kept.length);
    """
    second = """
        export class Shape { size = 1 }
        export async function later() { return "later" }
        export function* numbers() { yield 1; yield 2 }
        export const plain = () => "import { a } from './b.js'";
        export const $dollar = "$1"
    """
    third = 'export { plain as handed, Shape as kept } from "./second.js";'
    scripts = {"main.js": main, "first.js": 'console.log("first")', "second.js": second, "third.js": third}
    assert said(scripts) == "first\n1 later 1,2 import { a } from './b.js' $1 import { a } from './b.js' 0"


def test_a_module_runs_once_and_before_what_needs_it(said: Publish):
    scripts = {
        "main.js": 'import "./b.js"; import "./a.js"; console.log("main");',
        "a.js": 'console.log("a"); export const a = 1;',
        "b.js": 'import { a } from "./a.js"; console.log("b", a);',
    }
    assert said(scripts) == "a\nb 1\nmain"


def test_what_a_script_exports_is_there_for_what_asks_for_it_later(said: Publish):
    scripts = {
        "main.js": 'const { save, a } = await import("./sheet.js"); console.log(save(), a);',
        "sheet.js": """
            import { word } from "./word.js";
            export const save = () => word;
            export { word as a } from "./word.js";
        """,
        "word.js": 'export const word = "saved";',
    }
    assert said(scripts) == "saved saved"


def test_a_pack_shares_what_is_in_its_core_and_has_copies_of_the_rest(said: Publish):
    scripts = {
        "main.js": """
            import { kept } from "./registry.js";
            kept.push("core");
            setTimeout(() => console.log(kept.join()));
        """,
        "registry.js": 'import "./base.js"; export const kept = [];',
        "base.js": 'import "./first.js"; export const base = 1;',
        "first.js": "globalThis.ran ??= []; ran.push(1);",
        "one.js": TYPE.replace("NAME", "one"),
        "two.js": TYPE.replace("NAME", "two"),
        "helper.js": 'import { base } from "./base.js"; export const helper = (text) => text + base;',
    }
    assert said(scripts, pack=("one.js", "two.js")) == "core,one1,1,two1,1"


def test_a_script_of_a_pack_may_ask_for_another_later(said: Publish):
    scripts = {
        "main.js": 'import { kept } from "./registry.js"; kept.push("core");',
        "registry.js": "export const kept = [];",
        "one.js": """
            import { kept } from "./registry.js";
            const { later } = await import("./later.js");
            console.log(kept.concat(later).join());
        """,
        "later.js": 'export const later = "later";',
    }
    assert said(scripts, pack=("one.js",)) == "core,later"


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ('import a from "./b.js";', "import a from"),
        ('import * as a from "./b.js";', r"import\*as a"),
        ('import { a } from "b";', 'from"b"'),
        ('import { a } from "https://site.test/b.js";', "from"),
        ("export default class {}", "export default"),
        ("export let a = 1;", "export let a"),
        ("export const a = 1; export { a as b };", "export{a as b}"),
        ("export const { a } = b;", "export const{a}"),
        ('export * from "./b.js";', r"export\*from"),
        ("let a = import.meta.url;", "import.meta"),
        ("const $0 = 1;", r"const \$0"),
    ],
)
def test_a_script_that_imports_or_exports_in_any_other_way_cannot_be_published(
    said: Publish, script: str, problem: str
):
    with pytest.raises(ValueError, match=f"a.js says '.*{problem}.*', which cannot be joined"):
        said({"a.js": script, "b.js": "export const a = 1;"})


def test_a_name_that_a_module_does_not_export_is_our_own_mistake(said: Publish):
    with pytest.raises(ValueError, match=r"main\.js imports c from b\.js, which does not export it"):
        said({"main.js": 'import { a, c as d } from "./b.js";', "b.js": "export const a = 1, c = 2;"})


def test_what_a_core_defines_itself_cannot_be_imported(said: Publish):
    scripts = {"main.js": "export const a = 1;", "one.js": 'import { a } from "./main.js";'}
    with pytest.raises(ValueError, match=r"one\.js imports main\.js, which is joined with what it imports"):
        said(scripts, pack=("one.js",))


def test_each_type_of_question_grades_joined_as_it_grades_by_itself(tmp_path: Path):
    types = sorted(path.parent.name for path in GRADES.glob("*/grade.js"))
    way = os.path.relpath(GRADES, tmp_path)
    imports = [f'import {{ grade as {name} }} from "{way}/{name}/grade.js";' for name in types]
    grades = ",".join(f'"{name.replace("_", "-")}": {name}' for name in types)
    main = tmp_path / "grades.js"
    main.write_text("\n".join([*imports, f"export const grades = {{{grades}}};"]))
    later = tmp_path / "later.js"
    later.write_text('import("./grades.js");')
    paths = {**asset_paths([*features(), *OUTPUTS], None), "grades.js": main, "later.js": later}
    (tmp_path / "joined.mjs").write_bytes(published_assets(paths, {})["assets/grades.js"].content)

    assert "import" not in (tmp_path / "joined.mjs").read_text()
    node("--test", "tests/node/grade.test.js", GRADES=str(tmp_path / "joined.mjs"))


@pytest.mark.parametrize("names", [TYPE_SCRIPTS.scripts[:1], TYPE_SCRIPTS.scripts], ids=["one", "all"])
def test_the_types_of_a_page_register_in_the_registry_of_its_quiz(names: tuple[str, ...], tmp_path: Path):
    paths = asset_paths([*features(), *OUTPUTS], None)
    found = published_assets(paths, {}, dict.fromkeys(TYPE_SCRIPTS.scripts, TYPE_SCRIPTS.core))
    core = found[f"assets/{TYPE_SCRIPTS.core}"]
    pack = packed_asset(TYPE_SCRIPTS.name, names, TYPE_SCRIPTS.core, paths, found)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "assets").mkdir()
    for asset in (core, pack):
        (tmp_path / asset.address).write_bytes(asset.content)
    types = [name.removeprefix("quiz-types-").removesuffix("-type.js") for name in TYPE_SCRIPTS.scripts]
    (tmp_path / "visit.mjs").write_text(f"""
        globalThis.HTMLElement = class {{}};
        globalThis.document = {{ documentElement: {{ dataset: {{}} }} }};
        globalThis.customElements = {{ define() {{}} }};
        const core = await import("./{core.address}");
        const {{ typeOf }} = Object.values(core).find((module) => module.typeOf);
        await import("./{pack.address}");
        const known = {json.dumps(types)}.filter((type) => typeOf({{ dataset: {{ type }} }})?.grade);
        console.log(known.length);
    """)

    assert node(str(tmp_path / "visit.mjs")) == str(len(names))
