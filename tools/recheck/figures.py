"""Results of research in a text: shares, decimals and large counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.recheck.wording import number_pattern

#: What we worked out, up to the end of the sentence; what we say again in people; how wide an interval is.
OURS = re.compile(r"\bBy our arithmetic\b.*?(?:\.(?=\s|$))|\bin (?:every )?100\b|\b95% (?=CI\b)", re.DOTALL)
_FIGURE = re.compile(
    r"(?<![\w.,$])(?:(?P<share>\d+(?:\.\d+)?)%|(?P<decimal>\d*\.\d+)|(?P<count>\d{1,3}(?:,\d{3})+|\d{3,}))(?![\w%])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Figure:
    """A figure as a finding writes it: '72.6%', '.28', '14,587'."""

    printed: str

    @property
    def shown(self) -> str:
        """The figure as it is printed."""
        return self.printed

    def stands_in(self, text: str) -> bool:
        """Whether a text has this figure, with or without its first zero, its commas or a space before %."""
        return bool(self._pattern.search(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        digits = self.printed.rstrip("%")
        if "." in digits:
            whole, _, rest = digits.partition(".")
            body = rf"{'0?' if whole in ('', '0') else whole}[.\u00b7]{rest}"
        else:
            body = number_pattern(int(digits.replace(",", "")))
        share = r"\s*(?:%|per\s?cent\b)" if self.printed.endswith("%") else ""
        return re.compile(rf"(?<![\d.,]){body}(?!\d){share}", re.IGNORECASE)


def figures_in(text: str) -> Iterator[Figure]:
    """Each figure once, in the order of the text; years and what we worked out ourselves are left out."""
    seen = set()
    for found in _FIGURE.finditer(OURS.sub("", text)):
        figure = Figure(found[0])
        if not _YEAR.fullmatch(found[0]) and figure not in seen:
            seen.add(figure)
            yield figure
