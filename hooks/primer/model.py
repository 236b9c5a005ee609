"""The base of every author format: frozen, strict and closed."""

from __future__ import annotations

from collections.abc import Sized
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema


class Model(BaseModel):
    """A part of a file that authors write. Unknown fields are refused and nothing is converted."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", populate_by_name=False)

    noun: ClassVar[str] = "this"
    """What an author calls it, with its article: 'an option'."""


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS = r"^/([a-z0-9-]+/)*$"
WEB_ADDRESS = r"^https?://[^\s/]+"
SECURE_ADDRESS = r"^https://[^\s/]+"
EMAIL = r"^[^@\s]+@[^@\s]+$"
DIALLED = r"^[0-9+][0-9A-Z ()-]*$"
NUMBER = r"^-?([0-9]+|[0-9]*\.[0-9]+)$"
FINDING = r"^[a-z0-9-]+:[a-z0-9-]+$"
NOT_BLANK = r"\S"

PATTERNS = {
    SLUG: "lower-case words joined by hyphens",
    ADDRESS: "an address such as /folder/page/",
    WEB_ADDRESS: "a web address that begins with https://",
    SECURE_ADDRESS: "a web address that begins with https://",
    EMAIL: "an e-mail address",
    DIALLED: "a number as it is dialled",
    NUMBER: "a number, such as 8 or .278",
    FINDING: "a finding, such as family-name-2020:most",
}
"""What each pattern asks for, in words that complete 'it should be …'."""

Slug = Annotated[str, Field(pattern=SLUG, description=PATTERNS[SLUG])]
Text = Annotated[str, Field(min_length=1, pattern=NOT_BLANK)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]


def broken_rule(code: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """Return the error a validator raises when its model breaks one of its own rules.

    ``code`` ends the diagnostic's code, after the name of the format.
    """
    return PydanticCustomError("rule", "{said}", {"said": message, "code": code, "hint": hint})


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
            raise broken_rule("too-few", message)
        return items
