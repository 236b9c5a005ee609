"""The type of question that CONTRIBUTING shows works in a browser, with nothing outside of its folder changed."""

from __future__ import annotations

from pathlib import Path

from tests.building import made_once
from tests.contributed import copy_with_type, run_tests

#: By file, those tests that try all types at once.
TESTS = {
    "question_types": "can_be_tried_again",
    "quiz": "without_scripts and every",
    "quiz_memory": "every_type_are_there",
    "quiz_looks": "axe and wrong",
}


def test_a_new_type_works_in_a_browser(shared_folder: Path):
    project = made_once(shared_folder / "contributed", copy_with_type)
    files = [f"tests/browser/test_{name}.py" for name in TESTS]
    run_tests(project, *files, "-k", " or ".join(f"(test_{name}.py and ({tests}))" for name, tests in TESTS.items()))
