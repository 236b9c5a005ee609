"""The base of every author format: frozen, strict and closed."""

from __future__ import annotations

import datetime
import re
import typing
from collections.abc import Iterator, Mapping, Sized
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema

from primer.core.dates import is_day


class Model(BaseModel):
    """A part of a file that authors write. Unknown fields are refused and nothing is converted."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", populate_by_name=False, allow_inf_nan=False, defer_build=True
    )

    noun: ClassVar[str] = "this"
    """What an author calls it, with its article: 'an option'. Models that a ``type`` tells apart share one."""

    hover: ClassVar[Mapping[str, str]] = {}
    """What an editor says of a field, by its name in a file, where the field does not say it itself."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema, in which each field of ``hover`` says what it is for."""
        found = handler(schema)
        properties = handler.resolve_ref_schema(found).get("properties", {})
        for base in cls.__mro__:
            for name, said in vars(base).get("hover", {}).items():
                properties[name].setdefault("description", said)
        for shape in properties.values():
            said_inside = (choice["description"] for choice in shape.get("anyOf", ()) if "description" in choice)
            if "description" not in shape and (said := next(said_inside, None)):
                shape["description"] = said
        return found

    def broken_rules(self) -> Iterator[BrokenRule]:
        """Yield each rule between its fields that is broken; asked only once every field is right by itself."""
        yield from ()

    @model_validator(mode="after")
    def _keeps_its_rules(self) -> Self:
        if broken := tuple(self.broken_rules()):
            raise refusal(*broken)
        return self


class BrokenRule(NamedTuple):
    """A rule that a model breaks.

    ``code`` ends the diagnostic's code, after the name of the format. ``at`` leads from the model to the part at fault.
    """

    code: str
    message: str
    hint: str | None = None
    at: tuple[str | int, ...] = ()


def refusal(*broken: BrokenRule) -> PydanticCustomError:
    """Return the error with which a validator refuses a value; each of the broken rules is then reported."""
    said = "; ".join(rule.message for rule in broken)
    return PydanticCustomError("rule", "{said}", {"said": said, "broken": broken})


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS = r"^/([a-z0-9-]+/)*$"
WEB_ADDRESS = r"^https?://[^\s/]+"
SECURE_ADDRESS = r"^https://[^\s/]+"
EMAIL = r"^[^@\s]+@[^@\s]+$"
DIALLED = r"^[0-9+][0-9A-Z ()-]*$"
NUMBER = r"^-?([0-9]+|[0-9]*\.[0-9]+)$"
FINDING = r"^[a-z0-9-]+:[a-z0-9-]+$"
ANCHOR = r"^#\S+$"
DIGEST = r"^[0-9a-f]{16}$"
PAGE = r"^/\S+\.md$"
PAGE_OR_FOLDER = r"^/\S+(\.md|/)$"
SCHEMA_TYPE = r"^[A-Z][A-Za-z]+$"
PARTIAL_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
NOT_BLANK = r"\S"

PATTERNS = {
    SLUG: "lower-case words joined by hyphens",
    ADDRESS: "an address such as /folder/page/",
    WEB_ADDRESS: "a web address that begins with https:// or http://",
    SECURE_ADDRESS: "a web address that begins with https://",
    EMAIL: "an e-mail address",
    DIALLED: "a number as it is dialled",
    NUMBER: "a number, such as 8 or .278",
    DIGEST: "sixteen digits and letters in quotes, as 'make changes' prints them",
    ANCHOR: "the id of a heading of this page, such as '#what-to-say'",
    PAGE: "a page below the docs folder, such as /folder/page.md",
    PAGE_OR_FOLDER: "a page or a folder below the docs folder, such as /page.md or /folder/",
    SCHEMA_TYPE: "a type of schema.org, such as WebPage",
    PARTIAL_DATE: "a year, a month or a day in quotes, such as '2026', '2026-05' or '2026-05-31'",
    FINDING: "a finding, such as family-name-2020:most",
}
"""What each pattern asks for, in words that complete 'it should be …'."""


class Prose:
    """Marks a type of text that may hold inline Markdown, with links and citations."""


Slug = Annotated[str, Field(pattern=SLUG, description=PATTERNS[SLUG])]
Text = Annotated[str, Field(min_length=1, pattern=NOT_BLANK)]
MarkdownText = Annotated[Text, Prose()]


def _of_the_calendar(written: str) -> str:
    if not is_day(written):
        raise refusal(BrokenRule("bad-value", f"'{written}' is not in the calendar"))
    return written


SourceDate = Annotated[
    str,
    Field(pattern=PARTIAL_DATE, description="when the page that was seen was last changed, if it says so"),
    AfterValidator(_of_the_calendar),
]


MARKDOWN = re.compile(r"\[[^\]]+\](?:\([^)]*\)|\[[^\]]*\])|\[@[^\]]+\]|(?<!\w)([*_]{1,3}|`+)(?=\S).+?(?<=\S)\1(?!\w)")
"""A link, a citation, stress or code."""


def _without_markdown(written: str) -> str:
    if found := MARKDOWN.search(written):
        fact = f"'{found[0]}' would be shown as it is written: there is no Markdown here"
        raise refusal(BrokenRule("bad-value", fact, "say it in plain words"))
    return written


PlainText = Annotated[Text, AfterValidator(_without_markdown)]
"""Text that is shown as it is written."""


def is_readable(address: str) -> bool:
    """Tell whether programs can take an address apart: they cannot when it is ``https://[oops``."""
    try:
        urlsplit(address).port  # noqa: B018 - the port is read only when it is asked for
    except ValueError:
        return False
    return True


def _checked_address(address: str) -> str:
    if not is_readable(address):
        raise refusal(BrokenRule("bad-value", f"'{address}' is not what it should be: {PATTERNS[WEB_ADDRESS]}"))
    return address


Readable = AfterValidator(_checked_address)
"""The rule that an address is one that programs can take apart."""

WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS), Readable]


def prose(model: Model) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each text of ``model`` and of what it holds that may be Markdown, in the order of the fields.

    With each comes its path: the names and indexes that lead to it, as in the file.
    """
    for name, alias, of_prose in _fields(type(model)):
        yield from _texts(getattr(model, name), (alias,), of_prose=of_prose)


def prose_texts(model: Model) -> list[str]:
    """Return the texts of ``prose``, without their paths: in a third of the time."""
    found: list[str] = []
    for name, _, of_prose in _fields(type(model)):
        _collect(getattr(model, name), found, of_prose=of_prose)
    return found


def _collect(value: object, found: list[str], *, of_prose: bool) -> None:
    if isinstance(value, str):
        if of_prose:
            found.append(value)
    elif isinstance(value, Model):
        found += prose_texts(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found, of_prose=of_prose)


@cache
def _fields(kind: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a kind of model: the name, the name in a file, and whether the text in it is prose."""
    return tuple(
        (
            name,
            field.alias or name,
            any(isinstance(mark, Prose) for mark in field.metadata) or _is_prose(field.annotation),
        )
        for name, field in kind.model_fields.items()
    )


def _texts(
    value: object, path: tuple[str | int, ...], *, of_prose: bool
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str) and of_prose:
        yield path, value
    elif isinstance(value, Model):
        yield from ((path + inner, text) for inner, text in prose(value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index), of_prose=of_prose)


def _is_prose(annotation: Any) -> bool:
    return isinstance(annotation, Prose) or any(_is_prose(inner) for inner in typing.get_args(annotation))


def broken_dates(sources_checked: datetime.date | None, review_by: datetime.date | None) -> Iterator[BrokenRule]:
    """Yield what is wrong with the dates of a text: the review comes later, and neither is there without the other."""
    if review_by is not None and sources_checked is not None:
        if review_by < sources_checked:
            yield BrokenRule("dates", "'review_by' is before 'sources_checked'", "swap the two dates")
    elif review_by is not None or sources_checked is not None:
        here, other = ("sources_checked", "review_by") if sources_checked else ("review_by", "sources_checked")
        yield BrokenRule("dates", f"'{here}' is there without '{other}'", f"add '{other}: …'", (here,))


class AtLeast:
    """The rule that a list has so many items.

    Pydantic's own ``min_length`` counts only the items that are right, so that one mistake in an item would be
    reported a second time, as a list that is too short.
    """

    def __init__(self, count: int, what: str) -> None:
        self._count, self._what = count, what

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Return the schema of the list with the rule added."""
        return AfterValidator(self._check).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema of the list with its shortest length."""
        return {**handler(schema), "minItems": self._count}

    def _check(self, items: Sized) -> Sized:
        if len(items) < self._count:
            message = f"the number of {self._what} is {len(items)}, it should be at least {self._count}"
            raise refusal(BrokenRule("too-few", message))
        return items
