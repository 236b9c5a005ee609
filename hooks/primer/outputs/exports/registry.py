"""The formats in which quizzes leave the site: one module and one line each, those most wanted first."""

from __future__ import annotations

from primer.outputs.exports.formats import Format

FORMATS: tuple[Format, ...] = ()
