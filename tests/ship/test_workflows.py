"""The workflows of GitHub: they run the commands of the Makefile, with the rights that they need and no others."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.building import ROOT

FOLDER = ROOT / ".github/workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(name: str) -> dict[str, Any]:
    """A workflow; YAML 1.1 reads the key `on` as true."""
    found: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return {"on" if key is True else str(key): value for key, value in found.items()}


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job.get("steps", [])]


def every_use(part: Any) -> list[str]:
    """What a workflow uses, in jobs and in steps, however it is written."""
    if isinstance(part, dict):
        own = [str(part["uses"])] if "uses" in part else []
        return own + [used for inner in part.values() for used in every_use(inner)]
    return [used for inner in part for used in every_use(inner)] if isinstance(part, list) else []


def test_every_change_is_checked_before_it_is_published():
    assert {"pull_request", "push", "workflow_call"} <= read("check.yml")["on"].keys()
    assert [step["run"] for step in steps("check.yml") if "run" in step] == ["make test"]

    jobs = read("deploy.yml")["jobs"]
    assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("check", "build")


@pytest.mark.parametrize("name", NAMES)
def test_commands_are_those_of_the_makefile(name: str):
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert {step["run"] for step in steps(name) if "run" in step} <= {f"make {target}" for target in targets}


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(name: str):
    assert read(name)["permissions"] == {"contents": "read"}


def test_only_the_job_that_deploys_may_write():
    rights = {
        (name, job, right)
        for name in NAMES
        for job, settings in read(name)["jobs"].items()
        for right, level in settings.get("permissions", {}).items()
        if level == "write"
    }

    assert rights == {("deploy.yml", "deploy", "pages"), ("deploy.yml", "deploy", "id-token")}


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_github_s_own_at_one_commit_with_its_release_beside_it(name: str):
    """A tag can be moved to other code; a commit cannot."""
    uses = re.findall(r"^\s*(?:- )?uses: (.*)$", (FOLDER / name).read_text("utf-8"), re.MULTILINE)

    for used in uses:
        assert used.startswith("./.github/") or PINNED.fullmatch(used), used
    assert sorted(used.split(" #")[0] for used in uses) == sorted(every_use(read(name)))


def test_an_action_has_one_commit_in_all_workflows():
    commits: dict[str, set[str]] = {}
    for name in NAMES:
        for used in re.findall(r"uses: (actions/.*)", (FOLDER / name).read_text("utf-8")):
            commits.setdefault(used.split("@")[0], set()).add(used)

    assert {action: len(found) for action, found in commits.items()} == dict.fromkeys(commits, 1)


def test_every_image_is_one_image():
    froms = re.findall(r"^FROM (\S+)", (ROOT / "container/Dockerfile").read_text("utf-8"), re.MULTILINE)

    assert froms
    assert [image for image in froms if not re.fullmatch(r"[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}", image)] == []


def test_what_is_hidden_is_published_too():
    """security.txt lies in a folder whose name begins with a dot."""
    [upload] = [step for step in steps("deploy.yml") if "upload-pages-artifact" in step.get("uses", "")]

    assert upload["with"] == {"path": "site", "include-hidden-files": True}
