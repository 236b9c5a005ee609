"""Setting a quiz as work, as a feature: fences for the assignment builder and for codes to scan."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from primer.core.urls import absolute_url, page_url
from primer.features.assignment.codes import code_files
from primer.features.assignment.strings import AssignmentStrings, QuizCodesStrings
from primer.features.assignment.view import choices, codes
from primer.kit.context import Context
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.placement import Placer, only_once, without_settings

_FIELDS = ("quiz", "draw", "draw-hint", "draw-error", "seed", "seed-hint", "exam-hint", "instructions")
BUILDER_IDS = frozenset(f"assignment-{name}" for name in (*_FIELDS, "link", "link-title", "frame", "frame-hint"))
"""The ids that the assignment builder brings to a page."""

ASSETS = frozenset({"assignment.css", "assignment.js"})


class Assignments(Feature):
    """Links and instructions by which educators set a quiz."""

    name = "assignment"
    needs = ("quiz",)
    strings = (AssignmentStrings, QuizCodesStrings)
    placed = ("assignment-builder", "quiz-codes")
    styles = ("assignment.css",)
    scripts = ("assignment.js",)

    def fences(self, context: Context) -> Mapping[str, Placer]:
        """Return what answers ``assignment-builder`` and ``quiz-codes``."""
        builder = without_settings(lambda page: _builder(page, context))
        return {
            "assignment-builder": only_once("assignment-builder", context.templates, builder),
            "quiz-codes": without_settings(lambda page: _codes(page, context)),
        }

    def files(self, context: Context) -> Mapping[str, bytes]:
        """Return the QR code of each quiz."""
        return code_files(context.content, context.site_url, context.cache)


FEATURE = Assignments()


def _builder(page: CurrentPage, context: Context) -> Markup:
    page.assets |= ASSETS
    page.anchors |= BUILDER_IDS
    quizzes, root = choices(context.content, page.src_uri), absolute_url(context.site_url, "")
    help = context.content.settings.help
    return context.templates.render(
        "assignment/builder.html",
        quizzes=quizzes,
        root=root,
        help=page_url(context.content.page(help.removeprefix("/"))) if help else None,
    )


def _codes(page: CurrentPage, context: Context) -> Markup:
    page.assets |= ASSETS
    found = codes(context.content, page.src_uri, context.site_url) if context.site_url else None
    return context.templates.render("assignment/codes.html", codes=found)
