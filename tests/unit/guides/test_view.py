"""How a guide is laid out for those who read it without scripts, and what of it can be linked."""

from __future__ import annotations

from typing import Any

from primer.features.guide.model import Guide
from primer.features.guide.view import guide_anchors, guide_summaries, guide_view

from tests.rendering import content_of


def guide(*, title: str = "Boats", raised: bool = True, **fields: Any) -> Guide:
    steps = (
        {
            "id": "crew",
            "question": "Who comes?",
            "options": (
                {"text": "A crew", "to": "sail", "raises": "watches" if raised else None},
                {"text": "Nobody", "note": "Alone.", "to": "stay"},
            ),
        },
    )
    lists = {"some": "Talk.", "none": "Fine."} if raised else None
    endings = (
        {"id": "sail", "title": "Sail", "text": "Go.", "raised": lists, "next": ("Look out.",)},
        {"id": "stay", "title": "Stay", "text": "Wait.", "words": ("Shall we?",), "next": ("Sleep.",)},
    )
    topics = ({"id": "watches", "title": "Watches", "text": "Take turns.", "words": ("Who?",)},) if raised else ()
    checked = {"sources_checked": "2026-11-22", "review_by": "2027-05-22"}
    whole = {
        "title": title,
        "summary": "One.",
        "steps": steps,
        "topics": topics,
        "endings": endings,
        **checked,
        **fields,
    }
    return Guide.model_validate(whole, strict=False)


def test_topics_are_told_right_after_the_ending_that_lists_them():
    parts = guide_view("boats", content_of(guides={"boats": guide()}), "guides/boats.md").parts

    assert [(part.kind, part.dom) for part in parts] == [
        ("step", "guide-boats-crew"),
        ("ending", "guide-boats-sail"),
        ("topic", "guide-boats-watches"),
        ("ending", "guide-boats-stay"),
    ]


def test_headings_go_down_one_level_at_a_time():
    content = content_of(guides={"boats": guide()})

    def levels(src_uri: str) -> list[int]:
        return [part.heading for part in guide_view("boats", content, src_uri).parts]

    assert levels("guides/boats.md") == [2, 2, 3, 2]
    assert levels("page.md") == [4, 4, 5, 4]


def test_a_guide_stands_alone_on_its_own_page_only():
    content = content_of(guides={"boats": guide()})

    assert guide_view("boats", content, "guides/boats.md").standalone
    assert not guide_view("boats", content, "guides/index.md").standalone


def test_every_part_can_be_linked():
    view = guide_view("boats", content_of(guides={"boats": guide()}), "page.md")

    assert {part.dom for part in view.parts} | {view.dom} == guide_anchors("boats", guide())


def test_the_catalogue_is_in_the_order_of_titles():
    guides = {"a": guide(title="Z"), "b": guide(title="A"), "c": guide(title="A")}

    assert [summary.id for summary in guide_summaries(content_of(guides=guides), "guides/index.md")] == list("bca")
