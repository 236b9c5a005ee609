"""Write the JSON Schemas that let an editor complete and check the data files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from primer.kit.feature import Feature
from primer.kit.loading import HasStrings, strings_schema
from primer.kit.settings import Review
from primer.site.models import REVIEW, front_matter_model

SCHEMA_LINE = "# yaml-language-server: $schema={}"
"""The first line of a data file, by which an editor finds its schema."""


def schemas(
    features: Sequence[Feature], outputs: Sequence[HasStrings] = (), *, review: Review | None = REVIEW
) -> dict[str, str]:
    """Return each schema (JSON Schema, draft 2020-12) as text, by its file name.

    ``review`` is what the site says of the reviews of its pages.
    """
    shapes: dict[str, Any] = {"front-matter": front_matter_model(tuple(features), review)}
    shapes |= dict(source.schema for feature in features for source in feature.sources if source.schema)
    found = {name: TypeAdapter(shape).json_schema(by_alias=True) for name, shape in shapes.items()}
    found["strings"] = strings_schema(group for part in [*features, *outputs] for group in part.strings)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        f"{name}.json": json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in sorted(found.items())
    }
