"""A feature is one folder: without it and its line in the list, everything of it is gone and the rest works.

Those that another feature needs are taken away together with that one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from primer.features import FEATURES
from primer.kit.registry import load_features

from tests.building import MINIMAL, ROOT
from tests.rendering import FRONT_MATTER

DATA = ROOT / "tests/golden/docs/_data"
#: What each feature is asked for on a page of its own, and the files of data that it reads.
USES = {
    "home": ("``` home\n```", ["home.yml", "drawings/buoy.svg"]),
    "quiz": ("``` quiz\nid: tides\n```\n\n``` quizzes\n```", ["quizzes/tides.yml", "quizzes/winds.yml"]),
    "guide": ("``` guide\nid: routes\n```\n\n``` guides\n```", ["guides/routes.yml"]),
    "planner": ("``` planner\n```", ["planner.yml"]),
    "directory": ("``` help-lines\n```\n\n``` emergency-numbers\n```", []),
    "assignment": ("``` assignment-builder\n```\n\n``` quiz-codes\n```", []),
    "chart": ("``` figure\nid: waves\n```", ["figures.yml", "figures/waves.svg"]),
    "in_short": ("Words.", []),
    "glossary": ("``` glossary\n```", ["glossary.yml"]),
    "references": ("``` references\n```", ["references.yml"]),
}
#: The page that a feature links to has a name of its own, and so has one whose feature could be no address.
PAGES = {"glossary": "glossary.md", "references": "references.md", "in_short": "in-short.md"}
#: What a feature is asked for in front matter.
FIELDS = {"in_short": "short: {points: [{text: High., level: ask}, {text: Low.}], button: {text: A, to: /index.md}}\n"}


def with_those_that_need(name: str) -> list[str]:
    return [name, *(feature.name for feature in load_features(FEATURES) if name in feature.needs)]


def write(project: Path, gone: list[str]) -> None:
    """Write the engine and a site that uses every feature, both without those that are ``gone``."""
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=leave)
    shutil.copytree(ROOT / "overrides", project / "overrides", ignore=leave)
    shutil.copytree(MINIMAL / "docs", project / "docs")
    (project / "docs/harbour.md").write_text(f"{FRONT_MATTER}## A quay {{ #quay }}\n\nWords.\n", "utf-8")
    for name in gone:
        shutil.rmtree(project / "hooks/primer/features" / name)
        listed = project / "hooks/primer/features/__init__.py"
        listed.write_text(
            "".join(line for line in listed.read_text("utf-8").splitlines(True) if f'"{name}"' not in line)
        )
    for name in [feature for feature in FEATURES if feature not in gone]:
        page, files = USES[name]
        cited = "" if "references" in gone else " [@nobody-2001]"
        front = FRONT_MATTER.replace("\n---\n", f"\n{FIELDS.get(name, '')}---\n").replace("A page", name)
        text = f"{front}Sailors use a helm.{cited}\n\n{page}\n"
        (project / "docs" / PAGES.get(name, f"about-{name}.md")).write_text(text, "utf-8")
        for file in files:
            (project / "docs/_data" / file).parent.mkdir(parents=True, exist_ok=True)
            text = (DATA / file).read_text("utf-8")
            text = re.sub(r" ?\[@[^]]*\]|refs: .*", "", text) if "references" in gone else text
            (project / "docs/_data" / file).write_text(text, "utf-8")
    settings = {"INHERIT": "ours.yml", "nav": []}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    shutil.copy(ROOT / "mkdocs.yml", project / "ours.yml")


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_can_be_taken_away_whole(name: str, tmp_path: Path):
    gone = with_those_that_need(name)
    write(tmp_path, gone)

    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=tmp_path,
        env={**os.environ, "SITE_URL": "https://example.org/"},
        capture_output=True,
        text=True,
        check=False,
    )

    said = [line for line in (run.stdout + run.stderr).splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert (run.returncode, said) == (0, [])
    built = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*")}
    assert {path for path in built if f"assets/{name}." in path} == set()
    for other in FEATURES:
        shown = PAGES.get(other, f"about-{other}.md").removesuffix(".md")
        assert (f"{shown}/index.html" in built) == (other not in gone)


def test_nothing_outside_of_a_feature_names_its_folder():
    """Templates and scripts of others may use one only where the feature is needed."""
    needs = {feature.name: {feature.name, *feature.needs} for feature in load_features(FEATURES)}
    folder = ROOT / "hooks/primer"
    found = []
    for path in [*folder.rglob("*.html"), *folder.rglob("*.js")]:
        parts = path.relative_to(folder).parts
        own = needs.get(parts[1], set()) if parts[0] == "features" else set()
        text = path.read_text("utf-8")
        found += [
            f"{path.relative_to(folder)}: {name}"
            for name in FEATURES
            if name not in own and (f'"{name}/' in text or f"/{name}/" in text.replace("https://", ""))
        ]
    assert found == []
