"""What was seen too long ago is not printed, and emergency numbers always are."""

from __future__ import annotations

import datetime

import pytest
from primer.features.directory.help_lines import Place, Service
from primer.features.directory.routes import PlaceRoutes, Route

from tests.rendering import Rendered, content_of, render

SEEN = datetime.date(2026, 11, 30)
LAST_DAY_OF_A_NUMBER = datetime.date(2027, 2, 28)
LAST_DAY_OF_A_LIMIT = datetime.date(2027, 11, 30)
DAY = datetime.timedelta(days=1)

LINE = {
    "id": "line",
    "name": "A line",
    "for": "Anyone.",
    "kind": "crisis",
    "call": "116 123",
    "text": {"number": "50808", "word": "HOME"},
    "hours": "By night",
    "site": "https://line.example/",
    "evidence": "official",
    "seen_by": "A publisher",
    "seen_on": SEEN,
}
ROUTE = {
    "id": "board",
    "name": "A board",
    "kind": "complaint",
    "text": "It hears you.",
    "deadline": "Within three years.",
    "site": "https://board.example/",
    "evidence": "official",
    "seen_by": "A publisher",
    "seen_at": "https://example.org/",
    "seen_on": SEEN,
}


def lines(today: datetime.date, fence: str = "", **fields: object) -> Rendered:
    service = Service.model_validate({**LINE, **fields})
    content = content_of(places=[Place(id="here", name="Here", services=(service,))], pages=["page.md", "help-now.md"])
    return render(f"``` help-lines\n{fence}\n```\n", content, today=today)


def routes(today: datetime.date, **fields: object) -> Rendered:
    service = Service.model_validate(LINE)
    content = content_of(
        places=[Place(id="here", name="Here", services=(service,))],
        routes=[PlaceRoutes(id="here", routes=(Route.model_validate({**ROUTE, **fields}),))],
    )
    return render("``` routes\n```\n", content, today=today)


def hrefs(page: Rendered) -> list[str]:
    return [href for href in page.tree.xpath("//a/@href") if not href.startswith(("#", "help-now", "../help-now"))]


@pytest.mark.parametrize("fence", ["", "kind: crisis"])
def test_a_number_is_printed_for_three_months(fence: str):
    page = lines(LAST_DAY_OF_A_NUMBER, fence)

    assert {"tel:116123", "sms:50808"} <= {*hrefs(page)}
    assert "too long ago" not in page.html
    assert "three months" not in page.html


@pytest.mark.parametrize(("fence", "why"), [("", "more than three months ago"), ("kind: crisis", "too long ago")])
def test_then_its_name_hours_and_site_stay_and_a_sentence_says_why(fence: str, why: str):
    page = lines(LAST_DAY_OF_A_NUMBER + DAY, fence)

    assert page.problems == []
    assert hrefs(page) == ["https://line.example/"]
    assert "116 123" not in page.html
    assert "50808" not in page.html
    assert why in page.html


def test_the_whole_entry_still_says_who_it_is_for_when_and_where_it_was_seen():
    text = lines(LAST_DAY_OF_A_NUMBER + DAY).tree.text_content()

    for words in ("A line", "Anyone.", "Hours: By night", "look for the number on its website", "30 November 2026"):
        assert words in text


def test_without_a_site_the_reader_is_led_to_another_line():
    text = lines(LAST_DAY_OF_A_NUMBER + DAY, site=None).tree.text_content()

    assert "try another line" in text
    assert "website" not in text


@pytest.mark.parametrize("fields", [{"kind": "emergency"}, {"evidence": "universal"}])
@pytest.mark.parametrize("fence", ["", "place: here"])
def test_an_emergency_number_and_one_that_everyone_knows_are_printed_at_any_age(fields: dict[str, str], fence: str):
    page = lines(datetime.date(2126, 1, 1), fence, **fields)

    assert {"tel:116123", "sms:50808"} <= {*hrefs(page)}


def test_emergency_numbers_of_all_places_are_printed_at_any_age():
    service = Service.model_validate({**LINE, "kind": "emergency"})
    content = content_of(places=[Place(id="here", name="Here", services=(service,))])
    page = render("``` emergency-numbers\n```\n", content, today=datetime.date(2126, 1, 1))

    assert hrefs(page) == ["tel:116123"]


def test_a_service_that_never_had_a_number_says_nothing_of_one():
    page = lines(datetime.date(2126, 1, 1), call=None, text=None)

    assert "three months" not in page.html


@pytest.mark.parametrize("kind", ["complaint", "register"])
def test_a_route_is_printed_whole_for_twelve_months(kind: str):
    text = routes(LAST_DAY_OF_A_LIMIT, kind=kind).tree.text_content()

    assert "It hears you." in text
    assert "Within three years." in text
    assert "a year ago" not in text


@pytest.mark.parametrize(("kind", "text_is_printed"), [("complaint", True), ("records", True), ("register", False)])
def test_then_its_time_limit_goes_and_the_text_of_a_register(kind: str, text_is_printed: bool):
    page = routes(LAST_DAY_OF_A_LIMIT + DAY, kind=kind)
    text = page.tree.text_content()

    assert page.problems == []
    assert "three years" not in text
    assert "Time limit: We last checked it more than a year ago" in text
    assert ("It hears you." in text) == text_is_printed
    assert ("what it does more than a year ago" in text) != text_is_printed
    assert hrefs(page) == ["https://board.example/"]


def test_a_row_without_a_time_limit_has_none_that_is_too_old():
    text = routes(datetime.date(2126, 1, 1), deadline=None).tree.text_content()

    assert "It hears you." in text
    assert "Time limit" not in text
    assert "a year ago" not in text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Published by A publisher. Seen on 30 November 2026."),
        ({"source_date": "2025"}, "Published by A publisher. Its page is dated 2025. Seen on 30 November 2026."),
        ({"source_date": "2026-05"}, "Its page is dated May 2026. Seen on"),
        ({"source_date": "2026-05-31"}, "Its page is dated 31 May 2026. Seen on"),
    ],
)
def test_who_published_the_page_its_date_and_the_day_are_folded(fields: dict[str, str], said: str):
    for page in (lines(SEEN, **fields), routes(SEEN, **fields)):
        [fold] = page.tree.xpath("//details[@class='places__seen']")

        assert fold.get("open") is None
        assert said in " ".join(fold.xpath("string(p)").split())


def test_dates_are_written_as_in_the_language_of_the_site():
    service = Service.model_validate({**LINE, "source_date": "2026-05"})
    content = content_of(places=[Place(id="here", name="Here", services=(service,))], language="de", locale="de_DE")
    [fold] = render("``` help-lines\n```\n", content).tree.xpath("//details[@class='places__seen']")

    assert fold.xpath(".//time/text()") == ["Mai 2026", "30. November 2026"]
    assert fold.xpath(".//time/@datetime") == ["2026-05", "2026-11-30"]


def test_days_at_both_ends_of_the_calendar_stop_nothing():
    for day in (datetime.date.min, datetime.date.max):
        for today in (datetime.date.min, datetime.date.max):
            assert lines(today, seen_on=day).problems == []
            assert routes(today, seen_on=day).problems == []
