"""What CONTRIBUTING shows, and a copy of the project with its type of question and nothing else changed by hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SECTION = PAGE.split("## A type of question\n")[1].split("\n## ")[0]
#: A file, by its path in backticks at the beginning of a line, and what is in it.
FILE = re.compile(r"^`(odd_one_out/[\w./]+)`[^\n]*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES: Mapping[str, str] = dict(FILE.findall(SECTION))
#: The module of the format that is shown.
FORMAT = PAGE.split("`outputs/exports/aloud.py`\n\n```python\n")[1].split("```")[0]

#: What is made or installed, at the top of the project.
MADE = {"build", "node_modules", "site"}
TYPES = "hooks/primer/features/quiz/types/"


def write_type(folder: Path) -> None:
    """Write the files that are shown below a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def copy_with_type(project: Path) -> None:
    """Copy the project, add the folder of the type, and run the commands that are named for that."""
    project.mkdir(parents=True, exist_ok=True)
    for path in ROOT.iterdir():
        if path.is_dir() and path.name not in MADE and not path.name.startswith("."):
            shutil.copytree(path, project / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif path.is_file():
            shutil.copy(path, project)
    if (ROOT / "node_modules").is_dir():
        (project / "node_modules").symlink_to(ROOT / "node_modules")
    write_type(project / TYPES)
    run(project, "-m", "primer_mkdocs.schemas", "docs")
    run(project, "tools/promises.py")
    run(project, "-m", "pytest", "-q", "tests/promises/test_pages.py", WRITE_PAGES="1")


def run(project: Path, *command: str, **more: str) -> None:
    """Run a program of the copy, by its Python. Raises AssertionError with all that it says, where it fails."""
    ours = ("PYTEST_", "COV_", "PYTHONDONTWRITEBYTECODE")  # without the last, each command compiles the copy anew
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = clean | {"PYTHONPATH": str(project / "hooks")} | more
    done = subprocess.run(
        [sys.executable, *command], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} failed with a new type of question:\n{done.stdout}{done.stderr}")


def run_tests(project: Path, *tests: str) -> None:
    """Run tests of the copy. Raises AssertionError with all that they say, where one fails."""
    run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)


def changed(project: Path) -> set[str]:
    """The files of the copy that the project has not, or has with other content, by their path."""
    files = {path.relative_to(project).as_posix(): path for path in project.rglob("*") if path.is_file()}
    return {
        name
        for name, path in files.items()
        if name.split("/")[0] not in MADE and not name.startswith(".") and "__pycache__" not in name
        if not (ROOT / name).is_file() or path.read_bytes() != (ROOT / name).read_bytes()
    }
