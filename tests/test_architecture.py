"""The boundary between our code and MkDocs, and the floors of the house: docs/about/decisions.md says why."""

from __future__ import annotations

import ast
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import grimp
import pytest
from mkdocs.plugins import EVENTS
from primer.features import FEATURES
from primer.kit.registry import load_features
from primer_mkdocs.plugin import ADAPTERS as PLUGGED

from tests.building import ROOT, read_settings

HOOKS = ROOT / "hooks"
PRIMER = HOOKS / "primer"
MODULES = sorted(PRIMER.rglob("*.py"))
ADAPTERS = sorted(HOOKS.glob("*.py"))


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(PRIMER).with_suffix("").parts).removesuffix(".__init__")


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_primer_does_not_know_mkdocs(module: Path):
    assert not [name for name in imports(module) if name.split(".")[0] in ("mkdocs", "material")]


def test_floors_import_downwards():
    """The contracts stand in pyproject.toml; they hold for every module."""
    run = subprocess.run(
        [sys.executable, "-m", "importlinter.cli", "lint", "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_a_feature_imports_only_from_those_that_it_needs():
    graph = grimp.build_graph("primer", cache_dir=None)
    needs = {(feature.name, other) for feature in load_features(FEATURES) for other in feature.needs}
    found = {
        (one, other)
        for one in FEATURES
        for other in FEATURES
        if one != other
        and graph.direct_import_exists(
            importer=f"primer.features.{one}", imported=f"primer.features.{other}", as_packages=True
        )
    }
    assert found == needs


def test_no_two_packages_import_from_each_other():
    graph = grimp.build_graph("primer", cache_dir=None)
    packages = sorted(
        {module for module in graph.modules if graph.find_children(module)} - {"primer", "primer.features"}
    )
    apart = [(one, other) for one in packages for other in packages if not other.startswith(one)]
    ways = {
        (one, other)
        for one, other in apart
        if not one.startswith(other) and graph.direct_import_exists(importer=one, imported=other, as_packages=True)
    }
    assert [(one, other) for one, other in ways if (other, one) in ways] == []


def test_nothing_central_names_a_feature():
    central = [
        path
        for floor in ("core", "text", "kit", "site", "outputs", "publish")
        for path in (PRIMER / floor).rglob("*.py")
    ]
    names = "|".join(f"features.{name}" for name in FEATURES)
    assert [name_of(path) for path in central if re.search(names, path.read_text("utf-8"))] == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_nothing_in_primer_could_be_taken_for_an_event(module: Path):
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            assert not node.name.startswith("on_")


@pytest.mark.parametrize("hook", ADAPTERS, ids=lambda path: path.name)
def test_a_hook_is_thin(hook: Path):
    assert len([line for line in hook.read_text("utf-8").splitlines() if line.strip()]) <= 50


@pytest.mark.parametrize("hook", ADAPTERS, ids=lambda path: path.name)
def test_a_hook_imports_no_other_hook_and_imports_only_at_its_top(hook: Path):
    tree = ast.parse(hook.read_text("utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    everywhere = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]

    assert len(top) == len(everywhere)
    assert not {name.split(".")[0] for name in imports(hook)} & {path.stem for path in ADAPTERS}


@pytest.mark.parametrize("hook", ADAPTERS, ids=lambda path: path.name)
def test_whatever_a_hook_calls_on_something_is_an_event_of_mkdocs(hook: Path):
    defined = {node.name for node in ast.walk(ast.parse(hook.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}
    assert {name for name in defined if name.startswith("on_")} <= {f"on_{event}" for event in EVENTS}


def test_every_hook_is_in_the_pipeline():
    assert sorted(read_settings()["hooks"]) == [f"hooks/{path.name}" for path in ADAPTERS]


def test_the_plugin_has_the_adapters_of_the_hooks_in_their_order():
    modules = [adapter.__module__ if isinstance(adapter, type) else adapter.__name__ for adapter in PLUGGED]
    assert modules == [f"primer_mkdocs.{Path(hook).stem}" for hook in read_settings()["hooks"]]


@pytest.mark.parametrize("adapter", PLUGGED, ids=lambda adapter: adapter.__name__)
def test_a_hook_answers_the_events_of_its_adapter(adapter: type | ModuleType):
    hook = HOOKS / f"{(adapter.__module__ if isinstance(adapter, type) else adapter.__name__).split('.')[-1]}.py"
    events = {name for name in dir(adapter) if name.startswith("on_")}

    assert {name for name in runpy.run_path(str(hook)) if name.startswith("on_")} == events != set()


@pytest.mark.parametrize("module", [*MODULES, *ADAPTERS], ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_module_says_in_one_sentence_what_it_does(module: Path):
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8")))

    assert docstring
    assert re.fullmatch(r"[A-Z].{10,}[.:]", docstring.splitlines()[0])


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_primer_uses_no_network_and_one_clock(module: Path):
    assert not set(imports(module)) & {"urllib.request", "http.client", "socket", "requests", "time"}
    if module.name != "clock.py":
        assert not re.search(r"\b(now|today|utcnow)\(", module.read_text("utf-8"))
