"""Fail in the words of the build, where it is an author's text that a test is about."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from primer.core.diagnostics import Diagnostic


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What was found, in the order of files, lines and codes."""
    return sorted(found, key=lambda one: (one.location, one.code, one.message))


def tell(found: Iterable[Diagnostic]) -> None:
    """Fail with all messages, if there are any."""
    if messages := in_order(found):
        pytest.fail("\n".join(map(str, messages)), pytrace=False)
