"""What the search reads stands apart from what every page fetches."""

from __future__ import annotations

import json

import pytest
from primer.searching import INDEX, TEXTS, split_index


@pytest.mark.parametrize("separators", [(",", ":"), None])
def test_the_texts_leave_the_index(separators: tuple[str, str] | None):
    config = {"lang": ["en"], "separator": r"[\s\-]+"}
    docs = [{"location": "", "title": 'The "docs": a {list}', "text": "Māori}"}]
    files = split_index(json.dumps({"config": config, "docs": docs}, separators=separators))

    assert list(files) == [INDEX, TEXTS]
    assert json.loads(files[INDEX]) == {"config": config, "docs": []}
    assert json.loads(files[TEXTS]) == docs
