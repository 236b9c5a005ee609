"""What was promised to others is there: addresses, anchors, error codes, fields of data files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.building import Site
from tests.site_pages import ADDRESSES as PAGES
from tests.site_pages import QUIZZES, SENSITIVE, TEMPLATES
from tools import promises
from tools.promises import ADDRESSES, ANCHORS, CODES, FIELDS, LEDGER, recorded

LISTS = [
    CODES,
    FIELDS,
    *(f"{language.code}/{name}" for language in promises.languages() for name in (ADDRESSES, ANCHORS)),
]

Promises = dict[str, frozenset[str]]


@pytest.fixture(scope="module")
def found(built_site: Site) -> Promises:
    return promises.promises(built_site.folder)


@pytest.fixture(scope="module")
def kept(built_site: Site) -> Promises:
    return promises.kept(built_site.folder)


def listed(lines: Iterable[str]) -> str:
    return "".join(f"\n    {line}" for line in sorted(lines))


@pytest.mark.parametrize("name", LISTS)
def test_nothing_that_was_promised_is_gone(name: str, found: Promises, kept: Promises):
    if gone := promises.broken(name, kept[name]):
        files = {line.partition("#")[0] for line in gone} if name.endswith(ANCHORS) else set()
        new = {line for line in found[name] - recorded(LEDGER / name) if not files or line.partition("#")[0] in files}
        pytest.fail(
            f"promised in tests/promises/{name}, and gone:{listed(gone)}"
            + (f"\nnew there instead:{listed(new)}" if new else "")
            + f"\nhint: {promises.REMEDIES[Path(name).name]}"
            + "\nhint: what really has to go gets a line with the reason in tests/promises/withdrawn.yml",
            pytrace=False,
        )


@pytest.mark.parametrize("name", LISTS)
def test_whatever_is_new_is_recorded(name: str, found: Promises):
    if new := promises.unrecorded(found).get(name):
        pytest.fail(f"not in tests/promises/{name}:{listed(new)}\nhint: make promises", pytrace=False)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_says_everything_once(name: str):
    text = (LEDGER / name).read_text("utf-8")

    assert text == promises.as_text(recorded(LEDGER / name)), "hint: make promises"


def test_there_are_no_other_lists():
    assert sorted(path.relative_to(LEDGER).as_posix() for path in LEDGER.rglob("*.txt")) == sorted(LISTS)


def test_whatever_was_taken_back_was_promised_once_and_is_gone_for_a_reason(kept: Promises):
    reasons = promises.withdrawn()
    ever = {line for name in LISTS for line in recorded(LEDGER / name)}
    now = frozenset().union(*kept.values())
    taken = {key: {line for line in ever if promises.is_withdrawn(line, {key: ""})} for key in reasons}

    assert [key for key, reason in reasons.items() if len(str(reason or "").split()) < 3] == []  # a word is no reason
    assert [key for key, lines in taken.items() if not lines] == []
    assert [key for key, lines in taken.items() if lines & now] == []


@pytest.mark.parametrize("address", sorted({*PAGES} - {*SENSITIVE, *TEMPLATES}))
def test_a_frame_has_the_anchors_of_its_page(address: str, built_site: Site):
    id = address.rstrip("/").rpartition("/")[2] or "home"
    frame = f"/embed{address}" if address in QUIZZES else f"/embed/pages/{id}/"

    missing = promises.anchors(built_site.tree(address)) - promises.all_ids(built_site.tree(frame))
    assert missing <= {"use-in-class", "print-page"}  # whoever shows the frame has the quiz, and the way to the page


# ---- how promises are found


def anchors(text: str) -> frozenset[str]:
    return promises.anchors(lxml_html.document_fromstring(f"<body><p id=outside></p><main>{text}</main></body>"))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('<h2 id="pace">Pace</h2>', {"pace"}),
        ('<h2 id="pace">Pace</h2><section aria-labelledby="pace">', {"pace"}),
        ('<p id="ask">Ask.</p><span id="here"></span><a id="old"></a>', {"ask", "here", "old"}),
        (
            '<section id="quiz-x"><form id="quiz-x--one"><div id="quiz-x--one--start">',
            {"quiz-x", "quiz-x--one", "quiz-x--one--start"},
        ),
        ('<li id="hill-2018">Hill</li><figure id="figure-steps"></figure>', {"hill-2018", "figure-steps"}),
        (
            '<label for="a">A</label><input id="a"><output id="b"></output><p id="c"></p><i aria-describedby="b c">',
            set(),
        ),
        ('<select id="a"></select><textarea id="b"></textarea><button id="c"></button>', set()),
        ('<h3 id="quiz-x--missing">Not answered</h3><h3 id="quiz-x--title">X</h3>', set()),
        ('<a id="cite-hill-2018-1"></a><li id="source-hill-2018"></li>', set()),
        ('<h2 id="source-of-trust">Where trust comes from</h2>', {"source-of-trust"}),
    ],
)
def test_an_anchor_is_what_a_link_can_lead_to(text: str, ids: set[str]):
    assert anchors(text) == ids


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    def write(files: dict[str, str]) -> Path:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return tmp_path

    return write


def test_an_address_is_whatever_is_there_but_for_assets_and_rules_of_the_server(site):
    folder = site(
        {
            "index.html": "<p>",
            "trust/index.html": "<p>",
            "404.html": "<p>",
            "robots.txt": "",
            "quizzes/trust/qr.svg": "<svg>",
            "_headers": "",
            "assets/site.0a1b2c3d.css": "",
            "trust/assets/plan.pdf": "",
        }
    )

    found = promises.promises(folder)[f"en/{ADDRESSES}"]

    assert found == {"/", "/trust/", "/404.html", "/robots.txt", "/quizzes/trust/qr.svg", "/trust/assets/plan.pdf"}


def test_anchors_of_pages_are_promised_and_those_of_frames_only_by_their_pages(site):
    page = '<main><h2 id="pace">Pace</h2></main>'
    folder = site({"trust/index.html": page, "embed/pages/trust/index.html": page, "404.html": page})

    assert promises.promises(folder)[f"en/{ANCHORS}"] == {"/trust/#pace"}


def test_an_anchor_is_kept_by_any_element_and_by_the_page_to_which_an_address_leads(site):
    folder = site(
        {
            "trust/index.html": '<nav id="pace"></nav>',
            "old/trust/index.html": '<meta http-equiv="refresh" content="0; url=../../trust/">',
        }
    )

    assert promises.kept(folder)[f"en/{ANCHORS}"] == {"/trust/#pace", "/old/trust/#pace"}


def test_a_field_is_named_by_the_way_to_it_and_a_shape_within_itself_ends():
    shapes = {
        "Step": {"properties": {"id": {"type": "string"}, "inner": {"items": {"$ref": "#/$defs/Step"}}}},
        "Choice": {
            "properties": {"type": {"const": "choice"}, "draw": {"anyOf": [{"enum": [1, 2]}, {"type": "null"}]}}
        },
    }
    schema = {
        "properties": {
            "steps": {"items": {"$ref": "#/$defs/Step"}},
            "question": {
                "oneOf": [{"$ref": "#/$defs/Choice"}],
                "discriminator": {"mapping": {"choice": "#/$defs/Choice"}},
            },
            "addresses": {"additionalProperties": {"properties": {"id": {}}}},
        }
    }

    assert list(promises._fields(schema, shapes, "", ())) == [
        "steps",
        "steps[].id",
        "steps[].inner",
        "question",
        "question(choice).type",
        "question(choice).type = choice",
        "question(choice).draw",
        "question(choice).draw = 1",
        "question(choice).draw = 2",
        "addresses",
        "addresses.*.id",
    ]


def test_a_list_only_grows(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(promises, "LEDGER", tmp_path)
    monkeypatch.setattr(promises, "build", lambda _: None)
    monkeypatch.setattr(promises, "promises", lambda _: {"en/anchors.txt": {"/b/#new", "/b/#kept"}})
    (tmp_path / "en").mkdir()
    (tmp_path / "en/anchors.txt").write_text("/b/#kept\n/a/#gone\n/b/#kept\n", "utf-8")

    promises.main()

    assert (tmp_path / "en/anchors.txt").read_text("utf-8") == "/a/#gone\n/b/#kept\n/b/#new\n"
    assert "+ /b/#new" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("promise", "taken", "so"),
    [
        ("/old/#x", "/old/#x", True),
        ("/old/#x", "/old/#*", True),
        ("/old/", "/old/#*", False),
        ("quiz.json questions[].see", "quiz.json questions[].see", True),
        ("quiz.json questions[].see", "quiz.json questions[].*", True),
        ("quiz.json questions", "quiz.json questions[].*", False),
    ],
)
def test_what_is_taken_back_is_named_or_begins_alike(promise: str, taken: str, so: bool):
    assert promises.is_withdrawn(promise, {taken: "for a good reason"}) is so
