"""What the laws are tried on: texts that authors could write, and some that only a cat on the keyboard would."""

from __future__ import annotations

import os
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st
from primer.features.glossary.model import Term
from primer.features.references.model import Finding, Name, Record, Reference


def examples(number: int) -> settings:
    """Return how often to try a law: so often in a check, much more often where new examples are searched for."""
    return settings(max_examples=number * (40 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 1))


# ---- texts

#: Characters that YAML, Markdown or HTML give a meaning, and some that look like nothing.
SIGNS = ":-[]{}#&*!|>'\"%@`,?\\~=+_.$()<>/;^ \t\n\r\u00a0\u2028\u0085\ufeff\u200f\u202e\u0301\x02\x03\x00"
SIGN_TEXT = st.text(st.sampled_from(SIGNS + "ab19é\U0001f600"), max_size=60)
ANY_TEXT = SIGN_TEXT | st.text(max_size=60)
ANY_BYTES = st.binary(max_size=60) | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))

#: What should never become markup.
HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</form></section><b>",
        '" onmouseover="alert(1)',
        "' autofocus onfocus='alert(1)",
        "&lt;b&gt; &amp; &quot; &#60;b&#62; &nbsp;",
        "<!-- comment --> <![CDATA[x]]> <?php ?>",
        "\u202egnp.exe\u200f",
        "{{ 7 * 7 }} {% raw %} {# x #}",
        '<div data-late="0"></div>',
        '<div class="placement">',
        "\ue0000\ue001",
        "wzxhzdk:0 klzzwxh:0000",
        "[x](javascript:alert(1)) [y](data:text/html,x)",
        "![x](y.png) <https://example.org/> <a@example.org>",
        "[@nobody] [@a; @b:c] [^1] [x][y]",
        "``` quiz\nid: moon\n```",
        "*a* **b** `c` _d_ \\* \\< \\\\",
        "# Title\n\n- item\n\n    code",
        "{: .x } { .no-glossary } {#id onclick=x}",
        "a" * 300,
    ]
)

# ---- data files


def mangled(seed: Any) -> st.SearchStrategy[Any]:
    """Data like ``seed`` with one or two parts taken away, doubled, renamed or replaced."""
    return st.builds(
        _mangle, st.just(seed), st.lists(st.tuples(st.randoms(use_true_random=False), _VALUES), max_size=2)
    )


#: Texts that are right by themselves, and undid somebody further on.
AWKWARD = st.sampled_from(
    [
        "https://[oops",
        "https://e.org:port/",
        "https://\u2100.org/",
        "<https://[oops/{one}>",
        "[a](https://[oops) {one} `{one}`",
        "/../../secret.md#x",
        "/index.md#",
        f"/{'a' * 300}.md",
        "[@nobody-2001] [@nobody-2001:crew] 99",
        'a "b" <c> & {d} {0} {',
        "9" * 400,
        "-.0",
        "9" * 12,
    ]
)
_SCALARS = AWKWARD | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates() | ANY_TEXT
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3), max_leaves=4
)


def _mangle(seed: Any, changes: list[tuple[Any, Any]]) -> Any:
    data = yaml.safe_load(yaml.safe_dump(seed))
    for random, value in changes:
        data = _changed(data, random, value)
    return data


def _changed(data: Any, random: Any, value: Any) -> Any:
    """Go down some way and change what is there."""
    if isinstance(data, dict) and data and random.random() < 0.85:
        key = random.choice(sorted(data, key=str))
        what = random.choice(["deeper", "deeper", "deeper", "drop", "rename"])
        if what == "deeper":
            return {**data, key: _changed(data[key], random, value)}
        rest = {name: part for name, part in data.items() if name != key}
        return rest if what == "drop" else {**rest, f"{key}s": data[key]}
    if isinstance(data, list) and data and random.random() < 0.85:
        at = random.randrange(len(data))
        return random.choice(
            [[*data[:at], _changed(data[at], random, value), *data[at + 1 :]], [*data, data[at]], data[:at]]
        )
    return value


# ---- pages


def _term(id: str, *forms: str) -> Term:
    return Term(id=id, term=id, forms=forms, definition="Made up.")


TERMS = (
    _term("helm", "helm", "helms"),
    _term("sea", "sea"),
    _term("sea-anchor", "sea anchor", "anchor"),
    _term("cat-boat", "CAT"),
    _term("cat", "cat", "ship's cat"),
    _term("watch", "dog-watch"),
    _term("screw", "h\u00e9lice"),
)

REFERENCES = tuple(
    Reference(
        id=id,
        kind="made up",
        csl=Record(type="book", author=(Name(literal="Nobody"),), issued=2001, title="A made-up book"),
        findings=(Finding(id="one", text="40 of 50", status="seen"),),
    )
    for id in ("nobody-2001", "society-2002")
)

_WORDS = st.sampled_from(
    [
        *("helm", "helms", "Helm", "sea", "anchor", "CAT", "cat", "Cat", "ship's", "ship\u2019s", "dog-watch"),
        *("sea-anchor", "self-helm", "the", "and", "no", "40", "99", "2001", "\u00e9", "water.", "(sea)", "sea,"),
        *(
            "l\u2019h\u00e9lice",
            "h\u00e9lice",
            "he\u0301lice",
            "he\u00adlm",
            "se&shy;a",
            "half\\-helm",
            "helm's",
            "half-*helm*",
        ),
        *("\u201chelm\u201d", "helm/sea", "helm@example.org", "\u202esea\u200f", "\\*sea\\*", "&amp;", "a&nbsp;sea"),
    ]
)
_CITATIONS = st.sampled_from(["[@nobody-2001]", "[@society-2002; @nobody-2001]", "[@nobody-2001:one]", "[@ghost]"])
_TEXT = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_PIECES = (
    _TEXT
    | _CITATIONS
    | st.builds("*{}*".format, _TEXT)
    | st.builds("**{} *{}***".format, _TEXT, _TEXT)
    | st.builds("`{}`".format, _TEXT)
    | st.builds("[{}](/index.md)".format, _TEXT)
    | st.builds("[**{}** {}](https://example.org/sea)".format, _TEXT, _TEXT)
    | st.builds("<kbd>{}</kbd>".format, _TEXT)
    | st.builds("<span>{}</span>".format, _TEXT)
    | st.builds('<a href="/x/">{} <b>{}</b></a>'.format, _TEXT, _TEXT)
    | st.builds("*{}*{{ .no-glossary }}".format, _TEXT)
    | st.just("![helm](helm.png)")
    | st.just("<https://example.org/helm>")
)
INLINE = st.lists(_PIECES, min_size=1, max_size=4).map(" ".join)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


BLOCKS = (
    INLINE
    | st.builds("{}\n{}".format, INLINE, INLINE)
    | st.builds("## {}".format, _TEXT)
    | st.builds("- {}\n- {}\n    - {}".format, INLINE, INLINE, INLINE)
    | st.builds("1. {}\n\n    {}\n\n2. {}".format, INLINE, INLINE, INLINE)
    | st.builds("> {}\n>\n> {}".format, INLINE, INLINE)
    | st.builds("| {} | b |\n|---|--:|\n| {} | {} |".format, _TEXT, INLINE, INLINE)
    | st.builds("{}\n:   {}".format, _TEXT, INLINE)
    | st.builds('!!! note "{}"\n    {}'.format, _TEXT, INLINE)
    | st.builds('=== "{}"\n\n    {}'.format, _TEXT, INLINE)
    | st.builds("```\n{}\n```".format, INLINE)
    | st.builds("    {}".format, INLINE)
    | st.builds("<p>{}</p>".format, INLINE)
    | st.builds("<div markdown>\n{}\n</div>".format, INLINE)
    | st.builds("{}\n{{ .no-glossary }}".format, INLINE)
    | st.builds("<!-- {} -->".format, _TEXT)
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)
