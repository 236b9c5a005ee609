"""An editor opens at the line of a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from primer.core.diagnostics import Location
from primer.site.preview.editors import EDITORS, Editor, editor_named

HERE = Location("docs/why trust.md", 12, 5)
ROOT = Path("/home/me/site & all")
FILE = "/home/me/site%20%26%20all/docs/why%20trust.md"


@pytest.mark.parametrize(
    ("name", "href"),
    [
        ("vscode", f"vscode://file{FILE}:12:5"),
        ("cursor", f"cursor://file{FILE}:12:5"),
        ("zed", f"zed://file{FILE}:12:5"),
        ("idea", f"idea://open?file={FILE}&line=12&column=5"),
        ("sublime", f"subl://open?url=file://{FILE}&line=12&column=5"),
        ("emacs://open?url=file://{file}&line={line}", f"emacs://open?url=file://{FILE}&line=12"),
        ("vscode://file/{file}:{line}:{column}", f"vscode://file{FILE}:12:5"),
    ],
)
def test_an_editor_gets_the_whole_path_with_line_and_column(name: str, href: str):
    assert editor_named(name).href(HERE, ROOT) == href


@pytest.mark.parametrize("name", [None, ""])
def test_without_an_editor_there_is_no_link(name: str | None):
    assert editor_named(name) == Editor()
    assert editor_named(name).href(HERE, ROOT) is None


@pytest.mark.parametrize(
    "name",
    [
        "vim",
        "VSCode",
        "myide://open",
        "myide://{path}",
        "myide://{file",
        "myide://{file}:{line:>5}",
        "myide://{file!r}",
        "myide://{file.parent}",
        "myide://{}",
        "{file}:{line}",
        "javascript:alert('{file}')",
        "JavaScript:alert('{file}')",
        "data:text/html,{file}",
    ],
)
def test_what_opens_nothing_is_refused_in_one_line_with_all_that_is_known(name: str):
    with pytest.raises(ValueError, match="is no editor that is known here; write one of cursor, idea") as refused:
        editor_named(name)

    said = str(refused.value)
    assert said.startswith(f"PRIMER_EDITOR: '{name}' ")
    assert all(known in said for known in EDITORS)
    assert "\n" not in said
