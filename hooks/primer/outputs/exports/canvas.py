"""Write quizzes as packages for Canvas: QTI 1.2 as Canvas itself writes it.

For all that Canvas reads of it: https://canvas.instructure.com/doc/api/file.quiz_qti.html, besides the code of both of
its importers, canvas-lms (gems/plugins/qti_exporter) and the gem ``qti`` of New Quizzes. All questions are in one
section of one file, because New Quizzes finds them nowhere else.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from primer.kit.exported import ExportedQuiz, Item
from primer.kit.shapes import Essay, Gaps, Groups, ManyOf, NumberAnswer, OneOf, Pairs, Sequence, Story, TextAnswer
from primer.outputs.exports.archives import packed
from primer.outputs.exports.canvas_items import add_item, points
from primer.outputs.exports.canvas_parts import PICTURES
from primer.outputs.exports.composing import around
from primer.outputs.exports.formats import Files, Format, Platform, Writing
from primer.outputs.exports.losses import Loss
from primer.outputs.exports.readme import README, readme
from primer.outputs.exports.xml import child, written
from primer.text.rich import placed

FILE, FILE_FOR_NEW = "canvas.zip", "canvas-new.zip"
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
MEDIA = "media/"


def _export(writing: Writing) -> Files:
    return {writing.format.files[0]: packed(package(writing))}


def package(writing: Writing) -> dict[str, bytes]:
    """Return the files of a package by their paths in it."""
    quiz = writing.quiz
    name = f"quiz-{quiz.id}"
    return {
        "imsmanifest.xml": written(_manifest(quiz, name)),
        f"{name}/{name}.xml": written(_assessment(writing, name)),
        f"{name}/assessment_meta.xml": written(_meta(writing, name)),
        README: readme([writing]),
        **{MEDIA + picture: content for picture, content in quiz.pictures},
    }


def _typed_lists(shape: Item) -> tuple[Loss, ...]:
    """Return what is lost of a text with gaps: Canvas has gaps to type in, or lists to pick from, and no mixture."""
    lost = (Loss.FEEDBACK_TOGETHER, Loss.NEAR_SPELLING)
    kinds = {isinstance(gap.filling, TextAnswer) for gap in shape.gaps} if isinstance(shape, Gaps) else set()
    return (*lost, Loss.GAPS_AS_TYPING) if len(kinds) > 1 else lost


CLASSIC = Format(
    id="canvas",
    platform=Platform.CANVAS,
    files=(FILE,),
    loses=(Loss.HINTS, Loss.DRAW),
    writes={
        OneOf: (Loss.LAST_OPTION,),
        ManyOf: (Loss.LAST_OPTION,),
        Pairs: (Loss.FEEDBACK_TOGETHER,),
        Gaps: _typed_lists,
        TextAnswer: (Loss.FEEDBACK_TOGETHER, Loss.NEAR_SPELLING),
        NumberAnswer: (Loss.FEEDBACK_TOGETHER, Loss.UNITS),
        Essay: (),
        Story: (Loss.BRANCHING, Loss.MARKED_BY_HAND),
    },
    export=_export,
)

NEW = Format(
    id="canvas_new",
    platform=Platform.CANVAS,
    files=(FILE_FOR_NEW,),
    loses=CLASSIC.loses,
    writes={
        **CLASSIC.writes,
        Sequence: (Loss.FEEDBACK_TOGETHER, Loss.PARTIAL_CREDIT),
        Groups: (Loss.FEEDBACK_TOGETHER,),
    },
    export=_export,
)


def _assessment(writing: Writing, name: str) -> Element:
    quiz = writing.quiz
    root = Element("questestinterop", xmlns=QTI)
    assessment = child(root, "assessment", ident=name, title=quiz.title)
    field = child(child(assessment, "qtimetadata"), "qtimetadatafield")
    child(field, "fieldlabel", "cc_maxattempts")
    child(field, "fieldentry", "unlimited")
    section = child(assessment, "section", ident="root_section")
    for answered in writing.questions:
        add_item(section, answered, quiz, is_new=writing.format is NEW)
    return root


def _meta(writing: Writing, name: str) -> Element:
    quiz = writing.quiz
    root = Element("quiz", xmlns=CANVAS, identifier=name)
    for tag, text in {
        "title": quiz.title,
        "description": placed(around(quiz, writing.left_out), PICTURES),
        "shuffle_questions": str(quiz.shuffles_questions).lower(),
        "shuffle_answers": str(quiz.shuffles_options).lower(),
        "scoring_policy": "keep_highest",
        "quiz_type": "assignment",
        "points_possible": f"{sum(points(answered) for answered in writing.questions):.1f}",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
    }.items():
        child(root, tag, text)
    return root


def _manifest(quiz: ExportedQuiz, name: str) -> Element:
    root = Element("manifest", {"identifier": f"{name}-package", "xmlns": PACKAGE, "xmlns:imsmd": METADATA})
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Content")
    child(metadata, "schemaversion", "1.1.3")
    general = child(child(metadata, "imsmd:lom"), "imsmd:general")
    child(general, "imsmd:identifier", f"{quiz.id}:{quiz.version}")
    child(child(general, "imsmd:title"), "imsmd:langstring", quiz.title, **{"xml:lang": quiz.language})
    child(general, "imsmd:language", quiz.language)
    child(root, "organizations")
    resources = child(root, "resources")
    test = child(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    child(test, "file", href=f"{name}/{name}.xml")
    child(test, "dependency", identifierref=f"{name}-meta")
    meta = child(
        resources,
        "resource",
        identifier=f"{name}-meta",
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
        href=f"{name}/assessment_meta.xml",
    )
    child(meta, "file", href=f"{name}/assessment_meta.xml")
    for number, (picture, _) in enumerate(quiz.pictures, start=1):
        path = MEDIA + picture
        image = child(resources, "resource", identifier=f"{name}-picture-{number}", type="webcontent", href=path)
        child(image, "file", href=path)
    return root
