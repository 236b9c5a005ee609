"""Write a site of which every text, and every string of the engine, is in Cyrillic letters.

It has everything that the site with every feature has, and a quiz with every type of question.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any

import yaml
from markdown.extensions.toc import slugify

from tests.building import ROOT, read_settings
from tests.question_types import every_type
from tools.strings import to_translate

SINK = ROOT / "tests/sites/kitchen-sink"
LANGUAGE = "uk"

_SMALL = "абвгдежзиклмнопрстуфхцчшщь"
_LETTERS = str.maketrans(string.ascii_lowercase + string.ascii_uppercase, _SMALL + _SMALL.upper())
#: What is no word: where a link leads, what is cited, a name in braces, an address.
_NO_WORD = re.compile(
    r"\]\([^)\s]*\)|\[@[^\]]+\]|\{[^{}]*\}|https?://\S+|\S+@\S+\.\w+|&\w+;|`{3,}.*|~{3,}.*|^(?:!!!|===) *\w*",
    re.MULTILINE,
)
_TAG = re.compile(r"</?[a-z][^>\n]*>")
_FENCE = re.compile(r"^( *>? *)([`~]{3,}) ?(\w.*)?\n(?:.*\n)*?\1\2$", re.MULTILINE)
_HEADING = re.compile(r"^(#+ )(.*?)( \{ #[\w-]+ \})?$", re.MULTILINE)
#: Fields of data files whose values name something, as long as they are one word.
_NAMES = frozenset(
    (
        *("id", "type", "to", "see", "page", "pages", "answered_at", "at", "kind", "evidence", "level", "status"),
        *("raises", "drawing", "finding", "refs", "see_also", "seen_at", "seen_on", "site", "url", "help", "leave_to"),
        *("objective", "section", "category", "outcome", "recalled", "DOI", "URL", "skip", "hide", "number", "call"),
        *("language", "locale", "direction", "audience_type", "not_on"),
    )
)
_ADDRESS = re.compile(r"/\S*")
_NAME = re.compile(r"[a-z0-9_-]+(:[a-z0-9-]+)?|#\S+|https?://\S+|[A-Z]{2,}|Medical\w+|\d[\d/.\w-]*|[-+()\d ]+")


#: What the settings of a site say of its pages; without them, MkDocs names parts of the menu like their folders.
NAV = {
    "Home": "index.md",
    "Sea": [f"{name}.md" for name in ("sea/harbour", "terms", "citing", "figures", "placements", "choosing", "start")],
    "Lists": [f"{name}.md" for name in ("quizzes/index", "guides/index", "glossary", "references", "assignments")],
    "Help": ["help-now.md", "options/routes-by-country.md", "skips-a-term.md", "skips-all-terms.md"],
}
#: What extensions of Markdown add words of their own to.
MARKDOWN = """

## Ще слова

Виноска[^1].

[^1]: Слова.

- [ ] Завдання
- [x] Зроблено

??? note "Слова"

    Слова.

!!! warning

    Слова.

??? tip

    Слова.

```text
код
```
"""


def in_other_letters(text: str) -> str:
    """The text, letter by letter in another script; what is no word stays."""
    return _but_for(_NO_WORD, text, lambda words: words.translate(_LETTERS))


def _but_for(stays: re.Pattern[str], text: str, change: Any) -> str:
    parts, begin = [], 0
    for found in stays.finditer(text):
        parts += [change(text[begin : found.start()]), found[0]]
        begin = found.end()
    return "".join([*parts, change(text[begin:])])


def data_in_other_letters(value: Any, field: str = "") -> Any:
    """What a data file holds, with every text in other letters."""
    if isinstance(value, dict):
        return {key: data_in_other_letters(one, str(key)) for key, one in value.items()}
    if isinstance(value, list):
        return [data_in_other_letters(one, field) for one in value]
    if isinstance(value, str) and not (field in _NAMES and _NAME.fullmatch(value)) and not _ADDRESS.fullmatch(value):
        return in_other_letters(value)
    return value


def _page(text: str) -> str:
    _, front, body = text.split("---\n", 2)
    body = _HEADING.sub(lambda m: f"{m[1]}{m[2]}{m[3] or ' { #' + slugify(_plain(m[2]), '-') + ' }'}", body)
    words = _but_for(_FENCE, body, lambda part: _but_for(_TAG, part, in_other_letters))
    return f"---\n{_dump(data_in_other_letters(_load(front)))}---\n{words}"


def _plain(heading: str) -> str:
    return re.sub(r"\[@[^\]]*\]", "", heading)


def _load(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


def _dump(data: Any) -> str:
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def strings_in_other_letters() -> str:
    """Every string of the engine, in other letters, with each form of the plural that the language has."""
    strings = data_in_other_letters(_load(to_translate(LANGUAGE)))
    return _dump(strings)


def site_in_other_letters() -> dict[str, str]:
    """The files of the site, by path."""
    files: dict[str, str] = {}
    for path in sorted(path for path in SINK.rglob("*") if path.is_file()):
        name, text = path.relative_to(SINK).as_posix(), path.read_text("utf-8")
        if name == "docs/_data/permalinks.yml" or "/strings/" in name:
            files[name] = text
        elif path.suffix == ".yml":
            files[name] = _dump(data_in_other_letters(_load(text)))
        elif path.suffix == ".svg":
            files[name] = re.sub(r"(?<=>)[^<>]+(?=<)", lambda m: in_other_letters(m[0]), text)
        else:
            files[name] = _page(text.replace('title="a quiz"', 'title="квіз"'))
    del files["docs/_data/strings/en.yml"]
    files["docs/_data/quizzes/every-type.yml"] = _dump(data_in_other_letters(_placed(every_type())))
    ledger = _load(files["docs/_data/permalinks.yml"])
    ledger["addresses"]["/quizzes/every-type/"] = "every-type"
    files["docs/_data/permalinks.yml"] = _dump(ledger)
    files[f"docs/_data/strings/{LANGUAGE}.yml"] = strings_in_other_letters()
    lines = files["docs/_data/help-lines.yml"]
    files["docs/_data/help-lines.yml"] = lines.replace("1-800 HELP", "1-800 4357").replace("1-800 ЗДМР", "1-800 4357")
    files["docs/index.md"] += MARKDOWN
    files["mkdocs.yml"] = _dump(_settings())
    return files


def _placed(quiz: dict[str, Any]) -> dict[str, Any]:
    moved: dict[str, Any] = _load(_dump(quiz).replace("/index.md#limits", "/sea/harbour.md#quay"))
    return moved


def _settings() -> dict[str, Any]:
    ours = read_settings()
    return {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": in_other_letters("Ships"),
        "site_description": in_other_letters("All of ships."),
        "nav": [{in_other_letters(title): pages} for title, pages in NAV.items()],
        "hooks": [str(ROOT / path) for path in ours.get("hooks", [])],
        "theme": {"custom_dir": str(ROOT / ours["theme"]["custom_dir"]), "language": LANGUAGE},
    }


def names_in(files: dict[str, str]) -> set[str]:
    """Every word in Latin letters that stands in a data file as a value: ids, codes of a language, kinds."""
    data = (_load(text) for name, text in files.items() if name.startswith("docs/_data/") and name.endswith(".yml"))
    return {word for one in data for value in _values(one) for word in re.findall("[A-Za-z]+", value)}


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _values(one)
    elif isinstance(value, str | bool):
        yield str(value).lower() if isinstance(value, bool) else value
