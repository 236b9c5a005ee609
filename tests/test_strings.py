"""Every word that a template asks for exists, and every word that exists is asked for."""

import re
from pathlib import Path

from primer.strings import Strings

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
SCRIPTS = sorted((ROOT / "overrides/assets").rglob("*.js"))
CODE = sorted((ROOT / "hooks").rglob("*.py"))
ALIAS = re.compile(r"set (\w+) = (?:config\.extra\.primer\.)?strings\.(\w+)")
# asked for by a computed name
BY_NAME = {
    "site": ("colours_",),
    "quiz": ("level_", "outcome_"),
    "quiz_script": ("mark_", "ended_", "state_"),
    "guide": ("level_",),
    "help_lines": ("kind_",),
    "references": ("field_",),
    "routes": ("kind_",),
}


def defined() -> set[str]:
    return {
        f"{section}.{word}"
        for section, field in Strings.model_fields.items()
        for word in field.annotation.model_fields  # type: ignore[union-attr]
    }


def asked_for(text: str) -> set[str]:
    """Return each 'section.word' that ``text`` uses, through a short name for the section or without one."""
    found = set(re.findall(r"strings\.(\w+\.\w+)", text))
    for short, section in ALIAS.findall(text):
        found |= {f"{section}.{word}" for word in re.findall(rf"\b{short}\.(\w+)", text)}
    return found


def test_templates_ask_only_for_words_that_exist():
    unknown = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in TEMPLATES
        for word in asked_for(path.read_text("utf-8")) - defined()
        if not word.split(".")[1].startswith(("_", "format", "model_dump"))
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
        if not word.startswith(BY_NAME.get(section, ("-",)))
        and not re.search(rf"\b\w+\.{word}\b", text)
        and not (section.endswith("_script") and re.search(rf"\b{word}\b", scripts))
    }

    assert left == set()
