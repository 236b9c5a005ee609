"""Every word that a template asks for exists, and every word that exists is asked for."""

import re
from pathlib import Path

from primer.features.quiz.registry import TYPES
from primer.outputs.registry import OUTPUTS

from tests.rendering import features

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted([*(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").rglob("*.html")])
SCRIPTS = sorted((ROOT / "hooks").rglob("*.js"))
CODE = sorted([*(ROOT / "hooks").rglob("*.py"), *(ROOT / "hooks").rglob("*.typ")])
TYPES_OF_QUESTION = [type.folder for type in TYPES.values()]
ALIAS = re.compile(r"set (\w+) = (?:config\.extra\.primer\.)?strings\.(\w+)")
#: How strings that are counted are asked for: ``counted("minutes", 5)``, ``forms("minutes", "questions")``.
COUNTED = r'\.(?:counted|forms)\(((?:"\w+"(?:, )?)+)'
NAMES = re.compile(r'"(\w+)"')
# asked for by a computed name
BY_NAME = {
    "admonitions": ("",),
    "downloads": ("platform_",),
    "exports": ("loss_", "outcome_"),
    "extras": ("change_",),
    "site": ("colours_",),
    "quiz": ("level_",),
    "quiz_script": ("counts_", "mark_", "objective_", "state_", "went_"),
    "guide": ("level_",),
    "help_lines": ("kind_",),
    "paper": ("level_", "outcome_"),
    "references": ("field_",),
    "routes": ("kind_",),
}

#: The same in a folder of strings, as its templates and scripts put names together.
PUT_TOGETHER = re.compile(r'\["(\w+_)" ~|`(\w+_)\$\{')


def by_name(section: str) -> tuple[str, ...]:
    """What computed names of a section begin with."""
    folders = [folder for folder in TYPES_OF_QUESTION if section.removesuffix("_script") == f"quiz_{folder.name}"]
    files = [path for folder in folders for path in folder.iterdir() if path.suffix in (".html", ".js")]
    found = (one for path in files for pair in PUT_TOGETHER.findall(path.read_text("utf-8")) for one in pair if one)
    return (*BY_NAME.get(section, ()), *found, "-")


def defined() -> set[str]:
    return {
        f"{group.section}.{word}"
        for part in [*features(), *OUTPUTS]
        for group in part.strings
        for word in [*group.model_fields, *group.plurals]
    }


def asked_for(text: str) -> set[str]:
    """Return each 'section.word' that ``text`` uses, through a short name for the section or without one."""
    found = set(re.findall(r"strings\.(\w+\.\w+)", text))
    for short, section in ALIAS.findall(text):
        found |= {f"{section}.{word}" for word in re.findall(rf"\b{short}\.(\w+)", text)}
        found |= {
            f"{section}.{word}" for words in re.findall(rf"\b{short}{COUNTED}", text) for word in NAMES.findall(words)
        }
    for section, words in re.findall(rf"strings\.(\w+){COUNTED}", text):
        found |= {f"{section}.{word}" for word in NAMES.findall(words)}
    return found


def test_templates_ask_only_for_words_that_exist():
    unknown = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in TEMPLATES
        for word in asked_for(path.read_text("utf-8")) - defined()
        if not word.split(".")[1].startswith(("_", "format", "counted", "forms", "listed"))
    }

    assert unknown == set()


def test_no_word_is_left_over():
    text = "\n".join(path.read_text("utf-8") for path in [*TEMPLATES, *CODE])
    scripts = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    used = {word for path in TEMPLATES for word in asked_for(path.read_text("utf-8"))}

    left = {
        name
        for name in defined() - used
        for section, word in [name.split(".")]
        if not word.startswith(by_name(section))
        and not re.search(rf"[\w\]]\.{word}\b|counted\(['\"]{word}['\"]", text)
        and not (section.endswith("_script") and re.search(rf"\b{word}\b", scripts))
    }

    assert left == set()
