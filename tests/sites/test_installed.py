"""The engine as another project has it: installed from the wheel, with ``plugins: [primer]`` and no hooks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement

from tests.building import ROOT, SITE_URL, Site, made_once
from tests.rendering import FRONT_MATTER
from tests.sites.test_tides import TIDES
from tests.sites.test_tides import build as build_with_hooks

HOSTS = ("mkdocs", "properdocs")
#: What only tests read, in the folder of a feature.
OF_TESTS = ("test_*.py", "by_hand.py", "cases.yml", "grade.json")
GUIDES = ("README.md", "docs/about/authoring-guide.md")


def run(python: Path, *command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of an environment that knows nothing of our folders."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL")}
    return subprocess.run(
        [str(python), *command], cwd=cwd, env=clean | environment, capture_output=True, text=True, check=False
    )


def pip(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run pip, which is to fetch nothing."""
    return run(Path(sys.executable), "-m", "pip", "--disable-pip-version-check", *command, cwd=cwd, PIP_NO_INDEX="1")


def make_wheel(folder: Path) -> None:
    done = pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), ".", cwd=ROOT)
    assert done.returncode == 0, done.stderr


def make_environment(folder: Path, wheel: Path) -> None:
    """Make an environment with the wheel, which finds what we depend on where the tests run, and nothing of ours."""
    venv.create(folder, symlinks=True)
    done = pip("--python", str(folder / "bin/python"), "install", "--no-deps", str(wheel), cwd=folder)
    assert done.returncode == 0, done.stderr
    [packages] = folder.glob("lib/*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")


@pytest.fixture(scope="session")
def wheel(shared_folder: Path) -> Path:
    [wheel] = made_once(shared_folder / "wheel", make_wheel).glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def python(shared_folder: Path, wheel: Path) -> Path:
    """The Python of an environment in which the wheel is installed."""
    return made_once(shared_folder / "environment", partial(make_environment, wheel=wheel)) / "bin/python"


@pytest.fixture(scope="session")
def tides(shared_folder: Path) -> Site:
    """The example, built with MkDocs and the hook files of this repository."""
    return Site(made_once(shared_folder / "tides", build_with_hooks))


def project_of(folder: Path, plugins: list[str]) -> Path:
    """Copy the example and give it the plugin instead of hooks."""
    shutil.copytree(TIDES, folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    del settings["hooks"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings | {"plugins": plugins}), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files of two folders that are not in both with the same bytes."""
    return sorted({path for path, _ in contents(one).items() ^ contents(other).items()})


# ---- the wheel


def test_the_wheel_holds_all_of_the_engine_and_no_tests(wheel: Path):
    packages = [ROOT / "hooks/primer", ROOT / "hooks/primer_mkdocs"]
    there = {path.relative_to(ROOT / "hooks").as_posix() for package in packages for path in package.rglob("*.*")}
    wanted = {path for path in there if not any(fnmatch(Path(path).name, pattern) for pattern in OF_TESTS)}
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert held == {path for path in wanted if not path.endswith((".pyc", "/__pycache__"))}


def test_the_version_stands_once_and_elsewhere_is_the_same(wheel: Path):
    version = wheel.name.split("-")[1]

    assert f'\nversion = "{version}"\n' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.search(r"^## (\S+?),? ", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[1] == version  # type: ignore[index]


def test_pip_refuses_an_older_python_in_words(wheel: Path, tmp_path: Path):
    older = ("--python-version", "3.10", "--only-binary=:all:")
    done = pip("download", "--no-deps", *older, "--dest", str(tmp_path), str(wheel), cwd=tmp_path)

    assert done.returncode != 0
    assert "requires a different Python: 3.10.0 not in '>=3.11'" in done.stderr


@pytest.mark.parametrize(("python", "newest"), [("3.9", "1.27.0"), ("3.10", "1.27.0"), ("3.11", None), ("3.14", None)])
def test_an_older_python_gets_what_reads_the_project_so_that_pip_can_refuse_it(python: str, newest: str | None):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = [Requirement(text) for text in project["build-system"]["requires"]]
    taken = [str(need.specifier) for need in needed if need.marker and need.marker.evaluate({"python_version": python})]
    [ours] = [text for text in project["project"]["optional-dependencies"]["dev"] if text.startswith("hatchling")]

    assert taken == [f"=={newest}" if newest else ours.removeprefix("hatchling")]


# ---- the same site by another way


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("plugins", [["primer"], ["search", "primer"], ["primer", "search"]], ids=",".join)
def test_the_plugin_makes_the_bytes_that_the_hooks_make(
    host: str, plugins: list[str], python: Path, tides: Site, tmp_path: Path
):
    project = project_of(tmp_path / "project", plugins)
    done = run(python, "-m", host, "build", "--strict", "--config-file", "mkdocs.yml", cwd=project)

    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if not line.startswith("INFO")] == []
    assert differing(project / "site", tides.folder) == []


def test_our_own_site_has_the_same_bytes_with_properdocs(built_site: Site, tmp_path: Path):
    command = ("-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path))
    done = run(Path(sys.executable), *command, cwd=ROOT, SITE_URL=SITE_URL)

    assert done.returncode == 0, done.stderr
    assert differing(tmp_path, built_site.folder) == []


# ---- a project of somebody else


def snippets(guide: str, language: str) -> list[str]:
    """The blocks of a language in what a guide says about other projects."""
    section = re.split(r"^## ", (ROOT / guide).read_text("utf-8"), flags=re.MULTILINE)
    [text] = [part for part in section if "pip install path/to" in part]
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(params=GUIDES)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A page, a quiz and a term, and of settings a name and the lines that a guide shows."""
    [settings] = snippets(request.param, "yaml")
    quiz = re.search(r"```yaml\n(title: .*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert quiz
    files = {
        "mkdocs.yml": f"site_name: Tides\n{settings}",
        "docs/index.md": f"{FRONT_MATTER}The helm steers.\n\n``` quiz\nid: pace\n```\n",
        "docs/glossary.md": FRONT_MATTER.replace("A page", "Glossary") + "``` glossary\n```\n",
        "docs/_data/glossary.yml": "- {id: helm, term: Helm, forms: [helm], definition: It steers.}\n",
        "docs/_data/quizzes/pace.yml": quiz[1],
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("host", HOSTS)
def test_the_lines_of_the_guides_are_enough_on_material_as_it_comes(host: str, project: Path, python: Path):
    done = run(python, "-m", host, "build", "--strict", "--config-file", "mkdocs.yml", cwd=project)
    site = Site(project / "site")

    assert done.returncode == 0, done.stderr
    assert site.tree("/").xpath("//a[@class='glossary-term']/@href") == ["glossary/#helm"]
    assert site.tree("/").xpath("//course-quiz//form")
    assert "/quizzes/pace/" in site.addresses
    found = json.loads(site.file("/search/index.json").read_text("utf-8"))
    assert {"", "glossary/"} <= set(found["pages"])
    linked = site.tree("/").xpath("//script/@src | //link[@rel='stylesheet']/@href")
    assert linked
    assert all(site.file(f"/{link}").is_file() for link in linked)


def test_the_guides_say_how_to_install_what_lies_here():
    [command] = {command for guide in GUIDES for command in snippets(guide, "sh")}

    assert re.fullmatch(r"pip install \S+\n", command)


def test_plugin_and_hooks_together_are_refused_in_one_line(python: Path, tmp_path: Path):
    project = project_of(tmp_path / "project", ["primer"])
    hooks = yaml.safe_dump({"hooks": [str(ROOT / "hooks/content.py"), str(ROOT / "hooks/pages.py")]})
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(hooks)
    done = run(python, "-m", "mkdocs", "build", cwd=project)

    assert done.returncode != 0
    [line] = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert line.partition("-  ")[2] == (
        f"mkdocs.yml: 'primer' and '{ROOT}/hooks/content.py' do the same; use the plugin or the hooks, not both"
    )
    assert not (project / "site").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_a_mistake_stops_a_strict_build_that_is_quiet(host: str, python: Path, tmp_path: Path):
    project = project_of(tmp_path / "project", ["primer"])
    (project / "docs/_data/glossary.yml").write_text("- {id: helm, trem: Helm}\n", "utf-8")
    done = run(python, "-m", host, "build", "--strict", "--quiet", "--config-file", "mkdocs.yml", cwd=project)

    assert done.returncode != 0
    assert "docs/_data/glossary.yml:1:14: 'trem' is not a field of a term [glossary-unknown-field]" in done.stderr


def test_editors_get_schemas_from_the_installed_package(python: Path, tmp_path: Path):
    (tmp_path / "docs").mkdir()
    done = run(python, "-m", "primer_mkdocs.schemas", "docs", cwd=tmp_path)

    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    names = sorted(path.name for path in (tmp_path / "docs/_data/schemas").iterdir())
    assert names == sorted(path.name for path in (ROOT / "docs/_data/schemas").iterdir())


@pytest.mark.parametrize("arguments", [(), ("nowhere",), ("docs", "more")])
def test_schemas_of_no_folder_are_refused(arguments: tuple[str, ...], python: Path, tmp_path: Path):
    (tmp_path / "docs").mkdir()
    done = run(python, "-m", "primer_mkdocs.schemas", *arguments, cwd=tmp_path)

    assert done.returncode != 0
    assert done.stderr == "name the folder of your pages: python -m primer_mkdocs.schemas docs\n"
