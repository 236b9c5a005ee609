"""What the preview adds to a page stands where it belongs, and nothing else of the page changes."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from primer.site.preview.grouping import Spot
from primer.site.preview.served_page import ServedPage

MARK = Markup("[!]")


def marked(html: str, *spots: Spot, placed: int = 0) -> str:
    page = ServedPage(html)
    page.put_mark(spots, placed, MARK)
    return str(page)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">Trust <b>me</b></h2><p>', '<h2 id="a">Trust <b>me</b></h2>[!]<p>'),
        ('<p>So <a id="a" href="#">it</a> is.</p>', '<p>So <a id="a" href="#">it</a>[!] is.</p>'),
        ('<div\n id="a"\n>\nText</div>', '<div\n id="a"\n>[!]\nText</div>'),
        ('<li id="a">One<li>Two', '<li id="a">[!]One<li>Two'),
        ('<p>ä €\n<span id="a">ö</span></p>', '<p>ä €\n<span id="a">ö</span>[!]</p>'),
        ('<p title="a > b"><img id="a" alt=">"></p>', '<p title="a > b"><img id="a" alt=">">[!]</p>'),
        ('<!-- <i id="a"> --><p id="a">', '<!-- <i id="a"> --><p id="a">[!]'),
        ('<script>"<p id=a>"</script><p id="a">', '<script>"<p id=a>"</script><p id="a">[!]'),
        ('<h2 id="a">never closed', '<h2 id="a">never closed'),
        ('<tr id="a"><td></tr>', '<tr id="a"><td></tr>'),
    ],
)
def test_a_mark_stands_at_the_element_with_its_id(html: str, expected: str):
    assert marked(html, Spot("id", "a")) == expected


def test_a_mark_stands_at_the_first_of_its_spots_that_is_there():
    html = '<p id="b"></p><a data-term="x">x</a><a data-term="x">x</a>'

    assert marked(html, Spot("id", "a"), Spot("data-term", "x"), Spot("id", "b")) == (
        '<p id="b"></p><a data-term="x">x</a>[!]<a data-term="x">x</a>'
    )
    assert marked(html, Spot("id", "none")) == html


def test_what_a_fence_placed_is_found_by_its_number():
    html = '<div class="placement"><p>1</p></div><p>-</p><div class="placement">2</div>'

    assert marked(html, Spot("placement", 1), placed=2).endswith('<div class="placement">[!]2</div>')


@pytest.mark.parametrize("placed", [1, 3])
def test_where_more_or_less_stands_than_was_placed_nothing_is_marked(placed: int):
    html = '<div class="placement">1</div><div class="placement">2</div>'

    assert marked(html, Spot("placement", 0), placed=placed) == html


def test_all_that_is_put_in_one_spot_stays_in_its_order():
    page = ServedPage('<head><title>T</title></head><main id="main-content" tabindex="-1"><p>x</p></main>')
    assert page.main is not None
    page.put(page.main, Markup("1"))
    page.put(page.main, Markup("2"))
    page.put_style('/a"b.css')

    assert str(page) == (
        '<head><title>T</title><link rel="stylesheet" href="/a&#34;b.css"></head>'
        '<main id="main-content" tabindex="-1">12<p>x</p></main>'
    )


def test_what_is_no_page_of_ours_has_no_main_part():
    assert ServedPage('<meta http-equiv="refresh" content="0; url=x"><a href="x">').main is None
