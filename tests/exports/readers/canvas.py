"""Read packages for Canvas as both of its importers do, and refuse what either refuses or would lose."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring

from tests.exports.readers.reading import BrokenFileError, Read, Right, line, words

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
#: A line that ends before the first word or after the last.
LAID_OUT = re.compile(r"\A[ \t]*\n|\n[ \t]*\Z")
BLANK = re.compile(r"\[([A-Za-z0-9_.-]+)\]")

#: What can stand in a file for New Quizzes alone.
NEW = ("ordering_question", "categorization_question")
#: Where New Quizzes takes words for HTML, whatever they are said to be.
AS_HTML = ("matching_question", "categorization_question")


def files(archive: bytes) -> dict[str, bytes]:
    """The files of a package by their paths."""
    with zipfile.ZipFile(BytesIO(archive)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read(archive: bytes, *, is_new: bool = False) -> dict[str, Read]:
    """Every question of a package by its ident."""
    found = files(archive)
    if "imsmanifest.xml" not in found:
        raise BrokenFileError("the manifest is not at the root")
    manifest = _parsed(found["imsmanifest.xml"])
    hrefs = [
        resource.find("{*}file").get("href")  # type: ignore[union-attr]
        for resource in manifest.iterfind("{*}resources/{*}resource[@type='imsqti_xmlv1p2']")
    ]
    if len(hrefs) != 1:
        raise BrokenFileError("questions in several files are not found")
    root = _parsed(found[str(hrefs[0])])
    sections = root.findall(f"{QTI}assessment/{QTI}section")
    if len(sections) != 1 or root.find(f".//{QTI}itemref") is not None:
        raise BrokenFileError("questions outside of one section are not found")
    return {str(item.get("ident")): _item(item, is_new=is_new) for item in sections[0].iterfind(f"{QTI}item")}


def description(archive: bytes) -> str:
    """What stands before the questions."""
    found = files(archive)
    [meta] = [data for path, data in found.items() if path.endswith("assessment_meta.xml")]
    return words(_parsed(meta).findtext("{*}description") or "")


def _parsed(data: bytes) -> Element:
    try:
        return fromstring(data)  # noqa: S314 - our own file
    except ParseError as error:
        raise BrokenFileError(str(error)) from error


def _exact(element: Element | None) -> str:
    """A text to the letter: Canvas compares it with white space and all."""
    text = (element.text or "") if element is not None else ""
    if LAID_OUT.search(text):
        raise BrokenFileError(f"white space around '{text.strip()}' matches nothing")
    return text


def _text(element: Element) -> str:
    mattext = element.find(f"{QTI}material/{QTI}mattext")
    text = _exact(mattext)
    return words(text) if mattext is not None and mattext.get("texttype") == "text/html" else line(text)


def _item(item: Element, *, is_new: bool) -> Read:
    fields = {
        field.findtext(f"{QTI}fieldlabel"): field.findtext(f"{QTI}fieldentry") or ""
        for field in item.iter(f"{QTI}qtimetadatafield")
    }
    kind = fields["question_type"]
    if kind in NEW and not is_new:
        raise BrokenFileError(f"only New Quizzes knows {kind}")
    presentation = item.find(f"{QTI}presentation")
    if presentation is None:
        raise BrokenFileError("nothing is asked")
    if is_new and kind in AS_HTML:
        for mattext in presentation.iter(f"{QTI}mattext"):
            mattext.set("texttype", "text/html")
    feedback = ((one.get("ident"), one.find(f"{QTI}flow_mat")) for one in item.iterfind(f"{QTI}itemfeedback"))
    said = {str(ident): _text(inside) for ident, inside in feedback if inside is not None}
    name, right, by_answer = _KINDS[kind](item, presentation, said)
    verdicts = {"right": said.get("correct_fb", ""), "wrong": said.get("general_incorrect_fb", "")}
    return Read(
        kind=name,
        prompt=_text(presentation),
        right=right,
        said={text: one for text, one in {**by_answer, **verdicts}.items() if one},
        general=said.get("general_fb", ""),
        weight=float(fields["points_possible"]),
    )


def _options(response: Element) -> dict[str, str]:
    """Each option by its id: the first digits of its ident, as Canvas Classic has it."""
    found: dict[str, str] = {}
    for label in response.iter(f"{QTI}response_label"):
        ident = str(label.get("ident"))
        digits = re.search(r"\d+", ident)
        if digits is None or digits[0] != ident or ident in found:
            raise BrokenFileError(f"two options can share the id of '{ident}'")
        found[ident] = _text(label)
    return found


def _scored(item: Element) -> list[list[tuple[str, str]]]:
    """What each condition that is worth something names."""
    return [
        [(str(one.get("respident")), _exact(one)) for one in condition.iter(f"{QTI}varequal")]
        for condition in item.iterfind(f"{QTI}resprocessing/{QTI}respcondition")
        if condition.find(f"{QTI}setvar") is not None
    ]


def _known(options: dict[str, str], id: str) -> str:
    if id not in options:
        raise BrokenFileError(f"no option is '{id}'")
    return options[id]


def _choice(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    [response] = presentation.iterfind(f"{QTI}response_lid")
    options = _options(response)
    [condition] = [
        one for one in item.iterfind(f"{QTI}resprocessing/{QTI}respcondition") if one.find(f"{QTI}setvar") is not None
    ]
    not_right = {_exact(one) for no in condition.iter(f"{QTI}not") for one in no.iter(f"{QTI}varequal")}
    named = {_known(options, _exact(one)) for one in condition.iter(f"{QTI}varequal")}
    right = named - {options[id] for id in not_right}
    is_many = response.get("rcardinality") == "Multiple"
    by_answer = {_known(options, id.removesuffix("_fb")): text for id, text in said.items() if id[0].isdigit()}
    wrong = frozenset(options.values()) - right
    if is_many and wrong != {options[id] for id in not_right}:
        raise BrokenFileError("an option is neither right nor wrong")
    return "many" if is_many else "one", {"right": frozenset(right), "wrong": wrong}, by_answer


def _judge(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    _, right, by_answer = _choice(item, presentation, said)
    if not isinstance(right, dict) or {*right["right"], *right["wrong"]} != {"True", "False"}:
        raise BrokenFileError("the options are 'True' and 'False'")
    return "judge", right["right"] == {"True"}, {text.lower(): one for text, one in by_answer.items()}


def _pairs(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    responses = presentation.findall(f"{QTI}response_lid")
    options = _options(responses[0])
    belongs = {ident: _known(options, id) for [(ident, id)] in _scored(item)}
    pairs: dict[str, Right] = {_text(one): belongs[str(one.get("ident"))] for one in responses}
    return "pairs", {**pairs, "": frozenset(options.values()) - frozenset(belongs.values())}, {}


def _order(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    [response] = presentation.iterfind(f"{QTI}response_lid")
    if response.get("rcardinality") != "Ordered" or len(list(item.iter(f"{QTI}varequal"))) != len(_options(response)):
        raise BrokenFileError("New Quizzes takes every answer that is named for a step")
    [ids] = _scored(item)
    return "order", tuple(_known(_options(response), id) for _, id in ids), {}


def _groups(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    responses = {str(one.get("ident")): one for one in presentation.iterfind(f"{QTI}response_lid")}
    names = {ident: _text(one) for ident, one in responses.items()}
    options = _options(next(iter(responses.values())))
    pairs: dict[str, Right] = {_known(options, id): names[ident] for ids in _scored(item) for ident, id in ids}
    return "pairs", {**pairs, "": frozenset()}, {}


def _gaps(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    mattext = _exact(presentation.find(f"{QTI}material/{QTI}mattext"))
    responses = {str(one.get("ident")): one for one in presentation.iterfind(f"{QTI}response_lid")}
    standing = [f"response_{name}" for name in BLANK.findall(mattext) if f"response_{name}" in responses]
    if standing != list(responses):
        raise BrokenFileError(f"gaps stand as {standing}")
    is_picked = "multiple_dropdowns_question" in {entry.text for entry in item.iter(f"{QTI}fieldentry")}
    gaps: list[Right] = []
    for ident, response in responses.items():
        options = _options(response)
        right = [options[id] for ids in _scored(item) for one, id in ids if one == ident]
        if not right:
            raise BrokenFileError(f"nothing is right in {ident}")
        if is_picked:
            gaps.append({"right": frozenset(right), "wrong": frozenset(options.values()) - frozenset(right)})
        else:  # Canvas accepts whatever is listed
            gaps.append({"accepted": tuple(options.values())})
    return "gaps", tuple(gaps), {}


def _typed(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    named = [line(one.text or "") for one in item.iter(f"{QTI}varequal")]  # Canvas Classic accepts them all
    return "text", {"accepted": tuple(named)}, {}


def _number(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    [value] = [float(_exact(one)) for one in item.iter(f"{QTI}varequal")]
    [low] = [float(_exact(one)) for one in item.iter(f"{QTI}vargte")]
    [high] = [float(_exact(one)) for one in item.iter(f"{QTI}varlte")]
    if abs((high - value) - (value - low)) > 1e-9 * max(1.0, abs(value)):
        raise BrokenFileError("the margin is not the same on both sides")
    return "number", {"value": value, "low": low, "high": high}, {}


def _essay(item: Element, presentation: Element, said: dict[str, str]) -> tuple[str, Right, dict[str, str]]:
    if list(item.iter(f"{QTI}varequal")):
        raise BrokenFileError("an essay with an answer is a short answer")
    return "essay", said["general_fb"], {}


_KINDS = {
    "multiple_choice_question": _choice,
    "multiple_answers_question": _choice,
    "true_false_question": _judge,
    "matching_question": _pairs,
    "ordering_question": _order,
    "categorization_question": _groups,
    "multiple_dropdowns_question": _gaps,
    "fill_in_multiple_blanks_question": _gaps,
    "short_answer_question": _typed,
    "numerical_question": _number,
    "essay_question": _essay,
}
