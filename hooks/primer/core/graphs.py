"""What can be reached in something that branches: a story or a guide, given as steps and the steps each leads to."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def unreachable(steps: Mapping[str, Collection[str]], start: str) -> list[str]:
    """Return the steps that no way from ``start`` passes, in the order of ``steps``.

    ``steps`` holds for each step the steps that it leads to, none for an end; names that are no steps are passed over.
    """
    reached = _reached(steps, {start})
    return [step for step in steps if step not in reached]


def endless(steps: Mapping[str, Collection[str]]) -> list[str]:
    """Return the steps from which no way leads to an end, in the order of ``steps``."""
    back: dict[str, set[str]] = {step: set() for step in steps}
    for step, exits in steps.items():
        for exit in exits:
            back.setdefault(exit, set()).add(step)
    ends = {step for step, exits in steps.items() if not exits}
    reached = _reached(back, ends)
    return [step for step in steps if step not in reached]


def circular(steps: Mapping[str, Collection[str]]) -> list[str]:
    """Return the steps to which some way leads back, in the order of ``steps``."""
    return [step for step, exits in steps.items() if step in _reached(steps, set(exits))]


def longest(steps: Mapping[str, Collection[str]], start: str) -> int:
    """Return how many steps that are no ends the longest way from ``start`` passes; in a loop, each counts once."""
    deep = {start: 0}
    for _ in steps:
        for step, exits in steps.items():
            if step in deep:
                deep |= {exit: max(deep.get(exit, 0), deep[step] + 1) for exit in exits}
    return min(max(deep.values()), sum(1 for exits in steps.values() if exits))


def _reached(steps: Mapping[str, Collection[str]], starts: set[str]) -> set[str]:
    found, ahead = set(starts), list(starts)
    while ahead:
        new = {step for step in steps.get(ahead.pop(), ()) if step not in found}
        found |= new
        ahead += new
    return found
