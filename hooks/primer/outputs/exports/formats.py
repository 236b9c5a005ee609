"""What a format is to all others: which shapes it can write, what each of them loses, and how it writes a quiz."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from primer.core.clock import set_moment
from primer.kit.exported import ExportedQuestion, ExportedQuiz, Item
from primer.kit.strings import Strings
from primer.outputs.exports.losses import FALLBACKS, Loss, is_felt

Files = Mapping[str, bytes]
"""What a format writes, by its path below the folder of the quiz."""

NOTHING: frozenset[Loss] = frozenset()
_PLACES = {loss: place for place, loss in enumerate(Loss)}


class Platform(StrEnum):
    """What files are opened in, as people look for it. Each is worded by the string ``platform_…`` of its name."""

    MOODLE = "moodle"
    CANVAS = "canvas"
    ANY_LMS = "any_lms"
    BRIGHTSPACE = "brightspace"
    BLACKBOARD = "blackboard"
    PAPER = "paper"
    WORD = "word"
    ANKI = "anki"
    GAME = "game"
    PROGRAMS = "programs"


@dataclass(frozen=True)
class Answered:
    """A question in the shape in which a format writes it."""

    question: ExportedQuestion
    shape: Item


@dataclass(frozen=True)
class Format:
    """A format in which quizzes leave the site. All that is not declared here, nobody knows.

    ``export`` gets a quiz of which all questions can be written, with each in its shape.
    """

    id: str
    """Names it in messages, and in what is kept from build to build. Its addresses are ``files``."""
    files: tuple[str, ...]
    """What it writes below the folder of each quiz."""
    writes: Mapping[type, Collection[Loss] | Callable[[Item], Collection[Loss]]]
    """Each shape that it can write, with what is lost of it, or what tells that of one."""
    export: Callable[[Writing], Files]
    loses: Collection[Loss] = NOTHING
    """What is lost of any question."""
    refuses: Callable[[Item], bool] = lambda _: False
    """Tells of a shape that it can write whether this one is more than the format holds."""
    export_all: Callable[[Sequence[Writing]], Files] | None = None
    """Writes all quizzes in one file, below ``exports/all/``."""
    files_of_all: tuple[str, ...] = ()
    """What that file is called."""
    reads_page: bool = False
    """Whether it shows the page of a quiz as that was built."""
    strings: tuple[type[Strings], ...] = ()
    """Its own words, beside those of all formats."""
    libraries: tuple[str, ...] = ()
    """The packages of ``[outputs]`` that it needs, as they are called where they are installed from."""
    platform: Platform = Platform.PROGRAMS
    """What its files are opened in."""
    is_dated: bool = False
    """Whether its files hold the time of the build."""
    is_tried: bool = True
    """Whether somebody has seen its files open in what they are for, or in code of that."""

    def shape_for(self, question: ExportedQuestion) -> Item | None:
        """Return the first shape of a question that the format can write; None where it can write none."""
        return next((one for one in question.shapes if type(one) in self.writes and not self.refuses(one)), None)

    def lost(self, answered: Answered) -> tuple[Loss, ...]:
        """Return what is lost of a question, in the order of ``Loss``."""
        question, shape = answered.question, answered.shape
        losses = self.writes[type(shape)]
        found = {*self.loses, *(losses(shape) if callable(losses) else losses)}
        if shape is not question.shapes[0] and (fallback := FALLBACKS.get(type(question.shapes[0]))):
            found.add(fallback)
        return tuple(sorted((loss for loss in found if is_felt(loss, question, shape)), key=_PLACES.__getitem__))

    def writing(self, quiz: ExportedQuiz) -> Writing:
        """Return a quiz as the format writes it."""
        shaped = [(question, self.shape_for(question)) for question in quiz.questions]
        answered = tuple(Answered(question, shape) for question, shape in shaped if shape is not None)
        left_out = tuple(question for question, shape in shaped if shape is None)
        return Writing(self, quiz, answered, left_out)

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that it needs and that are not installed."""
        return tuple(library for library in self.libraries if _version(library) is None)

    @property
    def versions(self) -> tuple[str, ...]:
        """What its files depend on beside the quiz, for what is kept from build to build."""
        return (
            *(f"{library} {_version(library)}" for library in self.libraries),
            *([set_moment() or ""] if self.is_dated else []),  # by the clock, only what is new gets another time
        )


@dataclass(frozen=True)
class Writing:
    """A quiz about to be written: the questions in their shapes, besides those that the format cannot write."""

    format: Format
    quiz: ExportedQuiz
    questions: tuple[Answered, ...]
    left_out: tuple[ExportedQuestion, ...]

    def begins_with(self, answered: Answered) -> bool:
        """Tell whether this question comes first."""
        return self.questions[:1] == (answered,)

    def only(self, answered: Answered) -> Writing:
        """Return the same with one question alone."""
        return Writing(self.format, self.quiz.only(answered.question), (answered,), ())


@cache  # it goes through all that is installed
def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
