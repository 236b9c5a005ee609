"""What a page says of itself to machines."""

from __future__ import annotations

from pathlib import Path

import yaml
from primer.core.diagnostics import Report
from primer.kit.page import CurrentPage
from primer.site.structured_data import structured_data

from tests.question_types import every_type
from tests.rendering import features, load_site


def test_what_a_quiz_assesses_is_said_without_marks_of_markdown(tmp_path: Path):
    quiz = yaml.safe_dump(every_type())
    (tmp_path / "_data/quizzes").mkdir(parents=True)
    marked = quiz.replace("Use the words", "Use **the words**").replace("what limits", "what `limits` & *bounds*")
    (tmp_path / "_data/quizzes/every-type.yml").write_text(marked, "utf-8")
    page = CurrentPage("quizzes/every-type.md", "docs/quizzes/every-type.md", "", Report(), "Every type")

    [about] = structured_data(page, None, load_site(tmp_path).context.content, features(), None, [])

    assert about["assesses"] == ["Say what limits & bounds in therapy are for.", "Use the words of therapy."]
