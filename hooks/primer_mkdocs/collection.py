"""Keep Python from looking for garbage while a build makes what it needs to its end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

FEW = 10_000
"""So many objects stay for good in no process that has loaded a site."""

SELDOM = 5_000
"""After how many new objects Python looks for garbage: by default 700, which takes as long; 20,000 takes 6 MB more."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Look for no garbage until the end: modules and content stay, so Python would find nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def set_apart() -> None:
    """Never again look for garbage in what there is, the first time in a process: later, most of it is garbage.

    Look seldom in what is made from now on: nearly all that a page leaves behind goes by itself.
    """
    if gc.get_freeze_count() < FEW:
        gc.freeze()
        gc.set_threshold(SELDOM, 10, 10)
