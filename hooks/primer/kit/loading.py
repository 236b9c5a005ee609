"""Load the data folder: the sources of every feature, and the strings of a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from pydantic import TypeAdapter, create_model

from primer.core.cache import Cache
from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.languages import Language
from primer.core.model import Model
from primer.core.validation import validate
from primer.core.yaml import Document, load
from primer.kit.content import PAGE_EMBEDS, Content, GeneratedPage, PageTitles
from primer.kit.counting import check_counts, in_forms_of
from primer.kit.feature import Feature
from primer.kit.judged_strings import JudgedStrings
from primer.kit.sources import DataFolder, Key
from primer.kit.strings import Strings, StringTable, with_forms
from primer.text.citing import Citables
from primer.text.inline import DataText

ENGLISH = "en"
"""The language in which everything that comes with the engine is written."""


class HasStrings(Protocol):
    """Something that brings groups of strings.

    A folder ``strings`` in each of its ``folders`` has a file for each language.
    """

    @property
    def strings(self) -> Sequence[type[Strings]]: ...
    @property
    def folders(self) -> Sequence[Path]: ...


def load_sources(
    features: Iterable[Feature], folder: DataFolder, known: Mapping[Key[Any], Any] | None = None
) -> dict[Key[Any], Any]:
    """Return what each source of each feature holds, after reporting what is wrong with it.

    What was loaded before stands in ``known``.
    """
    found = dict(known or {})
    for source in (source for feature in features for source in feature.sources):
        if source.key not in found:
            found[source.key] = source.load(folder)
    return found


def assemble(
    features: Sequence[Feature],
    loaded: Mapping[Key[Any], Any],
    folder: DataFolder,
    pages: frozenset[str],
    strings: StringTable,
    *,
    language: str,
    locale: str,
    languages: tuple[Language, ...] = (Language(ENGLISH),),
    files: frozenset[str] = frozenset(),
    formulas: bool = False,
    made_too: Iterable[GeneratedPage] = (),
) -> Content:
    """Return what was loaded as content.

    ``pages`` holds the path of each written page below the docs folder, and ``files`` that of all else that is
    published from there. ``formulas`` says that texts may hold some. Other languages ``made_too`` some pages.
    """
    made = [page for feature in features for page in feature.generated_pages(loaded, folder)]
    generated: dict[str, GeneratedPage] = {page.path: page for page in (*made, *made_too)}
    every = pages | set(generated)
    citables = next((found for feature in features if (found := feature.citables(loaded, strings, locale))), Citables())
    return Content(
        loaded=loaded,
        strings=strings,
        language=language,
        names={languages[0]: language},
        locale=locale,
        languages=languages,
        pages=every,
        generated=generated,
        embed_folders=(PAGE_EMBEDS, *(feature.embeds for feature in features if feature.embeds)),
        titles=PageTitles(folder.root.parent, {path: page.title for path, page in generated.items()}),
        text=DataText(citables, every, files, formulas=formulas),
    )


def load_strings(
    parts: Sequence[HasStrings], folder: DataFolder, language: str, kept: Cache | None = None
) -> StringTable:
    """Return the strings of a language: those that come with each of ``parts``, and over them what the site says.

    A language that comes with none needs all of them in ``strings/<language>.yml``. What is wrong there is reported;
    then the strings that come with the engine are shown, in English for want of others.
    What ``kept`` says that an earlier build found right is not judged again.
    """
    groups = [group for part in parts for group in part.strings]
    known, said = default_strings(parts, language), folder.report.said
    if own := folder.document(f"strings/{language}.yml"):
        own = _over(known, in_forms_of(language, groups, own, folder.report))
    judged = JudgedStrings(groups, language, own.data if own else known, kept or Cache())
    if judged.are_right:
        return judged.table()
    shape = strings_shape(groups, language)
    found = validate(shape, own, "strings", folder.report) if own else None
    if own and found:
        check_counts(groups, own, language, folder.report)
    counted_in = language if found or known else ENGLISH
    if found is None:
        base = known or default_strings(parts, ENGLISH)
        found = validate(strings_shape(groups, counted_in), Document("", base, {}, {}), "strings", Report())
    if own is None and not known and not folder.exists(f"strings/{language}.yml"):
        _report_no_strings(folder, language)
    if found and (own or known) and folder.report.said == said:
        judged.keep()
    return StringTable(
        (getattr(found, group.section) if found else group.of_names()).in_language(counted_in) for group in groups
    )


def load_other_strings(
    parts: Sequence[HasStrings],
    folder: DataFolder,
    language: str,
    about: Mapping[str, str],
    kept: Cache | None = None,
) -> StringTable:
    """Return the strings of a language that is not the default one, after reporting what is wrong with them.

    What they leave out is no mistake: it is shown in English. ``about`` is what is known of the language itself, and
    stands where its file does not say so.
    """
    groups = [group for part in parts for group in part.strings]
    name, known, said = f"strings/{language}.yml", default_strings(parts, language), folder.report.said
    defaults = Document("", over(over(default_strings(parts, ENGLISH), {"site": about}), known), {}, {})
    base = in_forms_of(language, groups, defaults, Report())
    if own := folder.document(name):
        own = in_forms_of(language, groups, own, folder.report)
    judged = JudgedStrings(groups, language, _over(base.data, own).data if own else base.data, kept or Cache())
    if judged.are_right and (own or known):
        return judged.table()
    shape = strings_shape(groups, language)
    found = validate(shape, _over(base.data, own), "strings", folder.report) if own else None
    if own and found:
        check_counts(groups, own, language, folder.report, partial=True)
    if found is None:
        found = validate(shape, base, "strings", Report())
    if own is None and not known and not folder.exists(name):
        _report_no_strings(folder, language)
    if found and folder.report.said == said:
        judged.keep()
    return StringTable(
        (getattr(found, group.section) if found else group.of_names()).in_language(language) for group in groups
    )


def strings_file(parts: Iterable[HasStrings], language: str = ENGLISH) -> str:
    """Return a whole file of strings, to be translated."""
    files = (folder / "strings" / f"{language}.yml" for part in parts for folder in part.folders)
    return "\n".join(path.read_text("utf-8") for path in files if path.is_file())


def _report_no_strings(folder: DataFolder, language: str) -> None:
    name = f"strings/{language}.yml"
    others = (path.stem for path in sorted(folder.root.glob("strings/*.yml")))
    hint = did_you_mean(language, others) or f"write {folder.label}/{name}, from that of another language"
    message = f"there are no strings for the language '{language}'"
    folder.report.add(Location(f"{folder.label}/{name}"), message, "strings-missing", hint)


def strings_shape(groups: Iterable[type[Strings]], language: str | None = None) -> type[Model]:
    """Return the model of a whole file of strings: a field for each group.

    Of what is said of numbers, it has the forms of a language, or all there are.
    """
    return _shape(tuple(groups), language)


@cache
def _shape(groups: tuple[type[Strings], ...], language: str | None) -> type[Model]:
    fields: dict[str, Any] = {group.section: (with_forms(group, language), ...) for group in groups}
    shape: type[Model] = create_model("FileOfStrings", __base__=Model, **fields)
    shape.noun = "the file of strings"
    return shape


def strings_schema(groups: Iterable[type[Strings]]) -> dict[str, Any]:
    """Return the JSON Schema of a file of strings, in which anything may be left out."""
    schema = TypeAdapter(strings_shape(groups)).json_schema(by_alias=True)
    schema.pop("required", None)
    for group in schema.get("$defs", {}).values():
        group.pop("required", None)
    return schema


def default_strings(parts: Iterable[HasStrings], language: str) -> dict[str, Any]:
    """Return the strings that come with parts of the engine, by group; nothing for a language that it does not know."""
    found: dict[str, Any] = {}
    for folder in (folder for part in parts for folder in part.folders):
        found |= _default_strings(folder, language)
    return found


@cache
def _default_strings(folder: Path, language: str) -> Mapping[str, Any]:
    path = folder / "strings" / f"{language}.yml"
    if not path.is_file():
        return {}
    report = Report()
    document = load(path.read_bytes(), str(path), report)
    if document is None or not isinstance(document.data, Mapping):
        raise ValueError(f"{path} cannot be read: {next(iter(report), 'it is no mapping')}")
    return document.data


def over(below: Mapping[str, Any], above: Mapping[Any, Any]) -> dict[str, Any]:
    """Return groups of strings that say what ``above`` does, and what ``below`` says where it is silent."""
    merged = {**below, **above}
    for section, group in above.items():
        if isinstance(group, Mapping) and isinstance(below.get(section), Mapping):
            merged[section] = {**below[section], **group}
    return merged


def _over(defaults: object, document: Document) -> Document:
    """Return a document that says what ``document`` does, and what ``defaults`` say where it is silent."""
    if not isinstance(defaults, Mapping) or not isinstance(document.data, Mapping):
        return document
    return replace(document, data=over(defaults, document.data))
