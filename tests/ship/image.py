"""Follow container/Dockerfile step by step without Docker, as far as this machine's own programs can stand in."""

from __future__ import annotations

import fnmatch
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.building import KEPT, ROOT

DOCKERFILE = ROOT / "container/Dockerfile"

# What an image is made of or runs under, and what is already here. Any other instruction has to be followed.
TAKEN_AS_READ = {"ARG", "ENTRYPOINT", "EXPOSE", "HEALTHCHECK", "USER"}
ALREADY_HERE = ("pip install ",)


def follow(machine: Path, arguments: dict[str, str]) -> None:
    """Carry out the Dockerfile with ``machine`` as the root of both stages' file systems.

    The commands of the last stage, which need its user, are left out.
    """
    workdir, last_stage = machine, False
    for name, rest in instructions():
        match name:
            case "FROM":
                last_stage = " AS " not in rest
            case "WORKDIR":
                workdir = machine / rest.lstrip("/")
                workdir.mkdir()
            case "COPY":
                copy(shlex.split(rest), machine, workdir)
            case "RUN":
                if not last_stage and not rest.startswith(ALREADY_HERE):
                    run(rest, workdir, arguments)
            case _:
                assert name in TAKEN_AS_READ, f"nobody knows here what {name} does"


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, each with what follows its name."""
    text = DOCKERFILE.read_text("utf-8").replace("\\\n", "")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


def copy(words: list[str], machine: Path, workdir: Path) -> None:
    """Do what COPY does with one source."""
    origin = machine if words[0].startswith("--from=") else ROOT
    source, target = words[-2:]
    if origin is ROOT:
        assert is_sent(source), f"Dockerfile.dockerignore keeps {source} from the builder"
    path = origin / source.lstrip("/")
    if path.is_dir():
        shutil.copytree(path, workdir / target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        (workdir / target).mkdir(exist_ok=True)
        shutil.copy(path, workdir / target)


def is_sent(source: str) -> bool:
    """Tell whether the builder gets to see a file: the last pattern that fits decides."""
    sent = True
    for line in (DOCKERFILE.parent / "Dockerfile.dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#") and fnmatch.fnmatch(source, line.removeprefix("!")):
            sent = line.startswith("!")
    return sent


def run(command: str, workdir: Path, arguments: dict[str, str]) -> None:
    """Do what RUN does, with this Python as ``python``, and with what other builds of the tests have kept."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "PRIMER_CACHE": str(KEPT), **arguments}
    subprocess.run(["sh", "-euc", command], cwd=workdir, env=environment, check=True)
