"""The boundary between our code and MkDocs, and the order of stages: docs/about/decisions.md says why."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

from tests.building import ROOT, read_settings

HOOKS = ROOT / "hooks"
PRIMER = HOOKS / "primer"
MODULES = sorted(PRIMER.rglob("*.py"))
ADAPTERS = sorted(HOOKS.glob("*.py"))

#: The stages of design and decisions, first to last. A module imports from its own stage and those before it.
STAGES = [
    ("places of messages", "diagnostics branching"),
    ("reading", "model source"),
    (
        "formats",
        (
            "strings figures.model figures.drawing glossary.model guides.model help_lines.model pages.model "
            "planner.model quizzes.model quizzes.questions references.model routes.model "
            "inline references.citing"
        ),
    ),
    ("text of data", "pages.addresses references.figures text prose"),
    (
        "content",
        (
            "glossary.linking figures.checks guides.checking planner.checking quizzes.checking routes.checks "
            "content crosscheck schemas"
        ),
    ),
]


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(PRIMER).with_suffix("").parts).removesuffix(".__init__")


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stage(module: str) -> int:
    """The number of a module's stage; what is in none of them is made of all of them, and comes last."""
    for number, (_, modules) in enumerate(STAGES):
        if any(module == name or module.startswith(f"{name}.") for name in modules.split()):
            return number
    return len(STAGES)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_primer_does_not_know_mkdocs(module: Path):
    assert not [name for name in imports(module) if name.split(".")[0] in ("mkdocs", "material")]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_imports_from_a_later_stage(module: Path):
    ours = {name.removeprefix("primer.") for name in imports(module) if name.startswith("primer.")}
    known = {name for name in ours if (PRIMER / name.replace(".", "/")).with_suffix(".py").exists()}

    assert sorted(name for name in known if stage(name) > stage(name_of(module))) == []


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
