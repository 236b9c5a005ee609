"""Fill in the templates of features, of the site and of outputs; a site may replace any of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from primer.core.cache import Cache, digest_of
from primer.kit.compiled import CompiledTemplates
from primer.kit.strings import StringTable

ENGINE = Path(__file__).parents[1]


class Templates:
    """Renders templates. Text is escaped unless it is Markup, and a name that is missing is an error.

    A template of the quiz is called ``quiz/quiz.html``, one of the site ``site/redirect.html``. What lies in the folder
    ``overrides`` under that name replaces it.
    """

    def __init__(self, strings: StringTable, overrides: Iterable[Path] = (), cache: Cache | None = None) -> None:
        self.strings = strings
        self._cache = cache or Cache()
        self._environment = Environment(
            loader=FileSystemLoader([*overrides, ENGINE / "features", ENGINE]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # an environment lives as long as a build
        )
        self._environment.bytecode_cache = CompiledTemplates(self._cache, self._environment)
        self._environment.globals["strings"] = strings

    def render(self, name: str, **context: object) -> Markup:
        """Return the HTML of the template ``name``."""
        return Markup(self._environment.get_template(name).render(**context).strip())

    def kept(self, name: str, **context: object) -> Markup:
        """Return the same, from what an earlier build made of the same: for what is large.

        The ``repr`` of context has to say all that the template shows of it.
        """
        key = "filled in", self._made_of, name, repr(sorted(context.items()))
        return Markup(self._cache.kept_text(lambda: self.render(name, **context), *key))

    @cached_property
    def _made_of(self) -> bytes:
        """What stands for all templates and strings."""
        environment = self._environment
        names = environment.list_templates(["html"])
        sources = ((name, loader.get_source(environment, name)[0]) for name in names if (loader := environment.loader))
        return digest_of(jinja2.__version__, repr(self.strings), *(part for source in sources for part in source))
