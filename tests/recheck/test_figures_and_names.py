"""Results of studies, and names, as they are written elsewhere."""

from __future__ import annotations

import pytest

from tools.recheck.figures import Figure, figures_in
from tools.recheck.names import Keyword, abbreviations_in, service_name, title_name


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "r = .28 (95% CI .23-.33), d = .58. By our arithmetic that is about 8% of it. Results varied.",
            [".28", ".23", ".33", ".58"],
        ),
        ("763 of 14,587 people: 5.2%, about 5 in 100 or 1 in 20.", ["763", "14,587", "5.2%"]),
        ("93% at least once (more than 9 in 10, 93 in every 100), of 547", ["93%", "547"]),
        ("On 7 April 2025, a section A.5 of HB 12", []),
        ("SMD -0.30, 0.30", ["0.30"]),
        ("up to 10,000 US dollars ($10,000)", ["10,000"]),
    ],
)
def test_figures_are_found_and_ours_left_out(text: str, figures: list[str]):
    assert [figure.shown for figure in figures_in(text)] == figures


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (".28", "r = 0.28"),
        ("0.30", "SMD = \u2212.30"),
        ("72.6%", "72.6 % of them"),
        ("93%", "ninety-three percent"),
        ("93%", "93 per cent"),
        ("14,587", "14587 people"),
        ("14,587", "14\u202f587 people"),
        ("547", "547 clients"),
        (".28", "0\u00b728"),
    ],
)
def test_a_figure_stands_however_it_is_written(figure: str, text: str):
    assert Figure(figure).stands_in(text)


@pytest.mark.parametrize(
    ("figure", "text"),
    [(".28", "1.28"), (".28", ".281"), ("93%", "193%"), ("93%", "93 people"), ("547", "1,547"), ("547", "5470")],
)
def test_another_figure_is_not_taken_for_it(figure: str, text: str):
    assert not Figure(figure).stands_in(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("National Sexual Assault Hotline (RAINN)", "RAINN runs it"),
        ("National Sexual Assault Hotline (RAINN)", "the NATIONAL SEXUAL ASSAULT HOTLINE"),
        ("NHS 111, mental health option (England)", "call nhs 111 now"),
        ("Kids Helpline", "the KidsHelpline"),
        ("9-8-8 Suicide Crisis Helpline", "9-8-8: Suicide Crisis Helpline"),
        ("1737, Need to talk?", "1737 – need to talk"),
        ("Samaritans", "The Samaritans' line"),
        ("Te Whatu Ora Māori", "te whatu ora maori"),
    ],
)
def test_the_name_of_a_service_stands(name: str, text: str):
    assert service_name(name).stands_in(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Shout", "shouted"), ("NHS 24 Mental Health Hub (Scotland)", "in Scotland"), ("Lifeline", "Life in a line")],
)
def test_another_name_is_not_taken_for_it(name: str, text: str):
    assert not service_name(name).stands_in(text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lying in psychotherapy: Why and what clients don't tell", "Lying in Psychotherapy | Journal"),
        ("Code of ethics (2017 edition)", "The code of ethics of"),
        ("Race & culture in therapy", "Race and Culture in Therapy"),
    ],
)
def test_a_title_stands_without_its_subtitle(title: str, text: str):
    assert title_name(title).stands_in(text)


def test_a_short_beginning_of_a_title_is_not_enough():
    assert not title_name("Trust: A review of what is known").stands_in("We trust you.")


def test_abbreviations_are_names():
    names = abbreviations_in("Those of BACP, UKCP and BACP. See AI, or the PSA (GMC).")
    assert [name.shown for name in names] == ["BACP", "UKCP", "PSA", "GMC"]


@pytest.mark.parametrize("text", ["Text HOME to 741741", "text Home to", "Send the word 'home'", "“home”", "sms home"])
def test_a_word_to_text_stands(text: str):
    assert Keyword("HOME").stands_in(text)


@pytest.mark.parametrize("text", ["Our home page", "HOMES", "home", "the text: a home"])
def test_any_other_use_of_it_is_not_taken_for_it(text: str):
    assert not Keyword("HOME").stands_in(text)
