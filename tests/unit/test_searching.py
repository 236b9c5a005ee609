"""What the search reads stands apart from what every page fetches."""

from __future__ import annotations

import json

from primer.searching import INDEX, TEXTS, split_index


def test_the_texts_leave_the_index():
    docs = [{"location": "", "title": "Home", "text": "Māori"}]
    files = split_index(json.dumps({"config": {"lang": ["en"]}, "docs": docs}))

    assert files == {
        INDEX: '{"config":{"lang":["en"]},"docs":[]}',
        TEXTS: '[{"location":"","title":"Home","text":"Māori"}]',
    }
