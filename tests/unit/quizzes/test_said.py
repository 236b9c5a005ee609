"""Whatever a type says of an answer is a string that every page with a question of that type has."""

from __future__ import annotations

import builtins
import json
import re

import pytest
from primer.features.quiz.registry import TYPES
from primer.features.quiz.strings import QuizScriptStrings
from primer.kit.strings import Strings

#: The names in what ``missingAnswer`` and ``click`` return: ``["not_moved", {}, …]``.
NAMED = re.compile(r'\["(\w+)", \{')


@pytest.mark.parametrize("name", TYPES)
def test_a_type_says_only_what_its_pages_have(name: str):
    type = TYPES[name]
    groups: list[builtins.type[Strings]] = [QuizScriptStrings, *type.script_strings]
    known = {name for group in groups for name in [*group.model_fields, *group.plurals]}
    graded = {say for _, _, _, say in json.loads(type.read("grade.json"))["answers"]}

    assert graded - known == set()
    assert {*NAMED.findall(type.read("type.js"))} - known == set()
