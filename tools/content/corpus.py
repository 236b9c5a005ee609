"""All texts that readers read, on pages and in data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from primer.core.diagnostics import Location, Report
from primer.core.languages import language_of
from primer.core.yaml import Document, load
from primer.kit.loading import ENGLISH
from primer.site.languages import languages_in

from tools.content.reading import CITATION, Page, Sentence, read_page, split_sentences

# For people who write this site, not for its readers: the criteria of plain language for the public do not apply.
FOR_AUTHORS = {
    "about/authoring-guide.md": "tells authors how to write YAML and Markdown",
    "about/components.md": "shows parts of the look, with what authors write for each",
    "about/errors.md": "lists messages word for word",
    "about/decisions.md": "gives technical reasons to maintainers",
}

# Fields of the data files that hold whole sentences.
PROSE_FIELDS = {
    *("prompt", "text", "feedback", "right", "wrong", "explanation", "hints", "definition", "summary"),
    *("question", "help", "note", "words", "next", "some", "none", "content_note"),
    *("say", "ask", "open", "close", "safe", "unsafe", "deadline", "caption"),
    *("introduction", "closing", "item", "model_answer"),
}


@dataclass(frozen=True)
class Written:
    """A text in one of the data files, and where it stands."""

    text: str
    location: Location
    key: str

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences, in order."""
        return [Sentence(text, self.location) for text in split_sentences(" ".join(self.text.split()))]


@dataclass(frozen=True)
class Corpus:
    """All texts of the site in a folder. What is no text, such as a page without front matter, is left to the build."""

    root: Path

    @property
    def docs(self) -> Path:
        """The folder of pages."""
        return self.root / "docs"

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page that authors write in English, for which the criteria of plain language are made."""
        paths = sorted(path for path in self.docs.rglob("*.md") if self.docs / "_data" not in path.parents)
        names = {path.relative_to(self.docs).as_posix(): path for path in paths}
        default, *others = languages_in(self.docs / "_data", names, ENGLISH)
        read = (
            read_page(path, name) for name, path in names.items() if language_of(name, (default, *others)) == default
        )
        return tuple(page for page in read if page)

    @property
    def pages_for_readers(self) -> list[Page]:
        """Every page but those for authors."""
        return [page for page in self.pages if page.name not in FOR_AUTHORS]

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """What readers read in data files; references and help lines are other people's words."""
        kinds = ("quizzes/*", "guides/*", "planner", "home", "figures", "glossary", "routes", f"strings/{ENGLISH}")
        files = sorted(path for kind in kinds for path in self.docs.glob(f"_data/{kind}.yml"))
        return tuple(text for path in files for text in self._texts(path))

    @property
    def prose(self) -> list[Sentence]:
        """All sentences for readers, on pages and in the data files."""
        of_data = [one for written in self.written if written.key in PROSE_FIELDS for one in written.sentences]
        return [sentence for page in self.pages_for_readers for sentence in page.sentences] + of_data

    @property
    def prose_of_pages(self) -> list[tuple[Page, Sentence]]:
        """Each sentence of a page for readers, with its page."""
        return [(page, sentence) for page in self.pages_for_readers for sentence in page.sentences]

    def data(self, name: str) -> Iterator[Document]:
        """Yield each data file of a name such as ``quizzes/*.yml``; one that cannot be read is left to the build."""
        for path in sorted(self.docs.glob(f"_data/{name}")):
            document = load(path.read_bytes(), path.relative_to(self.root).as_posix(), Report())
            if document is not None:
                yield document

    def _texts(self, path: Path) -> Iterator[Written]:
        try:
            node = yaml.compose(path.read_text("utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError):
            return
        yield from _scalars(node, path.relative_to(self.root).as_posix(), "")


def _scalars(node: yaml.Node | None, path: str, key: str, mark: str = "") -> Iterator[Written]:
    match node:
        case yaml.MappingNode():
            fields = {name.value: value for name, value in node.value}
            sources = fields.get("refs")
            for name, value in fields.items():
                has_sources = name == "definition" and sources is not None and sources.value
                yield from _scalars(value, path, name, CITATION if has_sources else "")
        case yaml.SequenceNode():
            for value in node.value:
                yield from _scalars(value, path, key)
        case yaml.ScalarNode():
            location = Location(path, node.start_mark.line + 1, node.start_mark.column + 1)
            yield Written(re.sub(r"\[@[^\]]*\]", CITATION, str(node.value)) + mark, location, key)
