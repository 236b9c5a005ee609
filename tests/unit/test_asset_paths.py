"""Style sheets and scripts are found in the folder of what brings them, and in the folders below that it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from primer.site.assets import asset_paths


@dataclass(frozen=True)
class Part:
    folder: Path
    folders: tuple[Path, ...]


def test_a_script_of_a_folder_below_is_called_by_its_path(tmp_path: Path):
    below = [tmp_path / "quiz/types" / name for name in ("match", "order")]
    for folder in below:
        folder.mkdir(parents=True)
        (folder / "type.js").touch()
    (tmp_path / "quiz/quiz.js").touch()
    (tmp_path / "quiz/quiz.html").touch()
    quiz = tmp_path / "quiz"
    found = asset_paths([Part(quiz, (quiz, *below))], None)

    ours = {name: path for name, path in found.items() if quiz in path.parents}
    assert ours == {
        "quiz.js": quiz / "quiz.js",
        "types/match/type.js": below[0] / "type.js",
        "types/order/type.js": below[1] / "type.js",
    }


def test_a_site_replaces_what_has_the_same_name(tmp_path: Path):
    for folder in ("quiz", "overrides/assets"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "quiz.css").touch()
    quiz = tmp_path / "quiz"

    assert (
        asset_paths([Part(quiz, (quiz,))], tmp_path / "overrides")["quiz.css"] == tmp_path / "overrides/assets/quiz.css"
    )
