"""Names in a text, whatever their capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

#: From this length on, a name may be written in one word or in several: 'Kids Helpline', 'KidsHelpline'.
LONG = 8
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")


@dataclass(frozen=True)
class Name:
    """A name as it is printed; any of ``ways`` is enough."""

    printed: str
    ways: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The name as it is printed."""
        return self.printed

    def stands_in(self, text: str) -> bool:
        """Whether a text has the name in one of its ways."""
        plain = f" {words_of(text)} "
        solid = plain.replace(" ", "")
        return any(f" {way} " in plain or (len(way) >= LONG and way.replace(" ", "") in solid) for way in self._plain)

    @cached_property
    def _plain(self) -> list[str]:
        return [words_of(way) for way in self.ways]


@dataclass(frozen=True)
class Keyword:
    """A word to text to a service."""

    printed: str

    @property
    def shown(self) -> str:
        """The word as it is printed."""
        return self.printed

    def stands_in(self, text: str) -> bool:
        """Whether a text has the word in capitals, in quotation marks or after 'text': any page says 'home'."""
        word = re.escape(self.printed)
        return bool(
            re.search(rf"\b{word.upper()}\b", text)
            or re.search(rf"[\"'“‘]{word}[\"'”’]|\b(?:text|sms|send)\s+(?:the\s+word\s+)?{word}\b", text, re.IGNORECASE)
        )


def service_name(name: str) -> Name:
    """The name of a service: without its brackets and what follows a comma, or an abbreviation in the brackets."""
    main = re.sub(r"\s*\([^)]*\)", "", name)
    ways = [main, main.split(",")[0], *re.findall(r"\(([A-Z]{3,})\)", name)]
    return Name(name, tuple(dict.fromkeys(ways)))


def title_name(title: str) -> Name:
    """The title of a source: whole or without its subtitle, and without what is in brackets."""
    main = re.sub(r"\s*\([^)]*\)", "", title)
    short = re.split(r"[:?]\s", main)[0]
    # One or two words may stand in any text, so they do not tell a source.
    ways = [title, main, *([short] if len(short.split()) > 2 else [])]
    return Name(title, tuple(dict.fromkeys(ways)))


def abbreviations_in(text: str) -> Iterator[Name]:
    """Each body that a text names by three or more capitals, once."""
    for name in dict.fromkeys(_ABBREVIATION.findall(text)):
        yield Name(name, (name,))


def words_of(text: str) -> str:
    """A text in lower-case letters and digits without accents, single spaces between its words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("&", " and ").replace("’", "").replace("'", ""))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))
