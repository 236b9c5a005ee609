"""What a template made is kept for as long as nothing changes of which it was made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from primer.core.cache import Cache
from primer.kit.strings import MissingStrings, StringTable
from primer.kit.templates import Templates

Make = Callable[..., Templates]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make the templates of another build, with what the last one kept."""
    cache = Cache(tmp_path / "builds.sqlite")

    def made(text: str = "<p>{{ strings.missing.title }} {{ message }}</p>", title: str = "Gone") -> Templates:
        (tmp_path / "kit").mkdir(exist_ok=True)
        (tmp_path / "kit/missing.html").write_text(text, "utf-8")
        strings = MissingStrings.of_names().model_copy(update={"title": title})
        return Templates(StringTable([strings]), [tmp_path], cache)

    return made


def test_what_is_the_same_is_not_filled_in_again(make: Make, monkeypatch: pytest.MonkeyPatch):
    first = make().kept("kit/missing.html", message="A & B")
    monkeypatch.setattr(Templates, "render", lambda *_, **__: pytest.fail("this was kept"))

    assert make().kept("kit/missing.html", message="A & B") == first == "<p>Gone A &amp; B</p>"


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"text": "<b>{{ message }}</b>"}, "<b>A</b>"),
        ({"title": "Lost"}, "<p>Lost A</p>"),
        ({}, "<p>Gone B</p>"),
    ],
    ids=["a template", "a string", "what is shown"],
)
def test_what_changes_is_filled_in_again(make: Make, change: dict[str, str], shown: str):
    make().kept("kit/missing.html", message="A")

    message = "A" if change else "B"
    assert make(**change).kept("kit/missing.html", message=message) == shown
