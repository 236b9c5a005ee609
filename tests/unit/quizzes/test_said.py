"""Whatever a type says of an answer is a string that every page with a question of that type has."""

from __future__ import annotations

import json
import re

import pytest
from primer.features.quiz.registry import TYPES
from primer.features.quiz.strings import QuizScriptStrings

#: The names in what ``missingAnswer`` and ``click`` return: ``["not_moved", {}, …]``.
NAMED = re.compile(r'\["(\w+)", \{')


@pytest.mark.parametrize("name", TYPES)
def test_a_type_says_only_what_its_pages_have(name: str):
    type = TYPES[name]
    known = {*QuizScriptStrings.model_fields, *(field for group in type.script_strings for field in group.model_fields)}
    graded = {say for _, _, _, say in json.loads(type.read("grade.json"))["answers"]}

    assert graded - known == set()
    assert {*NAMED.findall(type.read("type.js"))} - known == set()
