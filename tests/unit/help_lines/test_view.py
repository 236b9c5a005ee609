"""Numbers as telephones dial them, sites as readers know them."""

from __future__ import annotations

import pytest
from primer.features.directory.help_lines import Place, Service, TextNumber
from primer.features.directory.help_lines_view import ServiceView, places

from tests.rendering import TODAY, content_of


def shown(**fields: object) -> ServiceView:
    usual = {"id": "a", "name": "A", "for": "All.", "kind": "other", "evidence": "universal"}
    service = Service.model_validate({**usual, **fields})
    content = content_of(places=[Place(id="p", name="P", services=(service,))])
    [place] = places(content, TODAY, "", str, lambda text: content.text.html(text, ""))
    return place.services[0]


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("999", "999"),
        ("116 123", "116123"),
        ("0800 111-222", "0800111222"),
        ("+44 20 7946 0000", "+442079460000"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("1 (800) 555-0100", "18005550100"),
        ("1-800-555-HELP", "18005554357"),
        ("1-800-555-HELP (4357)", "18005554357"),
        ("13 YARN", "139276"),
    ],
)
def test_a_number_is_shown_as_written_and_dialled_as_digits(number: str, dialled: str):
    service = shown(call=number, text=TextNumber(number=number))

    assert service.call
    assert (service.call.display, service.call.href) == (number, f"tel:{dialled}")
    assert service.text
    assert (service.text.number, service.text.href) == (number, f"sms:{dialled}")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/", "example.org"),
        ("https://example.org", "example.org"),
        ("https://help.example.org/en?x=1", "help.example.org"),
        ("http://www.www.org/", "www.org"),
    ],
)
def test_a_site_is_called_by_its_host(url: str, host: str):
    service = shown(site=url)

    assert service.site
    assert (service.site.url, service.site.host) == (url, host)
