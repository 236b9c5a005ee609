"""A file that cannot be read is answered with each mistake and its place, and nothing is written."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from primer.core.diagnostics import Report

from tests.building import ROOT
from tests.importing.broken import BROKEN
from tests.property.strategies import ANY_BYTES, HOSTILE, examples
from tools.importing.formats import NAMES, read
from tools.importing.running import imported

TOOL = ROOT / "tools/importing"
ERRORS = (ROOT / "docs/about/errors.md").read_text("utf-8")
#: What files of these formats are made of.
SIGNS = st.text(st.sampled_from("{}=~#:\\%->/AB.)\n \"',;[]<>&ANSWER1t"), max_size=60)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_answered_with_its_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    content, says = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)

    done = imported(tmp_path, name)

    assert "\n".join(map(str, done.broken)) == says
    assert sorted(path.name for path in tmp_path.rglob("*")) == [name]


def codes() -> set[str]:
    """The codes that stand in the source."""
    calls = (
        node
        for path in TOOL.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {str(node.value) for node in calls if re.fullmatch("import-[a-z0-9-]+", str(node.value))}


def test_a_broken_file_leads_to_each_code():
    said = {code for _, says in BROKEN.values() for code in re.findall(r"\[(import-[a-z0-9-]+)\]$", says, re.MULTILINE)}

    assert said == codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_each_code_is_explained_to_authors_by_what_is_really_said(code: str):
    entry = ERRORS.partition(f"### {code} {{ #{code} }}\n")[2].partition("\n### ")[0]
    [example] = re.findall(r"````text\n(.*?)\n````", entry, re.DOTALL)

    assert any(example in says for _, says in BROKEN.values())


@pytest.mark.parametrize("suffix", NAMES)
@given(ANY_BYTES | SIGNS.map(str.encode) | HOSTILE.map(str.encode))
@examples(60)
def test_whatever_is_in_a_file_nothing_raises(suffix: str, data: bytes):
    report = Report()

    read(data, f"quiz{suffix}", report)

    for found in report:
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= found.location.line <= len(lines) + 1
