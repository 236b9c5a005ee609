"""Make documents for reviewers, and read back what they decided.

    python -m tools.review pack [PAGE ...]      # no page: all of them
    python -m tools.review import FILE.docx

Run it with ``hooks`` on the path, or run ``make review-pack`` and ``make review-import FILE=…``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from primer.core.clock import today
from primer.core.diagnostics import closest
from primer.core.frontmatter import front_matter
from primer.kit.content import Content
from primer.kit.sources import Loaded
from primer.site.changes import digests

from tools.changes import load
from tools.review.decisions import Correction, SignOff, decisions, refusals
from tools.review.document import ROLES, Reader, ReviewDocument, Role
from tools.review.paper import write_paper
from tools.review.word import Returned, read_word, write_word

ROOT = Path(__file__).resolve().parents[2]
FIELDS: dict[Role, tuple[str, str]] = {
    "clinician": ("reviewer", "reviewed"),
    "lawyer": ("law_reviewer", "law_reviewed"),
}
"""The fields of front matter that name who has signed, and when."""


class Pages:
    """The pages of a docs folder, as reviewers get them."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        content, features, pages = load(docs)
        self.reviewed = content.settings.reviewed
        self._reader, self._content = Reader(content), content
        self._files = {content.id_of(page): page for page in pages}
        self._digests = {id: digest for id, _, digest in digests(content, features, docs, docs.name, pages)}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all pages, quizzes and guides."""
        return tuple(self._digests)

    def file(self, id: str) -> Path | None:
        """The Markdown file of a page; None for a quiz or a guide."""
        return self.docs / self._files[id] if id in self._files else None

    def document(self, id: str, role: Role) -> ReviewDocument | None:
        """Return what a reviewer gets of a page; None where there is nothing for a lawyer on it."""
        digest, made = self._digests[id], today()
        if path := self.file(id):
            label = f"{self.docs.name}/{self._files[id]}"
            return self._reader.document(role, id, label, path.read_text("utf-8"), digest, made)
        loaded, item = _item(self._content, id)
        return self._reader.item(role, id, loaded.items[item], loaded.documents[item], id, digest, made)


def main(arguments: list[str]) -> str | None:
    """Do what the arguments ask for; return in words why it cannot be done."""
    match arguments:
        case ["pack", *wanted]:
            return pack(ROOT / "docs", wanted, ROOT / "build/review")
        case ["import", name]:
            return take_back(ROOT / "docs", Path(name))
    return "write: make review-pack, or: make review-import FILE=build/review/clinician/page.docx"


def pack(docs: Path, wanted: list[str], folder: Path) -> str | None:
    """Write the documents of these pages, or of all, into ``folder``; return in words which page there is not."""
    pages = Pages(docs)
    for id in wanted:
        if id not in pages.ids:
            near = closest(id, pages.ids)
            return f"there is no page '{id}'" + (f"; did you mean '{near}'?" if near else "")
    number = 0
    for id in wanted or pages.ids:
        for role in ROLES:
            if document := pages.document(id, role):
                write_word(document, folder / role / f"{id}.docx")
                write_paper(document, folder / role / f"{id}.pdf")
                number += 2
    print(f"Wrote {number} files below {folder}: fill in a .docx, or print a .pdf and type it in later.")
    return None


def take_back(docs: Path, path: Path) -> str | None:
    """Print what to correct in a page, and write into it who has signed it; return in words why that cannot be."""
    if not path.is_file():
        return f"there is no file {path}"
    returned = read_word(path)
    if isinstance(returned, str):
        return returned
    pages = Pages(docs)
    document = _asked(pages, returned)
    if document is None:
        return f"{path.name} is about a page '{returned.page}' for a {returned.role}, and there is none"
    if found := refusals(returned, document, today()):
        return "\n".join([f"{path.name} does not count:", *(f"  - {reason}" for reason in found)])
    decided = decisions(returned, document)
    for line in _lines(decided.corrections):
        print(line)
    file = pages.file(returned.page)
    if decided.sign_off and file:
        role = document.role
        file.write_text(signed(file.read_text("utf-8"), role, decided.sign_off, pages.reviewed), "utf-8")
        print(f"{file}: signed by {decided.sign_off.reviewer} on {decided.sign_off.reviewed}.")
    elif decided.sign_off:
        print(f"All of '{returned.page}' is agreed with; a quiz or a guide has no line for a reviewer. Keep the file.")
    elif decided.corrections:
        print("Correct these, record the change, and ask for a signature with a new pack. No page was changed.")
    else:
        print("All of it is agreed with, and nobody has signed. No page was changed.")
    return None


def signed(text: str, role: Role, by: SignOff, reviewed: str) -> str:
    """Return the text of a page with a sign-off in its front matter."""
    block = front_matter(text) or ""
    who, when = FIELDS[role]
    gone = rf"(?m)^({who}|{when}{'|status' if role == 'clinician' else ''}):.*\n"
    lines = [f"status: {reviewed}"] if role == "clinician" else []
    lines += [yaml.safe_dump({who: by.reviewer}, allow_unicode=True, width=1000).strip(), f"{when}: {by.reviewed}"]
    return text.replace(block, re.sub(gone, "", block) + "\n".join(lines) + "\n", 1)


def _asked(pages: Pages, returned: Returned) -> ReviewDocument | None:
    """Return the document that a reviewer would be given today."""
    for role in ROLES:
        if role == returned.role and returned.page in pages.ids:
            return pages.document(returned.page, role)
    return None


def _lines(corrections: tuple[Correction, ...]) -> Iterator[str]:
    """Yield a line or two for each correction, for the author."""
    for one in corrections:
        yield f"{one.claim.place}: {one.wanted.lower()} claim {one.claim.number}: {one.claim.text}"
        if one.words:
            yield f"    {one.words}"


def _item(content: Content, id: str) -> tuple[Loaded, str]:  # type: ignore[type-arg]  # of any feature
    """Return what the quiz or guide of a generated page is among, and its id there."""
    made = next(page for path, page in content.generated.items() if content.id_of(path) == id)
    for loaded in content.loaded.values():
        document = loaded.documents.get(made.id) if isinstance(loaded, Loaded) else None
        if document and document.path == made.source:
            return loaded, made.id
    raise KeyError(id)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
