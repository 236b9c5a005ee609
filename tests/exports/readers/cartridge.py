"""Reads Common Cartridges 1.1 as Moodle does: from notes on what learning platforms accept, and from no exporter."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
QUIZ = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
PROFILES = {
    f"cc.{name}.v0p1"
    for name in ("multiple_choice", "multiple_response", "true_false", "fib", "pattern_match", "essay")
}


class RefusedError(Exception):
    """What Moodle would refuse, or lose."""


@dataclass
class Answer:
    """An answer, whether it is right, and what is said to it."""

    text: str
    is_right: bool
    said: str


@dataclass
class Question:
    """A question as it arrives."""

    id: str
    name: str
    profile: str
    weight: int
    prompt: str
    answers: list[Answer]
    to_all: str


@dataclass
class Cartridge:
    """What is in a cartridge."""

    questions: list[Question] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)


def read(archive: bytes) -> Cartridge:
    """Return what a cartridge holds. Raises RefusedError."""
    with ZipFile(BytesIO(archive)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    if "imsmanifest.xml" not in files:
        raise RefusedError("no manifest at the root")
    if b"imsccv1p1" not in files["imsmanifest.xml"][:1024]:
        raise RefusedError("not taken for a cartridge")
    manifest = etree.fromstring(files["imsmanifest.xml"])
    found, listed = Cartridge(), {"imsmanifest.xml"}
    resources = {one.get("identifier"): one for one in manifest.iter(f"{PACKAGE}resource")}
    for resource in resources.values():
        path = resource.find(f"{PACKAGE}file").get("href")
        listed.add(path)
        if path not in files:
            raise RefusedError(f"{path} is missing")
        if resource.get("type") == QUIZ:
            found.questions += _questions(files[path])
        elif resource.get("type") == "imswl_xmlv1p1":
            found.links.append(etree.fromstring(files[path]).find(f"{LINK}url").get("href"))
        elif resource.get("type") == "webcontent":
            found.pages[path] = files[path].decode()
        else:
            raise RefusedError(f"a resource of the type {resource.get('type')}")
    if unlisted := {*files} - listed:
        raise RefusedError(f"not in the manifest: {sorted(unlisted)}")
    for item in manifest.iter(f"{PACKAGE}item"):
        if item.get("identifierref") and item.get("identifierref") not in resources:
            raise RefusedError(f"nothing is called {item.get('identifierref')}")
    return found


def _questions(xml: bytes) -> list[Question]:
    root = etree.fromstring(xml)
    if root.tag != f"{QTI}questestinterop":
        raise RefusedError("no questions")
    return [_question(item) for item in root.findall(f"{QTI}assessment/{QTI}section/{QTI}item")]


def _question(item: etree._Element) -> Question:
    labels = {
        one.findtext(f"{QTI}fieldlabel"): one.findtext(f"{QTI}fieldentry")
        for one in item.iter(f"{QTI}qtimetadatafield")
    }
    profile = labels.get("cc_profile")
    if profile not in PROFILES:
        raise RefusedError(f"the profile {profile}")
    if any(one.get("action") != "Set" for one in item.iter(f"{QTI}setvar")):
        raise RefusedError("points that are not set")
    said = {
        one.get("ident"): one.findtext(f"{QTI}flow_mat/{QTI}material/{QTI}mattext")
        for one in item.iter(f"{QTI}itemfeedback")
    }
    conditions = item.findall(f"{QTI}resprocessing/{QTI}respcondition")
    to_all = [one for one in conditions if one.get("continue") == "Yes"]
    presentation = item.find(f"{QTI}presentation")
    return Question(
        item.get("ident"),
        item.get("title"),
        profile,
        int(labels["cc_weighting"]),
        presentation.findtext(f"{QTI}material/{QTI}mattext"),
        _typed(conditions, said) if profile == "cc.fib.v0p1" else _chosen(presentation, profile, conditions, said),
        "".join(_shown(one, said) for one in to_all),
    )


def _chosen(
    presentation: etree._Element, profile: str, conditions: list[etree._Element], said: dict[str, str]
) -> list[Answer]:
    labels = presentation.findall(f"{QTI}response_lid/{QTI}render_choice/{QTI}response_label")
    if profile == "cc.true_false.v0p1" and {one.get("ident") for one in labels} != {"true", "false"}:
        raise RefusedError("a statement that is neither true nor false")
    right = _right_of_many(conditions) if profile == "cc.multiple_response.v0p1" else _right_of_one(conditions)
    answers = []
    for label in labels:
        own = [
            _shown(one, said)
            for one in conditions
            if one.get("continue") != "Yes" and one.findtext(f"{QTI}conditionvar/{QTI}varequal") == label.get("ident")
        ]
        text = label.findtext(f"{QTI}material/{QTI}mattext")
        answers.append(Answer(text, label.get("ident") in right, "".join(own)))
    return answers


def _right_of_one(conditions: list[etree._Element]) -> set[str]:
    scored = [one for one in conditions if one.findtext(f"{QTI}setvar") == "100"]
    return {one.findtext(f"{QTI}conditionvar/{QTI}varequal") for one in scored}


def _right_of_many(conditions: list[etree._Element]) -> set[str]:
    [scored] = [one for one in conditions if one.findtext(f"{QTI}setvar") == "100"]
    return {one.text for one in scored.findall(f"{QTI}conditionvar/{QTI}and/{QTI}varequal") if one.get("case") == "Yes"}


def _typed(conditions: list[etree._Element], said: dict[str, str]) -> list[Answer]:
    answers = []
    for one in conditions:
        is_right = one.findtext(f"{QTI}setvar") == "100"
        texts = [text.text for text in one.findall(f"{QTI}conditionvar/{QTI}varequal")]
        if "0" in texts:
            raise RefusedError("an answer of 0 is empty to PHP")
        answers += [Answer(text, is_right, _shown(one, said)) for text in texts]
    return answers


def _shown(condition: etree._Element, said: dict[str, str]) -> str:
    return "".join(said[one.get("linkrefid")] for one in condition.findall(f"{QTI}displayfeedback"))
