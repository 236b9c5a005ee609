"""Links to other sites in pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.recheck.links import Link, links_below, links_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [it](https://a.org/b) and <https://c.org>.", [(1, "https://a.org/b"), (1, "https://c.org")]),
        ('[it](https://a.org/b_(c) "title")', [(1, "https://a.org/b_(c)")]),
        ("[it](<https://a.org/b>)", [(1, "https://a.org/b")]),
        ("x\n\n[it]: https://a.org/b 'title'", [(3, "https://a.org/b")]),
        ('<a href="https://a.org/b">it</a>', [(1, "https://a.org/b")]),
        ("[up](/trust/index.md), `[it](https://a.org)`, ``a ` <https://a.org>``", []),
        ("```\n[it](https://a.org)\n~~~\n```\n[it](https://b.org)", [(5, "https://b.org")]),
        ("````\n```\n[it](https://a.org)\n````\n[it](https://b.org)", [(5, "https://b.org")]),
        ("[it](https://example.org/x), [it](http://site.test), [it](http://localhost:8000/)", []),
        ("[it](https://notexample.org/)", [(1, "https://notexample.org/")]),
    ],
)
def test_links_are_found_and_code_is_left_out(text: str, found: list[tuple[int, str]]):
    assert list(links_in(text)) == found


def test_every_page_is_read_in_order_and_no_data(tmp_path: Path):
    for name in ("b.md", "a/index.md", "_data/notes.md", ".hidden/x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("\n[it](https://a.org)\n", "utf-8")

    assert list(links_below(tmp_path)) == [
        Link("docs/a/index.md", 2, "https://a.org"),
        Link("docs/b.md", 2, "https://a.org"),
    ]
