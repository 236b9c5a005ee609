"""Phone numbers in a text, however they are grouped there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import phonenumbers

#: What may stand between two digits: spaces of any kind, hyphens, dots, slashes, brackets.
BETWEEN = r"(?:[\s.\-/()\u00b7\u2010-\u2015\u2212]{0,3})"
#: A number goes on after these, so what is found would be a piece of a longer one, a price or a share.
NOT_BEFORE = r"(?<![\d£$€])(?<!\d[.,\-/])"
NOT_AFTER = r"(?![\d%])(?![.,]\d)(?!-\d)"
NORTH_AMERICA = 1
SHORT = 6
#: The same for a short number, which may also be a group of a longer one: '0800 988 123'.
SHORT_NOT_BEFORE = NOT_BEFORE + r"(?<!\d{3}\s)"
SHORT_NOT_AFTER = NOT_AFTER + r"(?!\s\d{3})"


@dataclass(frozen=True)
class PhoneNumber:
    """A number as it is printed on the site, and the country whose habits of writing it follows, if any."""

    printed: str
    region: str | None = None

    @property
    def shown(self) -> str:
        """The number as it is printed."""
        return self.printed

    def stands_in(self, text: str) -> bool:
        """Whether a text has this number: in any grouping, with or without the prefix of its country."""
        return bool(self._pattern.search(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        digits = re.sub(r"\D", "", phonenumbers.convert_alpha_characters_in_number(self.printed))
        if len(digits) <= SHORT:
            return re.compile(f"{SHORT_NOT_BEFORE}{short_pattern(digits)}{SHORT_NOT_AFTER}")
        try:
            number = phonenumbers.parse(self.printed, self.region)
        except phonenumbers.NumberParseException:
            return re.compile(f"{NOT_BEFORE}{BETWEEN.join(digits)}{NOT_AFTER}")
        national = letters_or_digits(phonenumbers.national_significant_number(number))
        return re.compile(f"{NOT_BEFORE}\\(?{prefix_pattern(number, digits)}{national}{NOT_AFTER}", re.IGNORECASE)


def prefix_pattern(number: phonenumbers.PhoneNumber, digits: str) -> str:
    """A pattern for what stands before a national number: the code of the country, or what is dialled within it.

    A British number is '+44 (0)20…', '0044 20…' or '020…'. Without any of these it is another number, or a piece of
    one. An American number may stand bare.
    """
    code = number.country_code or 0
    region = phonenumbers.region_code_for_country_code(code)
    trunk = phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) or ""
    abroad = rf"(?:\+|00|011)?{BETWEEN}{code}{BETWEEN}(?:\(?0\)?{BETWEEN})?"
    at_home = trunk + BETWEEN if code != NORTH_AMERICA and trunk and digits.startswith(trunk) else ""
    return f"(?:{abroad}|{at_home})"


def short_pattern(digits: str) -> str:
    """A pattern for a number of up to six digits.

    One of three or four digits is written whole or with the same mark between all ('9-8-8'); a longer one may be
    grouped ('116 123'), but with no dot or comma, which would make it a quantity.
    """
    if len(digits) <= 4:
        return f"(?:{digits}|{'-'.join(digits)}|{' '.join(digits)})"
    return r"[\s\-\u2010-\u2015]?".join(digits)


def letters_or_digits(digits: str) -> str:
    """A pattern for digits of which any of the last seven may be a letter of the key pad."""
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    start, end = digits[:-7], digits[-7:]
    return BETWEEN.join([*start, *(f"[{digit}{keys.get(digit, '')}]" for digit in end)])
