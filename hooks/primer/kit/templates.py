"""Fill in the templates of ``overrides/fragments``."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from primer.kit.strings import Strings


class Fragments:
    """Renders fragments. Text is escaped unless it is Markup, and a name that is missing is an error."""

    def __init__(self, folder: Path, strings: Strings) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["strings"] = strings

    def render(self, name: str, **context: object) -> Markup:
        """Return the HTML of the fragment ``name``, such as ``quiz.html``."""
        return Markup(self._environment.get_template(name).render(**context).strip())
