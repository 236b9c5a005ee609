"""How people write whole numbers."""

from __future__ import annotations

# fmt: off
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on


def spelled(number: int) -> str:
    """A number from 0 to 999 in words, without hyphens: 'one hundred and eighty'.

    Raises ValueError for any other.
    """
    if not 0 <= number <= 999:
        raise ValueError(f"{number} is not written out here")
    if number < 20:
        return ONES[number]
    if number < 100:
        ones = f" {ONES[number % 10]}" if number % 10 else ""
        return TENS[number // 10] + ones
    rest = f" and {spelled(number % 100)}" if number % 100 else ""
    return f"{ONES[number // 100]} hundred{rest}"


def number_pattern(number: int) -> str:
    """A pattern for a whole number in digits, with or without a mark between thousands, or in words."""
    ways = {f"{number:,}".replace(",", r"[,'\s]?")}
    if number <= 999:
        words = spelled(number).replace("one hundred", "(?:one|a) hundred")
        ways.add(words.replace(" and ", r"\s+(?:and\s+)?").replace(" ", r"[\s-]+"))
    return f"(?:{'|'.join(sorted(ways))})"


_WORD = "|".join(sorted({*ONES, *TENS, "hundred"}, key=len, reverse=True))
#: A whole number up to 999, in digits or in what look like its words.
NUMBER = rf"(?:\d{{1,3}}|(?:a[\s-]+(?=hundred))?(?:{_WORD})(?:[\s-]+(?:and[\s-]+)?(?:{_WORD}))*)"
_VALUES = {spelled(number).replace(" and ", " "): number for number in range(1000)}


def value_of(text: str) -> int | None:
    """The number that digits or words mean, or None where they mean none: 'two three'."""
    if text.isdecimal():
        return int(text)
    words = [word for word in text.lower().replace("-", " ").split() if word != "and"]
    return _VALUES.get(" ".join(["one" if word == "a" else word for word in words]))
