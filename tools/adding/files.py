"""Add lines to files that authors keep in order, without touching any other line."""

from __future__ import annotations

import posixpath
import re

_ITEM = re.compile(r"- id: +(?P<key>\S+)")


def in_ledger(ledger: str, section: str, key: str, line: str) -> str:
    """Return the ledger with a line in a section of it: above the first whose key comes later, else at its end."""
    lines = ledger.splitlines(keepends=True)
    starts = [at for at, text in enumerate(lines) if re.match(rf"{section}:", text)]
    if not starts or re.match(rf"{section}: *[\[{{]", lines[starts[0]]):
        return f"{ledger.rstrip()}\n{section}:\n  {line}\n" if not starts else ledger
    first = starts[0] + 1
    end = next((at for at in range(first, len(lines)) if re.match(r"\S", lines[at])), len(lines))
    keys = [(at, re.match(r" +(?:- +)?['\"]?([^\s:'\"]+)", lines[at])) for at in range(first, end)]
    after = next((at for at, found in keys if found and found[1] > key), None)
    filled = max((at for at, found in keys if found), default=starts[0])
    return "".join([*lines[: after or filled + 1], f"  {line}\n", *lines[after or filled + 1 :]])


def in_list(text: str, id: str, item: str) -> str:
    """Return a file of items with one more: above the first whose id comes later, else at its end."""
    for found in re.finditer(rf"(?m)^{_ITEM.pattern}", text):
        if found["key"].strip("'\"") > id:
            return f"{text[: found.start()]}{item}\n{text[found.start() :]}"
    return f"{text.rstrip()}\n\n{item}" if text.strip() else item


def in_menu(settings: str, page: str) -> str | None:
    """Return the settings with a page below the last of its folder in the menu.

    Without a menu they stay as they are. None is returned where the menu has no page of the folder.
    """
    lines = settings.splitlines(keepends=True)
    start = next((at for at, text in enumerate(lines) if text.startswith("nav:")), None)
    if start is None or lines[start].strip() != "nav:":
        return settings
    end = next((at for at in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[at])), len(lines))
    last = None
    for at in range(start + 1, end):
        found = re.match(r"(?P<margin> *- ).*?(?P<page>[^\s'\"]+\.md)['\"]?\s*(?:#.*)?$", lines[at])
        if found and posixpath.dirname(found["page"]) == posixpath.dirname(page):
            last = (at, found["margin"])
    if last is None:
        return None
    return "".join([*lines[: last[0] + 1], f"{last[1]}{page}\n", *lines[last[0] + 1 :]])
