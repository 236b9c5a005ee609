"""Write quizzes as Common Cartridges 1.1, with the pages that teach them.

The profile: https://www.imsglobal.org/cc/ccv1p1/imscc_profilev1p1-Implementation.html. Moodle reads 1.1 alone, and
takes a file for a cartridge by the namespace in its first 1024 bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from primer.core.urls import Link
from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import Essay, Gaps, ManyOf, OneOf, Story, TextAnswer
from primer.outputs.exports.archives import packed
from primer.outputs.exports.cartridge_items import NAUGHT, add_item
from primer.outputs.exports.composing import around
from primer.outputs.exports.formats import Files, Format, Platform, Writing
from primer.outputs.exports.inside import with_pictures_inside
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.readme import README, readme
from primer.outputs.exports.xml import child, written

FILE = "cartridge.imscc"
NAMESPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
METADATA = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
QUESTIONS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
QUIZ_TYPE = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
PAGE_TYPE, LINK_TYPE = "webcontent", "imswl_xmlv1p1"


def export(writing: Writing) -> Files:
    """Return the cartridge of one quiz."""
    return {FILE: packed(cartridge([writing], writing.quiz.title, writing.quiz.id))}


def export_all(writings: Sequence[Writing]) -> Files:
    """Return one cartridge of all quizzes."""
    if not writings:
        return {}
    return {FILE: packed(cartridge(writings, writings[0].quiz.origin.name, "all"))}


def _refuses(shape: Item) -> bool:
    """Tell what the profile has no place for: several gaps, or what Moodle reads as something else.

    It takes a star for anything, and drops a right answer of nothing but 0, because PHP finds that empty.
    """
    if isinstance(shape, Gaps):
        return len(shape.gaps) != 1 or isinstance(shape.gaps[0].filling, ManyOf) or _refuses(shape.gaps[0].filling)
    if isinstance(shape, TextAnswer):
        texts = (*shape.accepted, *(wrong.text for wrong in shape.mistakes))
        return any("*" in text for text in texts) or NAUGHT in shape.accepted
    return False


CARTRIDGE = Format(
    id="cartridge",
    platform=Platform.ANY_LMS,
    files=(FILE,),
    writes={
        OneOf: (),
        ManyOf: (Loss.PARTIAL_CREDIT, Loss.TICKING_ALL),
        Gaps: (Loss.FEEDBACK_TOGETHER,),
        TextAnswer: (Loss.FEEDBACK_TOGETHER,),
        Essay: (),
        Story: (Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    loses=(Loss.HINTS, Loss.LAST_OPTION, Loss.NEAR_SPELLING, Loss.DRAW),
    export=export,
    export_all=export_all,
    files_of_all=(FILE,),
    refuses=_refuses,
)


def cartridge(writings: Sequence[Writing], title: str, id: str) -> dict[str, bytes]:
    """Return the files of a cartridge by their paths in it."""
    quiz = writings[0].quiz
    root = Element("manifest", {"identifier": f"cartridge-{id}", "xmlns": NAMESPACE, "xmlns:lomimscc": METADATA})
    _metadata(root, title, quiz)
    organization = child(child(root, "organizations"), "organization", identifier="order", structure="rooted-hierarchy")
    top = child(organization, "item", identifier="top")
    resources = child(root, "resources")
    files: dict[str, bytes] = {}
    for writing in writings:
        files |= _quiz(writing, top, resources)
    return {"imsmanifest.xml": written(root), **files}


def _metadata(root: Element, title: str, quiz: ExportedQuiz) -> None:
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Common Cartridge")
    child(metadata, "schemaversion", "1.1.0")
    general = child(child(metadata, "lomimscc:lom"), "lomimscc:general")
    child(child(general, "lomimscc:title"), "lomimscc:string", title, language=quiz.language)
    child(general, "lomimscc:language", quiz.language)


def _quiz(writing: Writing, top: Element, resources: Element) -> dict[str, bytes]:
    """Add a quiz to the order of the cartridge and to its resources, and return its files."""
    quiz = writing.quiz
    folder = child(top, "item", identifier=f"i-{quiz.id}")
    child(folder, "title", quiz.title)
    files: dict[str, bytes] = {}
    for number, (kind, title, path, content) in enumerate(_parts(writing)):
        identifier = f"{quiz.id}-{number}"
        files[path] = content
        entry = {"href": path} if kind == PAGE_TYPE else {}
        child(child(resources, "resource", identifier=f"r-{identifier}", type=kind, **entry), "file", href=path)
        if title is not None:
            item = child(folder, "item", identifier=f"i-{identifier}", identifierref=f"r-{identifier}")
            child(item, "title", title)
    return files


def _parts(writing: Writing) -> Iterator[tuple[str, str | None, str, bytes]]:
    """Yield what a cartridge holds of a quiz: what it is, its title where it is shown, its path, its bytes."""
    quiz = writing.quiz
    yield PAGE_TYPE, quiz.title, f"{quiz.id}/page.html", _page(writing)
    for number, link in enumerate(_links(quiz), start=1):
        yield LINK_TYPE, link.title, f"{quiz.id}/link-{number}.xml", _link(link)
    yield QUIZ_TYPE, quiz.title, f"{quiz.id}/questions.xml", _questions(writing)
    yield PAGE_TYPE, None, f"{quiz.id}/{README}", readme([writing])


def _links(quiz: ExportedQuiz) -> list[Link]:
    """Return the pages that teach what is asked, once each; none where nobody knows where the site will stand."""
    seen: Mapping[str, Link] = {
        see.url: see
        for see in (*(one.see for one in quiz.objectives), *(one.see for one in quiz.questions))
        if see is not None and see.url
    }
    return list(seen.values())


def _page(writing: Writing) -> bytes:
    """Return a page with what stands before the questions."""
    quiz = writing.quiz
    page = Markup(
        '<!DOCTYPE html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n<title>{}</title>\n</head>\n'
        "<body>\n<h1>{}</h1>\n{}\n</body>\n</html>\n"
    ).format(quiz.language, quiz.title, quiz.title, around(quiz, writing.left_out))
    return with_pictures_inside(page, quiz).encode()


def _link(link: Link) -> bytes:
    root = Element("webLink", {"xmlns": LINK})
    child(root, "title", link.title)
    child(root, "url", href=link.url)
    return written(root)


def _questions(writing: Writing) -> bytes:
    quiz = writing.quiz
    root = Element("questestinterop", {"xmlns": QUESTIONS})
    assessment = child(root, "assessment", ident=quiz.id, title=quiz.title)
    metadata = child(assessment, "qtimetadata")
    for label, entry in {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "cc_maxattempts": "unlimited",
    }.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)
    section = child(assessment, "section", ident="root_section")
    for answered in writing.questions:
        add_item(section, answered, quiz)
    return written(root)
