"""Check what no part of a guide can know alone: where its answers lead, and that every way ends."""

from __future__ import annotations

from collections.abc import Iterator

from primer.core.diagnostics import Report, did_you_mean
from primer.core.graphs import circular, endless, unreachable
from primer.core.yaml import Document
from primer.features.guide.model import Guide
from primer.kit.texts import AnchorLink, check_texts
from primer.text.inline import DataText


def check_guide(guide: Guide, document: Document, text: DataText, report: Report) -> Iterator[AnchorLink]:
    """Report what is wrong in a guide and yield its links to passages."""
    _check_options(guide, document, text, report)
    if _ids_and_targets_are_right(guide, document, report):
        _check_ways(guide, document, report)
        _check_topics(guide, document, report)
    yield from check_texts(guide, document, text, report)


def _check_options(guide: Guide, document: Document, text: DataText, report: Report) -> None:
    for number, step in enumerate(guide.steps):
        for index, option in enumerate(step.options):
            if text.has_links(option.text):
                report.add(
                    document.location_of("steps", number, "options", index, "text"),
                    "an option is a link itself, so no link or citation can stand in it",
                    "guide-link-in-option",
                    "move it to the option's 'note: …'",
                )


def _ids_and_targets_are_right(guide: Guide, document: Document, report: Report) -> bool:
    """Tell whether each id stands once and each target is there, after reporting what is not so.

    Only then is a step that no answer leads to a mistake of its own, and not the other side of a misspelt id.
    """
    lists = [document.part(field) for field in ("steps", "topics", "endings")]
    right = not report.add_repeated((one for part in lists for one in part.ids()), "guide-repeated-id")
    locations = [part.id for part in (*guide.steps, *guide.endings)]
    topics = [topic.id for topic in guide.topics]
    for number, step in enumerate(guide.steps):
        for index, option in enumerate(step.options):
            where = ("steps", number, "options", index)
            if option.to not in locations:
                right = False
                message = f"there is no step or ending '{option.to}'"
                report.add(
                    document.location_of(*where, "to"),
                    message,
                    "guide-unknown-step",
                    did_you_mean(option.to, locations),
                )
            if option.adds_topic is not None and option.adds_topic not in topics:
                right = False
                message = f"there is no topic '{option.adds_topic}'"
                hint = did_you_mean(option.adds_topic, topics) or "list it under 'topics:'"
                report.add(document.location_of(*where, "raises"), message, "guide-unknown-topic", hint)
    return right


def _check_ways(guide: Guide, document: Document, report: Report) -> None:
    ways = guide.edges
    location = {step.id: document.location_of("steps", index, "id") for index, step in enumerate(guide.steps)}
    location |= {ending.id: document.location_of("endings", index, "id") for index, ending in enumerate(guide.endings)}
    for id in unreachable(ways, guide.steps[0].id):
        report.add(location[id], f"no answer leads to '{id}'", "guide-unreachable", f"write 'to: {id}' in an option")
    lost = endless(ways)
    for id in lost:
        report.add(location[id], f"no way from '{id}' ends", "guide-endless", "let an option lead to an ending")
    if not lost:
        for id in circular(ways)[:1]:
            message = f"there is a way from '{id}' back to '{id}'"
            report.add(location[id], message, "guide-loop", "let each option lead to a later step or to an ending")


def _check_topics(guide: Guide, document: Document, report: Report) -> None:
    raised = {option.adds_topic for step in guide.steps for option in step.options}
    for index, topic in enumerate(guide.topics):
        if topic.id not in raised:
            location, message = document.location_of("topics", index, "id"), f"no option raises the topic '{topic.id}'"
            report.add(
                location, message, "guide-unraised", f"write 'raises: {topic.id}' in an option, or remove the topic"
            )
    # Whoever reaches an ending that lists no topics goes round for ever here, so what is endless never reaches a list.
    lists = {ending.id for ending in guide.endings if ending.raised}
    ways = guide.edges | {ending.id: (ending.id,) for ending in guide.endings if not ending.raised}
    unlisted = {*endless(ways)} - lists
    for number, step in enumerate(guide.steps):
        for index, option in enumerate(step.options):
            if option.adds_topic is not None and option.to in unlisted:
                location = document.location_of("steps", number, "options", index, "raises")
                message = f"no ending after this option lists the topic '{option.adds_topic}'"
                report.add(
                    location, message, "guide-unlisted", "add 'raised: {some: …, none: …}' to an ending that follows"
                )
