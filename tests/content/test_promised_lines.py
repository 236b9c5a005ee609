"""A text that promises a kind of help line has one to give, in each country that it names."""

from __future__ import annotations

from primer.core.diagnostics import Location

from tools.content.promised_lines import Passage, Places, Service, broken_promises, mislabelled_links


def told(passage: Passage, places: Places) -> list[str]:
    """What a passage promises and the data do not have."""
    return [one.message for one in broken_promises(passage, places)]


def service(kind: str, name: str = "A line", for_whom: str = "Anyone.", id: str = "a-line") -> Service:
    """A service with no more than the checker reads."""
    return {"id": id, "name": name, "for": for_whom, "kind": kind}


def promise(text: str, *links: str) -> Passage:
    """A passage that leads to help, if no links are given."""
    return Passage(Location("docs/page.md"), text, tuple(("", link) for link in links or ("/help-now.md",)))


POISON_IN_IRELAND: Places = {"ireland": [service("poison")], "canada": [service("crisis")]}


def test_a_line_for_a_country_that_has_one_is_no_broken_promise():
    assert not told(promise("In Ireland, call a poison line."), POISON_IN_IRELAND)


def test_a_line_for_a_country_that_has_none_is_a_broken_promise():
    assert len(told(promise("In Canada, call a poison line."), POISON_IN_IRELAND)) == 1


def test_a_line_for_no_country_in_particular_is_promised_to_all():
    [found] = told(promise("A poison line can tell you what to do."), POISON_IN_IRELAND)
    assert found == "'poison line' is promised, and help-lines.yml has none for canada"


def test_northern_ireland_is_not_ireland():
    assert told(promise("Call a poison line in Northern Ireland."), POISON_IN_IRELAND)


def test_a_part_of_a_country_needs_a_line_of_its_own_or_one_for_all_parts():
    england = {"united-kingdom": [service("violence-at-home", for_whom="Women in England.")]}
    all_parts = {"united-kingdom": [service("violence-at-home", for_whom="Men.")]}
    wales = promise("Call the domestic abuse helpline in Wales.")
    assert told(wales, england)
    assert not told(wales, all_parts)


def test_a_service_of_another_kind_counts_if_it_says_whom_it_is_for():
    both = {"australia": [service("sexual-violence", for_whom="Anyone hurt by violence or abuse at home.")]}
    one = {"australia": [service("sexual-violence")]}
    text = promise("A line for violence at home can help you plan.")
    assert not told(text, both)
    assert told(text, one)


def test_a_promise_has_to_lead_somewhere():
    assert not told(promise("Call a youth line.", "/people/teens.md#lines"), {})
    assert told(promise("Call a youth line.", "/people/teens.md"), {})


def test_a_crisis_line_is_no_youth_line():
    assert told(promise("A youth line in Canada can help."), POISON_IN_IRELAND)


def test_a_country_leads_to_a_service_of_that_country():
    two: Places = {
        "ireland": [service("poison", id="ireland-poison")],
        "canada": [service("poison", id="canada-poison")],
    }

    def labelled(link: str) -> Passage:
        return Passage(Location("docs/page.md"), "Poison lines", (("Ireland", f"/help-now.md#{link}"),))

    assert not list(mislabelled_links(labelled("ireland-poison"), two))
    assert list(mislabelled_links(labelled("canada-poison"), two))
