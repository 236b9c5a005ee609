"""Hold what is said of numbers to the forms that a language has of the plural."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from primer.core.diagnostics import Problem, Report
from primer.core.document import Document
from primer.core.plurals import FORMS, forms_of, is_form
from primer.kit.strings import Strings

_COUNTED = re.compile(rf"  (?P<name>\w+)_(?P<form>{'|'.join(FORMS)}): .*")
SHOWN = 4
"""How many of the numbers that take a form a message names."""


def check_counts(
    groups: Iterable[type[Strings]], document: Document, language: str, report: Report, *, partial: bool = False
) -> None:
    """Report forms that are missing, and those that stand for several numbers and hold none.

    ``partial`` says that a file may leave out a string altogether.
    """
    for group in groups:
        written = document.part(group.section)
        texts = written.data if isinstance(written.data, Mapping) else {}
        for name, (number, *_) in group.plurals.items():
            forms = {form: texts[f"{name}_{form}"] for form in FORMS if texts.get(f"{name}_{form}") is not None}
            if forms or not partial:
                for form, problem in _problems(name, number, forms, language):
                    report.extend([problem.at(written.key_location_of(*_nearest(name, form, forms)))])


def _nearest(name: str, form: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return where a form stands; of none, where the last of those stands that are there."""
    return tuple(f"{name}_{one}" for one in ([form] if form else [*forms][-1:]))


def _problems(name: str, number: str, forms: Mapping[str, object], language: str) -> Iterator[tuple[str, Problem]]:
    """Yield what is wrong with the forms of one string, each with the form that it is about, if that is there."""
    needed = forms_of(language)
    if missing := [form for form in needed if form not in forms]:
        names = ", ".join(f"{name}_{form}" for form in missing)
        numbers = "; ".join(f"{form} for {_some(needed[form])}" for form in missing)
        fact = f"'{name}' lacks what the language '{language}' says of some numbers: {names}"
        yield "", Problem(fact, "strings-plural", f"add {'it' if len(missing) == 1 else 'them'} ({numbers})")
    for form, text in forms.items():
        if len(needed.get(form, ())) > 1 and f"{{{number}}}" not in str(text):
            fact = f"'{name}_{form}' stands for {_some(needed[form])} and does not say which"
            yield form, Problem(fact, "strings-plural", f"write {{{number}}} where the number stands")


def in_forms_of(language: str, groups: Iterable[type[Strings]], document: Document, report: Report) -> Document:
    """Return a file of strings without forms that its language lacks, which are reported."""
    if not isinstance(document.data, Mapping):
        return document
    data = dict(document.data)
    for group in groups:
        texts = data.get(group.section)
        if not isinstance(texts, Mapping):
            continue
        names = [f"{name}_{form}" for name in group.plurals for form in FORMS if not is_form(form, language)]
        for strange in [name for name in names if name in texts]:
            form = strange.rpartition("_")[2]
            fact = f"the language '{language}' has no form '{form}' of the plural"
            hint = f"remove '{strange}'; its forms are {', '.join(forms_of(language))}"
            report.add(document.key_location_of(group.section, strange), fact, "strings-plural", hint)
        data[group.section] = {name: text for name, text in texts.items() if name not in names}
    return replace(document, data=data)


def _some(numbers: tuple[int, ...]) -> str:
    """Return a few numbers in words."""
    if not numbers:
        return "fractions"
    return ", ".join(map(str, numbers[:SHOWN])) + (" and so on" if len(numbers) > SHOWN else "")


def in_forms(text: str, groups: Iterable[type[Strings]], language: str) -> str:
    """Return a file of strings in English, to be translated, with the forms that another language has of the plural."""
    plurals = {group.section: group.plurals for group in groups}
    lines: list[str] = []
    section = ""
    for line in text.splitlines():
        section = line.rstrip(":") if line.endswith(":") and not line.startswith((" ", "#")) else section
        found = _COUNTED.fullmatch(line)
        name, form = (found["name"], found["form"]) if found else ("", "")
        number = plurals.get(section, {}).get(name, ("",))[0]
        if not number:
            lines.append(line)
        elif form == "other":
            one = lines.pop() if lines and lines[-1].startswith(f"  {name}_one: ") else line
            for needed, numbers in forms_of(language).items():
                said = one if needed == "one" and (numbers == (1,) or f"{{{number}}}" in one) else line
                lines.append(f"  {name}_{needed}: {said.partition(': ')[2]}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
