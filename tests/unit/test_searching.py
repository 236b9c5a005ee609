"""What the search reads stands apart from what every page fetches."""

from __future__ import annotations

import json

from primer.searching import INDEX, TEXTS, split_index


def test_the_texts_leave_the_index():
    docs = [{"location": "", "title": "Home", "text": "Māori"}]
    files = split_index(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), {})

    assert files == {
        INDEX: '{"config":{"lang":["en"]},"docs":[]}',
        TEXTS: '[{"location":"","title":"Home","text":"Māori"}]',
    }


def test_a_page_is_found_by_its_description_too():
    docs = [{"location": "trust/", "title": "Trust", "text": ""}, {"location": "trust/#a", "title": "A", "text": ""}]
    files = split_index(json.dumps({"docs": docs}), {"trust/": "What it is & is not.", "gone/": "Elsewhere."})

    page, passage = json.loads(files[TEXTS])
    assert page["description"] == "What it is &amp; is not."
    assert "description" not in passage
