"""A package tells a learning platform how a quiz went: scorm-again, which nobody here wrote, listens."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from mimetypes import guess_type
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Watch, new_context
from tests.browser.questions_site import SCORED
from tests.browser.quizzes import Question, question_in
from tests.building import ROOT
from tests.exports.packages import files_in, package, questions_docs

COURSE = "http://lms.test"
RUNTIME = ROOT / "node_modules/scorm-again/dist/scorm12.min.js"
#: A platform: it writes down all that is said to it, and knows what was kept before.
PLATFORM = """<!doctype html><html lang="en"><title>A course</title>
<script src="/scorm12.js"></script><script src="/platform.js"></script>
<iframe title="A quiz" src="/package/index.htmlVIEW" width="1000" height="780"></iframe></html>"""
LISTEN = """
window.said = [];
window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
if (KEPT) API.loadFromJSON(KEPT, "");
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const ask = API[name].bind(API);
  API[name] = (...values) => {
    const answer = ask(...values);
    said.push({ name, values, answer, error: String(API.LMSGetLastError()) });
    return answer;
  };
}
"""


class Course:
    """A course with the package of a quiz."""

    def __init__(
        self, context: BrowserContext, quiz: str, *, kept: dict[str, Any] | None, platform: bool, view: str
    ) -> None:
        self._files = files_in(package(questions_docs(), quiz))
        self._kept, self._view = kept, "?view=all" if view == "all" else ""
        self.elsewhere: list[str] = []
        context.unroute_all()
        context.route("**/*", self._answer)
        self.page: Page = context.new_page()
        self.page.goto(f"{COURSE}/" if platform else f"{COURSE}/package/index.html{self._view}")
        self.frame: Frame = self.page.frames[1] if platform else self.page.main_frame
        expect(self.frame.locator("course-quiz[data-ready]")).to_be_visible()

    def _answer(self, route: Route) -> None:
        address = route.request.url.partition("?")[0]
        path = address.removeprefix(f"{COURSE}/")
        ours: dict[str, Any] = {
            "": {"body": PLATFORM.replace("VIEW", self._view), "content_type": "text/html"},
            "scorm12.js": {"path": RUNTIME},
            "platform.js": {"body": LISTEN.replace("KEPT", json.dumps(self._kept)), "content_type": "text/javascript"},
        }
        packed = path.removeprefix("package/")
        if address.startswith(f"{COURSE}/package/") and packed in self._files:
            route.fulfill(body=self._files[packed], content_type=guess_type(packed)[0] or "font/woff2")
        elif address.startswith(COURSE) and path in ours:
            route.fulfill(**ours[path])
        elif path != "favicon.ico":
            self.elsewhere.append(address)
            route.abort()

    @property
    def questions(self) -> list[Question]:
        """The questions."""
        return [question_in(form) for form in self.frame.locator("course-quiz form:not([hidden])").all()]

    def finish(self) -> None:
        """See the results."""
        self.frame.get_by_role("button", name="See my results", exact=True).first.click()
        expect(self.frame.locator(":is(.quiz__missing, .quiz__results):visible").first).to_be_visible()
        anyway = self.frame.get_by_role("button", name="See my results without these")
        if anyway.is_visible():
            anyway.click()
        expect(self.frame.locator("course-quiz[data-finished]")).to_be_visible()

    def leave(self) -> None:
        """Go on to another part of the course."""
        self.page.evaluate("document.querySelector('iframe').remove()")
        self.page.wait_for_function("said.some(({ name }) => name === 'LMSFinish')")

    def said(self) -> list[dict[str, Any]]:
        """All that was said to the platform."""
        found: list[dict[str, Any]] = self.page.evaluate("said")
        return found

    def set(self) -> dict[str, str]:
        """What the platform was told last, by name."""
        return {one["values"][0]: one["values"][1] for one in self.said() if one["name"] == "LMSSetValue"}

    def errors(self) -> list[dict[str, Any]]:
        """What the platform refused."""
        return [one for one in self.said() if one["error"] != "0" or one["answer"] == "false"]


Open = Callable[..., Course]


@pytest.fixture
def course(browser: Browser, watch: Watch) -> Iterator[Open]:
    """Open the package of a quiz in a course, with all questions on one page; a second time, in the same browser."""
    watch.allowed = {f"{COURSE}/favicon.ico"}
    context = new_context(browser, Watch(), width=1100, before="")
    heard: list[str] = []
    context.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    opened: list[Course] = []

    def open_course(
        quiz: str = "every-type", *, kept: dict[str, Any] | None = None, platform: bool = True, view: str = "all"
    ) -> Course:
        opened.append(Course(context, quiz, kept=kept, platform=platform, view=view))
        return opened[-1]

    yield open_course
    cookies = context.cookies()
    context.close()
    assert heard == []
    assert [one.elsewhere for one in opened if one.elsewhere] == []
    assert cookies == []


def test_a_quiz_of_every_type_goes_to_score_completion_and_interactions(course: Open):
    here = course(view="one")
    here.frame.get_by_role("link", name="Start").click()
    for question in here.questions:
        question.answer("right")
        question.form.locator(".quiz__next").click()
    expect(here.frame.locator("course-quiz[data-finished]")).to_be_visible()
    here.leave()

    told = here.set()
    assert here.errors() == []
    assert (told["cmi.core.lesson_status"], told["cmi.core.score.raw"]) == ("completed", "100")
    assert (told["cmi.core.score.min"], told["cmi.core.score.max"], told["cmi.core.exit"]) == ("0", "100", "")
    assert re.fullmatch(r"\d{4}:\d{2}:\d{2}\.\d{2}", told["cmi.core.session_time"])
    assert len(told["cmi.suspend_data"]) <= 4096
    scored = [id for id, is_scored in SCORED.items() if is_scored]
    ids = {name: value for name, value in told.items() if name.endswith(".id")}
    assert set(ids.values()) == {f"every-type.{id}" for id in scored}
    for name in ids:
        of = name.removesuffix(".id")
        assert told[f"{of}.result"] == "correct"
        assert told[f"{of}.type"] in ("true-false", "choice", "matching", "sequencing", "fill-in", "performance")
        assert told[f"{of}.student_response"]
        pattern = told.get(f"{of}.correct_responses.0.pattern")
        if told[f"{of}.type"] in ("true-false", "choice", "matching", "sequencing"):
            assert told[f"{of}.student_response"] == pattern
    assert not [value for value in told.values() if "Whatever comes to mind" in value]


def test_wrong_and_partly_right_answers_are_told_as_they_are(course: Open):
    here = course()
    for question in here.questions:
        if "partly" in question.outcomes or "wrong" in question.outcomes:
            question.answer("partly" if "partly" in question.outcomes else "wrong")

    told = here.set()
    assert here.errors() == []
    results = {told[name.replace(".result", ".id")]: value for name, value in told.items() if name.endswith(".result")}
    assert results["every-type.pick-one"] == "wrong"
    assert results["every-type.pick-many"] == "0.50"
    assert results["every-type.match-words"] == "0.33"
    assert 0 < float(told["cmi.core.score.raw"]) < 100
    assert told["cmi.core.lesson_status"] == "incomplete"


def test_answers_come_back_from_the_platform_and_never_from_the_browser(course: Open):
    first = course()
    asked = first.questions[:2]
    for question in asked:
        question.answer("right")
    first.leave()
    kept = first.set()
    assert kept["cmi.core.exit"] == "suspend"
    first.page.close()

    other = course()  # somebody else on the same machine
    assert [question.state for question in other.questions] == [None] * len(other.questions)
    other.leave()
    other.page.close()

    again = course(kept={"core": {"lesson_status": "incomplete"}, "suspend_data": kept["cmi.suspend_data"]})
    states = {question.id: question.state for question in again.questions}
    assert states == {
        question.id: "right" if question.id in [one.id for one in asked] else None for question in again.questions
    }
    again.finish()
    again.leave()
    assert again.errors() == []
    told = again.set()
    assert told["cmi.core.lesson_status"] == "completed"
    ids = {value for name, value in told.items() if name.endswith(".id")}
    assert ids == {f"every-type.{question.id}" for question in asked}


@pytest.mark.parametrize("kept", ["", "[]", "nothing", '["another-version",["a",1]]', '["', "{}"])
def test_what_is_damaged_or_old_is_left_out(course: Open, kept: str):
    here = course(kept={"suspend_data": kept})

    assert [question.state for question in here.questions] == [None] * len(here.questions)
    assert here.errors() == []


def test_who_begins_again_keeps_what_was_reached(course: Open):
    here = course()
    here.questions[0].answer("right")
    here.finish()
    reached = here.set()["cmi.core.score.raw"]
    here.frame.locator("[data-action=restart]").click()
    here.questions[0].answer("wrong")

    told = here.set()
    assert (told["cmi.core.score.raw"], told["cmi.core.lesson_status"]) == (reached, "completed")


def test_of_a_sensitive_quiz_no_answer_is_told_and_nothing_is_kept(course: Open):
    here = course("sensitive-types")
    for question in here.questions[:3]:
        question.answer("right")
    here.leave()

    told = here.set()
    assert here.errors() == []
    assert "cmi.suspend_data" not in told
    assert not [name for name in told if name.endswith(".student_response")]
    assert [value for name, value in told.items() if name.endswith(".result")] == ["correct"] * 3
    assert float(told["cmi.core.score.raw"]) > 0


def test_readers_are_told_what_a_course_is_told(course: Open):
    here = course()

    expect(here.frame.get_by_text("Your course is told your score")).to_be_visible()
    expect(here.frame.get_by_text("They are not sent anywhere.").first).to_have_count(0)
    expect(here.frame.locator("[data-switch]")).to_have_count(0)


def test_without_a_platform_it_is_a_plain_page(course: Open):
    here = course(platform=False)

    expect(here.frame.get_by_text("Your course is told your score")).to_be_hidden()
    expect(here.frame.get_by_text("Your answers stay in this browser tab.")).to_be_visible()
    here.questions[0].answer("right")


@pytest.mark.parametrize("quiz", ["every-type", "sensitive-types"])
def test_the_page_of_a_package_has_no_barrier(course: Open, quiz: str):
    assert violations(course(quiz, platform=False).page) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cmi.interactions.0.type", "essay"),
        ("cmi.core.session_time", "PT65S"),
        ("cmi.core.lesson_status", "done"),
        ("cmi.core.score.raw", "all"),
    ],
)
def test_the_platform_notices_what_is_no_scorm(course: Open, name: str, value: str):
    here = course()
    here.page.evaluate("([name, value]) => API.LMSSetValue(name, value)", [name, value])

    assert [one["values"][0] for one in here.errors()] == [name]
