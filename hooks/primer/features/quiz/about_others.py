"""Tell which options say something of the other options, and so depend on where those stand."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"\[@[^\[\]]*\]|\]\([^()]*\)|[*_`\[\]]")

_ABOUT_OTHERS = re.compile(
    r"(all|any|both|neither|none|most)( of)?( the)? (above|answers|others|options|rest|them|these|those)"
    r"( (is|are) (correct|false|right|true|wrong))?|.*\b(of|to) the above\b.*"
)
_BY_LETTER = re.compile(r"(both|either|neither|only)?( of)? ?[a-h]( (and|or|nor) [a-h])+( only)?|only [b-h]|[b-h] only")


def without_markup(text: str) -> str:
    """Return about what a text says without its markup."""
    return " ".join(_MARKUP.sub("", text).split())


def is_about_others(text: str) -> bool:
    """Tell whether an option is one such as "all of the above"."""
    return _ABOUT_OTHERS.fullmatch(_words(text)) is not None


def names_letters(text: str) -> bool:
    """Tell whether an option names others by letters, such as "both A and C"."""
    return _BY_LETTER.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", without_markup(text).lower()))
