"""Move a page, with all that leads to it: ``make move FROM=trust/power.md TO=options/power.md``."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from primer.core.languages import page_id, site_languages
from primer.core.model import SLUG
from primer.core.urls import page_url
from primer.kit.fences import fences

_LINK = re.compile(r"(?P<before>\]\(<?|^ {0,3}\[[^\]\n]+\]: *<?)(?P<path>[^\s()<>#?]+)", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class CannotMoveError(Exception):
    """Says why a page cannot be moved."""


@dataclass(frozen=True)
class Move:
    """A page on its way: paths below the docs folder, and the ids and addresses that come of them."""

    old: str
    new: str
    language: str = ""
    """The folder of its language, where that is not the default one."""

    @property
    def ids(self) -> tuple[str, str]:
        """The id before and after."""
        languages = site_languages("", [self.language] if self.language else [])
        return page_id(self.old, languages), page_id(self.new, languages)

    @property
    def addresses(self) -> tuple[str, str]:
        """The address before and after."""
        return f"/{page_url(self.old)}", f"/{page_url(self.new)}"

    @property
    def ledger(self) -> str:
        """The ledger of its language, below the docs folder."""
        return f"_data/{self.language}/permalinks.yml" if self.language else "_data/permalinks.yml"


def main(arguments: list[str]) -> None:
    """Move a page of this project and print what was done."""
    if len(arguments) != 2 or not all(arguments):
        sys.exit("name both: make move FROM=folder/page.md TO=other/page.md")
    try:
        done = move(Path.cwd(), *arguments)
    except CannotMoveError as error:
        sys.exit(str(error))
    print("\n".join(done))


def move(root: Path, source: str, target: str) -> list[str]:
    """Move a page of the project in ``root``; return what was done, a line for each change, and what is left to do.

    Raises CannotMoveError before anything is changed.
    """
    docs = root / "docs"
    moved = _checked(docs, below_docs(source), below_docs(target))
    changes = {path: text for path, text in _mended(root, docs, moved) if text != path.read_text("utf-8")}
    done = [f"docs/{moved.old} is docs/{moved.new} now, at {moved.addresses[1]}"]
    for path, text in changes.items():
        done += _differences(path.relative_to(root).as_posix(), path.read_text("utf-8"), text)
        path.write_text(text, "utf-8")
    (docs / moved.new).parent.mkdir(parents=True, exist_ok=True)
    (docs / moved.old).rename(docs / moved.new)
    for folder in (docs / moved.old).parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
    return [*done, *_left(root, moved)]


def below_docs(path: str) -> str:
    """Return the path below the docs folder, however an author wrote it."""
    return posixpath.normpath(path.replace("\\", "/").removeprefix("./").removeprefix("docs/").lstrip("/"))


def _checked(docs: Path, old: str, new: str) -> Move:
    """Return the move, or say why it cannot be made."""
    if not old.endswith(".md") or not (docs / old).is_file():
        raise CannotMoveError(f"there is no page docs/{old}")
    if old == "index.md":
        raise CannotMoveError("the home page stays where it is")
    checked_path(docs, new)
    folder = old.partition("/")[0]
    language = folder if (docs / f"_data/{folder}/permalinks.yml").is_file() else ""
    moved = Move(old, new, language)
    if language and not new.startswith(f"{language}/"):
        raise CannotMoveError(f"docs/{old} is a page of the language '{language}', and docs/{new} is not")
    if moved.ids[1] != moved.ids[0] and moved.ids[1] in taken_ids(docs, language):
        raise CannotMoveError(f"the id '{moved.ids[1]}' already belongs to another page; choose another name")
    return moved


def checked_path(docs: Path, new: str) -> None:
    """Raise CannotMoveError where a page that is not there yet cannot be."""
    if not new.endswith(".md") or new.startswith(("../", "_data/")):
        raise CannotMoveError(f"docs/{new} cannot be a page: name a file that ends in .md")
    if (docs / new).exists():
        raise CannotMoveError(f"docs/{new} is there already")
    if not all(re.fullmatch(SLUG, part) for part in PurePosixPath(new).with_suffix("").parts):
        raise CannotMoveError(f"docs/{new} cannot be an address: use lower-case words joined by hyphens")


def taken_ids(docs: Path, language: str) -> set[str]:
    """Return the ids of all pages, of quizzes and guides too, for these have pages."""
    pages = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    taken = {Move(page, page, language).ids[0] for page in pages}
    return taken | {path.stem for kind in ("quizzes", "guides") for path in docs.glob(f"_data/{kind}/*.yml")}


def _mended(root: Path, docs: Path, moved: Move) -> Iterator[tuple[Path, str]]:
    """Yield each file that may name the page, with its text after the move."""
    whole = _Replaced(f"/{moved.old}", f"/{moved.new}")
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        yield path, whole(_with_links(path.read_text("utf-8"), page, moved))
    for path in sorted((docs / "_data").rglob("*.yml")):
        text = whole(path.read_text("utf-8"))
        name = path.relative_to(docs).as_posix()
        yield path, _in_ledger(text, moved) if name == moved.ledger else _in_record(text, moved, name)
    settings = root / "mkdocs.yml"
    if settings.is_file():
        nav = re.compile(rf"(?P<before>[\s:'\"]){re.escape(moved.old)}(?=['\"]?[ \t]*(?:#.*)?$)", re.MULTILINE)
        yield settings, nav.sub(lambda found: found["before"] + moved.new, settings.read_text("utf-8"))
    searches = root / "tests/browser/searches.yml"
    if searches.is_file():
        yield searches, _Replaced(*moved.addresses)(searches.read_text("utf-8"))


class _Replaced:
    """Replaces a path or an address where all of it stands, and not as a part of a longer one."""

    def __init__(self, old: str, new: str) -> None:
        self._pattern = re.compile(rf"(?<![\w./-]){re.escape(old)}(?![\w/-]|\.\w)")
        self._new = new

    def __call__(self, text: str) -> str:
        return self._pattern.sub(lambda _: self._new, text)


def _with_links(text: str, page: str, moved: Move) -> str:
    """Return a page with its relative links mended, be it one that links to the page or the page itself."""
    lives = moved.new if page == moved.old else page
    is_code = _code_lines(text)

    def mended(found: re.Match[str]) -> str:
        path = found["path"]
        if path.startswith(("/", "#")) or _ELSEWHERE.match(path) or text.count("\n", 0, found.start("path")) in is_code:
            return found[0]
        leads = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        new = moved.new if leads == moved.old else leads
        if new == leads and lives == page:
            return found[0]
        slash = "/" if path.endswith("/") else ""
        return found["before"] + posixpath.relpath(new, posixpath.dirname(lives) or ".") + slash

    return _LINK.sub(mended, text)


def _code_lines(text: str) -> frozenset[int]:
    return frozenset(
        line for fence in fences(text.expandtabs(4).split("\n")) for line in range(fence.first, fence.last + 1)
    )


def _in_ledger(text: str, moved: Move) -> str:
    """Return the ledger with the new address, and with every old one of the page leading to it."""
    (old, new), (before, after) = moved.ids, moved.addresses
    text = re.sub(rf"(?m)^(\s+\S+: +)(['\"]?){re.escape(old)}\2(?=\s*(?:#.*)?$)", rf"\g<1>{new}", text)
    text = re.sub(rf"(?<=: ){re.escape(old)}(?=[,}}])", new, text)
    if re.search(rf"(?m)(?:^\s+|[{{,] *){re.escape(after)}:", text) or after == before:
        return text
    line = re.compile(rf"(?m)^(?P<margin>\s+){re.escape(before)}: .*$")
    if line.search(text):
        return line.sub(lambda found: f"{found[0]}\n{found['margin']}{after}: {new}", text, count=1)
    return re.sub(rf"(?P<entry>{re.escape(before)}: +[\w-]+)", rf"\g<entry>, {after}: {new}", text, count=1)


def _in_record(text: str, moved: Move, name: str) -> str:
    """Return the record of changes with the new id; other files name pages by their paths."""
    old, new = moved.ids
    if old == new or not name.endswith("changes.yml"):
        return text
    text = re.sub(rf"(?<=\bpage: ){re.escape(old)}(?![\w-])", new, text)
    return re.sub(rf"(?m)^(\s+){re.escape(old)}(?=: )", rf"\g<1>{new}", text)


def _differences(name: str, before: str, after: str) -> Iterator[str]:
    """Yield each line that was changed or added."""
    kept = set(before.split("\n"))
    for number, line in enumerate(after.split("\n"), 1):
        if line not in kept:
            yield f"{name}:{number}: {line.strip()}"


def _left(root: Path, moved: Move) -> Iterator[str]:
    """Yield what only a person can do."""
    named = [re.escape(moved.old), re.escape(moved.addresses[0])]
    pattern = re.compile(rf"(?<![\w.-])(?:{'|'.join(named)})(?![\w/-])")
    for folder in ("overrides", "tests", "tools"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".html", ".py", ".yml", ".js", ".json") or not path.is_file():
                continue
            for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
                if pattern.search(line) and "/promises/" not in path.as_posix():
                    yield f"look at {path.relative_to(root).as_posix()}:{number}, which names the page too"
    yield "Then run make build; make promises records the new address"


if __name__ == "__main__":
    main(sys.argv[1:])
