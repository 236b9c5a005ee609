"""What an author writes for a text with gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from primer.core.diagnostics import did_you_mean
from primer.core.model import AtLeast, BrokenRule, MarkdownText, Model, Slug, Text
from primer.features.quiz.question import Mistake, Option, Question, Verdicts, idle_mistakes, unfit_options
from primer.text.inline_markdown import GAP, gaps_in


class ClozeGap(Model):
    """A gap in a text: to pick from ``options``, or to type what is ``accepted``."""

    noun: ClassVar[str] = "a gap"

    hover: ClassVar = {
        "options": "the words to pick from",
        "accepted": "the words that count as right when they are typed",
        "mistakes": "wrong words that readers are likely to type",
        "feedback": "what is said to the word in the gap",
    }

    id: Slug
    options: tuple[Option, ...] = ()
    accepted: tuple[Text, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    feedback: Verdicts | None = None

    def broken_rules(self) -> Iterator[BrokenRule]:
        if bool(self.options) == bool(self.accepted):
            found = "both 'options' and 'accepted'" if self.options else "neither 'options' nor 'accepted'"
            message = f"the gap '{self.id}' has {found}"
            yield BrokenRule("gap-kind", message, "give it 'options' to pick from or 'accepted' answers to type")
            return  # what else it needs depends on its kind
        if self.options:
            if len(self.options) < 2:
                yield BrokenRule("too-few", "the number of options is 1, it should be at least 2", at=("options",))
            yield from unfit_options(self.options)
            for index, option in enumerate(self.options):
                if option.last:
                    message = f"the options of the gap '{self.id}' are never shuffled"
                    yield BrokenRule("option-place", message, "remove 'last'", ("options", index, "last"))
            for name in (name for name in ("mistakes", "feedback") if getattr(self, name)):
                message = f"the gap '{self.id}' has options, so its '{name}' is never shown"
                yield BrokenRule("gap-kind", message, "give each option its own 'feedback'", (name,))
            return
        if self.feedback is None:
            yield BrokenRule("no-feedback", f"the gap '{self.id}' has no feedback", "add 'feedback: {wrong: …}'")
        yield from idle_mistakes(self.mistakes, self.accepted)


class Cloze(Question):
    """Fill the gaps in a text, in which each stands as ``{its-id}``."""

    hover: ClassVar = {"text": "the text, with each gap as {its id}", "gaps": "the gaps of the text"}

    type: Literal["cloze"]
    text: MarkdownText
    gaps: Annotated[tuple[ClozeGap, ...], AtLeast(1, "gaps")]

    def broken_rules(self) -> Iterator[BrokenRule]:
        ids = [gap.id for gap in self.gaps]
        written, anywhere = Counter(gaps_in(self.text)), re.findall(GAP, self.text)
        unknown = [id for id in written if id not in ids]
        for id in unknown:
            hint = did_you_mean(id, ids) or "list it under 'gaps:'"
            yield BrokenRule("unknown-gap", f"there is no gap '{id}'", hint, ("text",))
        for id in dict.fromkeys(ids):
            if id in anywhere and not written[id]:
                message = f"the gap '{id}' stands in code, a link or an address, where nothing can be filled in"
                yield BrokenRule("gap-place", message, "write it behind that", ("text",))
            elif written[id] > 1 or not (written[id] or unknown):  # one that is missing may be the unknown one
                found = f"stands {written[id]} times" if written[id] else "does not stand"
                message = f"the gap '{id}' {found} in the text, it should be there once"
                at = ("gaps", ids.index(id), "id")
                yield BrokenRule("gap-place", message, f"write {{{id}}} where it belongs", at)
        if "](" in self.text:
            message = "the text of a cloze question cannot hold a link"
            yield BrokenRule("gap-link", message, "put the link into the explanation", ("text",))
