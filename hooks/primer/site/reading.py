"""Read a page: its front matter, checked, and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from primer.core.diagnostics import Location, Report
from primer.core.frontmatter import after_front_matter, front_matter, lines_before
from primer.core.validation import validate
from primer.core.yaml import Document, load, utf8, with_plain_ends
from primer.kit.content import Content
from primer.kit.feature import Feature
from primer.kit.page import CurrentPage
from primer.kit.texts import AnchorLink
from primer.site.meta import USUAL_TEMPLATE, check_template
from primer.site.models import FrontMatter, front_matter_model

_FIELD = re.compile(r"[\w-]+:|[ \t]+\S|- ")
"""How a line of front matter begins."""
OTHER_WAYS = "other-ways"
"""The id of the heading above the other ways in which people ask what a page answers."""


def decoded(raw: bytes, path: str, report: Report) -> str:
    """Return the text of a page with plain ends of lines; what is not UTF-8 is reported and replaced."""
    text = utf8(raw, path, "page-not-utf8", report)
    if text is None:
        text = raw.decode("utf-8", "replace")
    return with_plain_ends(text.removeprefix("\ufeff"))


def without_unreadable(text: str) -> str:
    """Return the text of a page without front matter that we refuse to read.

    MkDocs reads front matter before anything can be said about it, and a thousand brackets in it stop MkDocs.
    """
    block = front_matter(text)
    if block is None or sum(map(block.count, "[{-?:")) < 100:
        return text  # whatever it says, it is not nested deep
    return text if load(block, "", Report()) else after_front_matter(text)  # it is said with the page, in read_page


def read_page(
    text: str,
    markdown: str,
    src_uri: str,
    path: str,
    content: Content,
    features: tuple[Feature, ...],
    report: Report,
    *,
    templates: Collection[str] = (USUAL_TEMPLATE,),
) -> tuple[CurrentPage, FrontMatter | None, tuple[AnchorLink, ...]]:
    """Return the page about to be rendered, its front matter and the links from there to passages.

    The front matter is None when it cannot stand.

    ``text`` is the whole file and ``markdown`` what MkDocs left of it. Front matter that MkDocs could not read
    is still in ``markdown``; it is cut off here, so that it is not published as text. ``templates`` holds the names
    that its ``template`` may have.
    """
    block = front_matter(text)
    shape = front_matter_model(features, content.settings.review)
    document, front = None, None
    if block:
        document = load(
            block, path, report, first_line=2, check=lambda readable: validate(shape, readable, "page", report)
        )
    if block is None:
        _report_no_front_matter(text, path, shape, report)
    elif document is not None:
        front = validate(shape, document, "page", report)
        check_template(document, templates, report)
        if front is not None and front.translates and content.is_default:
            message = "the page is in the first language, and translates no other"
            hint = "remove the line, or move the page to the folder of its language"
            report.add(document.location_of("translates"), message, "page-translates-nothing", hint)
    if block and front_matter(markdown) == block:
        markdown = after_front_matter(markdown)
    settings, links = _settings(front, document, src_uri, content, features, report)
    page = CurrentPage(
        src_uri=src_uri,
        path=path,
        markdown=markdown,
        report=report,
        title=front.title if front else content.titles.of(src_uri),
        lines_above=lines_before(text, markdown),
        settings=settings,
        sensitive=front is not None and front.sensitive,
    )
    if front is not None and front.asked:
        page.anchors.add(OTHER_WAYS)
    return page, front, (*_answers(front, document, src_uri), *links)


def _report_no_front_matter(text: str, path: str, shape: type[FrontMatter], report: Report) -> None:
    lines = text.split("\n")
    if lines[0].strip() != "---":
        dates = ", the dates" if shape.model_fields["review_by"].is_required() else ""
        hint = f"begin the file with '---', 'title: …', 'description: …'{dates} and '---'"
        report.add(Location(path), "the page has no front matter", "page-no-front-matter", hint)
        return
    last = next((number for number, line in enumerate(lines[1:], 1) if not _FIELD.match(line)), len(lines))
    message = "the front matter that begins here never ends"
    report.add(Location(path), message, "page-no-front-matter", f"write '---' in a line of its own behind line {last}")


def _answers(front: FrontMatter | None, document: Document | None, src_uri: str) -> Iterator[AnchorLink]:
    """Yield a link to each passage that is said to answer a question."""
    if front is not None and document is not None:
        for index, one in enumerate(front.asked):
            yield AnchorLink(src_uri, one.anchor, document.location_of("asked", index, "answered_at"))


def _settings(
    front: FrontMatter | None,
    document: Document | None,
    src_uri: str,
    content: Content,
    features: Iterable[Feature],
    report: Report,
) -> tuple[dict[str, object], list[AnchorLink]]:
    """Return what a page says in the fields of features, which check it, and its links there to passages."""
    settings: dict[str, object] = {}
    links: list[AnchorLink] = []
    for feature in features:
        if front is not None and document is not None and feature.page_field:
            name = feature.page_field.name
            settings[name] = getattr(front, name)
            links += feature.check_page(settings[name], document, src_uri, content, report)
    return settings, links
