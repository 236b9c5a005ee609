"""Every block of code in README, CONTRIBUTING, SECURITY and docs/about is built, run, or marked as output.

A block in a language that nothing here knows fails, with its file and line.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from primer.core.diagnostics import Report
from primer.core.validation import validate
from primer.core.yaml import load
from primer.features.chart.model import DRAWN
from primer.kit.drawing import SPOTS, read_drawing
from primer.site.models import front_matter_model, ledger_model

from tests.building import ROOT
from tests.contributed import FILES, FORMAT
from tests.docs.blocks import DOCUMENTS, Block, blocks, blocks_in
from tests.docs.examples import NAMED, PAGES
from tests.importing.test_guide import EXAMPLES
from tests.rendering import FRONT_MATTER, features
from tools.content.schema_lines import files_with_schemas

SETTINGS = {"theme: material": "tests/sites/test_installed.py", "markdown_extensions:": "tests/unit/test_formulas.py"}
"""What a whole mkdocs.yml is made of, with the tests that build a site with it."""

FENCES = {name for feature in features() for name in feature.placed}
INSTALLED = re.compile(r'pip install "?path/to/this/repository(\[\w+\])?"?')  # by tests/sites/test_installed.py


def shell(block: Block) -> None:
    """Each command is one of make's, with variables that it reads; make says what it would run."""
    for line in block.text.splitlines():
        if INSTALLED.fullmatch(line.partition("  #")[0].strip()):
            continue
        words, printed = dry_run(line, block.name)
        given = [word.partition("=") for word in words if "=" in word]
        lost = [value for name, _, value in given if value not in printed and f"${{{name}-}}" not in printed]
        assert lost == [], f"{block.name}: not handed on"


def dry_run(line: str, where: str) -> tuple[list[str], str]:
    """Return the words of a command of make behind its name, and what it would run."""
    words = shlex.split(line, comments=True)
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words.pop(0)  # it is said before the command, and the Makefile or the program reads it
    assert words[:1] == ["make"], f"{where}: nothing runs '{line}'"
    unread = [word for word in words[1:] if "=" in word and not is_read(word.partition("=")[0])]
    assert unread == [], f"{where}: make reads no {unread}"
    run = subprocess.run(["make", "--dry-run", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{where}: {run.stderr}"
    return words[1:], run.stdout


def is_read(variable: str) -> bool:
    """Whether the Makefile uses a variable, or its recipes do, from the environment."""
    return f"$({variable})" in makefile() or f"$${{{variable}-}}" in makefile()


def makefile() -> str:
    return (ROOT / "Makefile").read_text("utf-8")


def data(block: Block) -> None:
    """YAML is a file that another test builds, a part of front matter or of settings, or what CONTRIBUTING shows."""
    if block in NAMED.values() or block.first in SETTINGS or block.text in FILES.values():
        return
    if block.path.name == "README.md":
        assert block.first == "title: Your pace", block.name  # tests/test_readme.py
    elif block.first.startswith("# yaml-language-server:"):
        assert block.first == f"# yaml-language-server: $schema=../schemas/{files_with_schemas()['quizzes/*.yml']}"
    elif block.first.startswith("/go/"):
        assert faults(ledger_model(features()), f"addresses:\n  {block.text}", "ledger") == [], block.name
    elif block.first == "id: trust":
        assert block.path.name == "components.md", block.name  # it is the inside of a tab, and says no more
    else:
        front = f"{FRONT_MATTER.strip().strip('-')}{block.text}"
        assert faults(front_matter_model(features()), front, "page") == [], block.name


def faults(model: type, text: str, kind: str) -> list[str]:
    report = Report()
    document = load(text, "example", report)
    if document:
        validate(model, document, kind, report)
    return list(map(str, report))


def markdown(block: Block) -> None:
    """Markdown is a page that test_examples_built.py builds, or a file of the folder that CONTRIBUTING shows."""
    assert block in PAGES.values() or block.text in FILES.values() or block.path.name == "README.md", block.name


def shown_file(block: Block) -> None:
    """Code is a file of the type or of the format that CONTRIBUTING shows, which tests/test_contributing.py runs."""
    assert block.text in {*FILES.values(), FORMAT}, f"{block.name}: nothing runs this"


def diff(block: Block) -> None:
    """What is taken away or stays stands in the file that the first line names."""
    name = block.first.removeprefix("# ").partition(":")[0]
    [path] = [path for path in (ROOT / name, ROOT / "hooks/primer" / name) if path.is_file()]
    lines = {line.strip() for line in path.read_text("utf-8").splitlines()}
    kept = [line[1:].strip() for line in block.text.splitlines()[1:] if line[:1] in " -"]
    missing = [line for line in kept if line not in {*lines, "...", ""}]
    assert missing == [], f"{block.name}: not in {path.relative_to(ROOT)}"


def drawing(block: Block) -> None:
    """A drawing can be read by the rules of figures, or by those of what only decorates."""
    report = Report()
    rules = DRAWN if "figure__" in block.text else SPOTS
    assert read_drawing(block.text.encode(), "a.svg", report, rules), f"{block.name}: {[*map(str, report)]}"


def imported(block: Block) -> None:
    """tests/importing/test_guide.py makes a quiz of it."""
    assert (block.language, block.text) in EXAMPLES, block.name


def served(block: Block) -> None:
    """tests/ship/test_below_a_path.py starts nginx with it."""
    assert block.first.startswith("location /sub/"), block.name


def output(block: Block) -> None:
    """What is printed, or a picture in signs; messages are looked at by test_errors.py and test_readme.py."""
    assert block.text.strip(), block.name


CHECKS: dict[str, Callable[[Block], None]] = {
    "sh": shell,
    "yaml": data,
    "markdown": markdown,
    "md": markdown,
    "html": markdown,
    "python": shown_file,
    "js": shown_file,
    "json": shown_file,
    "diff": diff,
    "xml": drawing,
    "gift": imported,
    "csv": imported,
    "nginx": served,
    "text": output,
}


def check(block: Block) -> None:
    """Fail where a block is wrong, or where nothing knows how to try it."""
    if block.language in FENCES:
        assert block.path.parent.name == "about", f"{block.name}: a fence on no page"  # built with our own site
    elif block.language == "html" and block.path.name == "CONTRIBUTING.md":
        shown_file(block)
    elif block.language in CHECKS:
        CHECKS[block.language](block)
    else:
        pytest.fail(f"{block.name}: nothing tries a block in '{block.language}'; mark output as 'text'", pytrace=False)


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.name)
def test_each_block_is_built_or_run_or_marked_as_output(block: Block):
    check(block)


def test_each_command_in_a_sentence_is_one_of_make():
    said = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    commands = sorted({*re.findall(r"`((?:[A-Z_]+=\S+ )?make [a-z][^`\n]*)`", said)})

    assert len(commands) > 30
    for command in commands:
        dry_run(command, command)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```sh\nmake dance\n```\n", "No rule to make target"),
        ("```sh\nmake new SIDE=x\n```\n", "make reads no"),
        ("```sh\ncurl https://example.org/\n```\n", "nothing runs"),
        ("```\nwords\n```\n", "nothing tries a block in ''"),
        ("```perl\nprint\n```\n", "nothing tries a block in 'perl'"),
        ("```yaml\nasked: Is it?\n```\n", "asked"),
        ("```diff\n # features/__init__.py\n-no such line\n```\n", "not in"),
        ("```xml\n<svg><script/></svg>\n```\n", "a.svg"),
        ("```python\nx = 1\n```\n", "nothing runs this"),
        ("```csv\na,b\n```\n", "README"),
    ],
)
def test_a_block_that_is_wrong_or_that_nothing_tries_fails(text: str, said: str, tmp_path: Path):
    page = ROOT / ".cache/README-of-a-test.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, "utf-8")
    [block] = blocks_in(page)
    page.unlink()

    with pytest.raises((AssertionError, pytest.fail.Exception)) as failure:
        check(block)
    assert said in str(failure.value)


def test_blocks_are_found_with_their_lines_and_the_outermost_alone(tmp_path: Path):
    page = tmp_path / "a.md"
    page.write_text(
        "A.\n\n````markdown\n``` quiz\nid: a\n```\n````\n\n    ```yaml\n    a: 1\n    ```\n\n``` home\n```\n"
    )

    assert [(one.line, one.language, one.text) for one in blocks_in(page)] == [
        (3, "markdown", "``` quiz\nid: a\n```\n"),
        (9, "yaml", "a: 1\n"),
        (13, "home", ""),
    ]
