"""Put the examples of the documents into a copy of our own site, each where it says that it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.building import ROOT
from tests.docs.blocks import Block, blocks
from tests.rendering import FRONT_MATTER

MARKDOWN = ("markdown", "md", "html")
GUIDE = ROOT / "docs/about/authoring-guide.md"
_FILE = re.compile(r"# docs/_data/(\S+)")

#: The blocks that say which data file they are.
NAMED: dict[str, Block] = {
    found[1]: block for block in blocks(GUIDE) if block.language == "yaml" and (found := _FILE.fullmatch(block.first))
}
#: The pages and parts of pages that are shown, by the path of the page that each becomes.
PAGES: dict[str, Block] = {
    "starting/first-session.md" if block.first == "---" else f"examples/example-{number}.md": block
    for number, block in enumerate(blocks(*sorted((ROOT / "docs/about").glob("*.md"))))
    if block.language in MARKDOWN
}
#: Files to which an example is added, instead of taking their place: our pages need what is in them.
ADDED = ("figures.yml", "glossary.yml", "help-lines.yml", "references.yml")
#: What an example page or data file names and nobody shows.
NEEDED = {"pictures/noon.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"}
DRAWN = "_data/figures/two-chairs.svg"


def write_examples(docs: Path, names: list[str]) -> None:
    """Copy our docs folder in its first language, and put the pages and the data files of these names into it."""
    others = [path.parent.name for path in (ROOT / "docs/_data").glob("*/permalinks.yml")]
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns(*others))
    data = docs / "_data"
    for path, text in NEEDED.items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(text, "utf-8")
    [drawing] = [block for block in blocks(GUIDE) if block.language == "xml" and "figure__" in block.text]
    (docs / DRAWN).write_text(drawing.text, "utf-8")
    for name, block in NAMED.items():
        if name in ADDED:
            (data / name).write_text((data / name).read_text("utf-8") + block.text, "utf-8")
        elif name in names:
            (data / name).write_text(block.text, "utf-8")
    for path, block in PAGES.items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(_page(block), "utf-8")
    _add_to_ledger(data / "permalinks.yml", names)


def _page(block: Block) -> str:
    """A page with a block on it, and a heading for each passage of the same page to which it links."""
    if block.first == "---":
        return block.text
    anchors = re.findall(r"\]\(#([\w-]+)\)", block.text)
    headings = "".join(f"\n## {anchor} {{ #{anchor} }}\n\nWords.\n" for anchor in sorted({*anchors}))
    front = FRONT_MATTER.replace("A page of a test", f"The example in {block.name}").replace("A page", block.name)
    return f"{front}Words.\n\n{block.text}{headings}"


def _add_to_ledger(path: Path, names: list[str]) -> None:
    """Add what the guide tells authors to add: pages, quizzes and guides, and the ids of its lists."""
    ledger: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    shown: dict[str, Any] = yaml.safe_load(NAMED["permalinks.yml"].text)
    ids = [Path(page).stem for page in PAGES]
    ledger["addresses"] |= shown["addresses"]
    ledger["addresses"] |= {f"/{page.removesuffix('.md')}/": id for page, id in zip(PAGES, ids, strict=True)}
    for name in names:
        folder, _, file = name.rpartition("/")
        if folder:
            id = file.removesuffix(".yml")
            ledger["addresses"][f"/{folder}/{id}/"] = id
    for kind in ("terms", "references", "places"):
        ledger[kind] = [*ledger[kind], *shown[kind]]
    path.write_text(yaml.safe_dump(ledger, allow_unicode=True), "utf-8")
