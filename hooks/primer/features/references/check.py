"""Check what no reference can know alone: the fields that it recalls, and that each finding has an id of its own."""

from __future__ import annotations

from primer.core.diagnostics import Report, did_you_mean
from primer.features.references.model import Record, Reference
from primer.kit.sources import Loaded


def check_references(references: Loaded[Reference], report: Report) -> None:
    """Report what is wrong in the references file."""
    fields = [field.alias or name for name, field in Record.model_fields.items()]
    for id, reference in references.items.items():
        document = references.documents[id]
        for index, field in enumerate(reference.recalled):
            if field not in fields:
                report.add(
                    document.location_of("recalled", index),
                    f"'{field}' is not a field of a record (csl)",
                    "reference-unknown-field",
                    did_you_mean(field, fields),
                )
        report.add_repeated(document.part("findings").ids(), "reference-repeated-id")
