"""No text in any file raises, from its bytes to the pages, the frames and what machines read of them."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from primer.kit.loading import strings_file
from primer.outputs.frames import frame_html
from primer.outputs.registry import OUTPUTS
from primer.site.build import Site
from primer.site.page_view import PageView

from tests.building import ROOT
from tests.property.strategies import ANY_BYTES, ANY_TEXT, AWKWARD, HOSTILE, PAGES, examples, mangled
from tests.question_types import every_type
from tests.rendering import FRONT_MATTER, features, load_site, render_site

GOLDEN, OWN = ROOT / "tests/golden/docs", ROOT / "docs/_data"

#: A page with every fence there is; what a fence places is drawn from all data files.
EVERY_FENCE = """
Text. [@nobody-2001] A helm.

``` quiz
id: every-type
```

``` guide
id: routes
```

``` figure
id: waves
```

``` figure
id: chart
```
""" + "".join(
    f"\n``` {name}\n```\n"
    for name in (
        *(
            "quizzes",
            "question-types",
            "guides",
            "glossary",
            "references",
            "help-lines",
            "planner",
            "emergency-numbers",
            "routes",
        ),
        *("publisher", "assignment-builder", "quiz-codes"),
    )
)
CHART = {
    "id": "chart",
    "title": "Chart",
    "caption": "C.",
    "words": "W.",
    "ranges": {"measure": "r", "rows": [{"label": "A", "value": ".278", "finding": "nobody-2001:crew"}]},
}
FRONT = yaml.safe_load(FRONT_MATTER.strip().strip("-"))


def _first(name: str, rows: str) -> Any:
    """Two places of a file of our own, with two rows each."""
    places = yaml.safe_load((OWN / name).read_text("utf-8"))[:2]
    return [{**place, rows: place[rows][:2]} for place in places]


def _golden(name: str) -> Any:
    return yaml.safe_load((GOLDEN / "_data" / name).read_text("utf-8"))


#: Each kind of data file, and how often it is tried.
SEEDS: dict[str, tuple[Any, int]] = {
    "glossary.yml": (_golden("glossary.yml"), 6),
    "references.yml": (_golden("references.yml"), 6),
    "figures.yml": ([*_golden("figures.yml"), CHART], 6),
    "planner.yml": (_golden("planner.yml"), 6),
    "publisher.yml": (_golden("publisher.yml"), 6),
    "guides/routes.yml": (_golden("guides/routes.yml"), 6),
    "quizzes/every-type.yml": (every_type(), 10),
    "help-lines.yml": (_first("help-lines.yml", "services"), 6),
    "routes.yml": (_first("routes.yml", "routes"), 6),
    "permalinks.yml": ({"addresses": {"/": "home", "/gone/": "home"}, "terms": ["helm"]}, 6),
    "strings/en.yml": (yaml.safe_load(strings_file([*features(), *OUTPUTS])), 6),
}


def frame(site: Site, src_uri: str, view: PageView) -> str:
    """The page as other sites show it in a frame."""
    context = site.context
    content, templates = context.content, context.templates
    return frame_html(view, src_uri, content, templates, policy=None, site_name="Site", icon=None, address_of=str)


@pytest.fixture(scope="module")
def docs() -> Path:
    """A docs folder with a file of each kind."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(GOLDEN, folder, dirs_exist_ok=True)
    for name, (seed, _) in SEEDS.items():
        path = folder / "_data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(seed, allow_unicode=True), "utf-8")
    (folder / "page.md").write_text(FRONT_MATTER + EVERY_FENCE, "utf-8")
    return folder


def whole(docs: Path) -> list[str]:
    """Render everything that is made of a docs folder; return what is said."""
    site = load_site(docs)
    for src_uri, view in render_site(site, docs).items():
        frame(site, src_uri, view)
        json.dumps([view.structured_data, view.citation_meta], allow_nan=False)
    site.generated_files()
    return list(site.problems())


def with_file(docs: Path, name: str, content: bytes) -> list[str]:
    """Render everything with other bytes in one file."""
    path = docs / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        return whole(docs)
    finally:
        path.write_bytes(before)


def test_what_is_mangled_is_right_at_first(docs: Path):
    codes = {problem.splitlines()[0].rpartition("[")[2] for problem in whole(docs)}

    assert codes <= {"ledger-missing-address]", "ledger-missing-anchor]", "link-unknown-anchor]", "reference-unknown]"}


@pytest.mark.parametrize("name", SEEDS)
def test_a_data_file_that_is_wrong_anywhere_stops_no_page(name: str, docs: Path):
    seed, count = SEEDS[name]

    @given(mangled(seed))
    @examples(count)
    def law(data: Any) -> None:
        with_file(docs, f"_data/{name}", yaml.safe_dump(data, allow_unicode=True).encode())

    law()


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("help-lines.yml", "site"),
        ("routes.yml", "site"),
        ("references.yml", "URL"),
        ("references.yml", "DOI"),
        ("publisher.yml", "leave_to"),
        ("quizzes/every-type.yml", "see"),
        ("quizzes/every-type.yml", "explanation"),
    ],
)
@pytest.mark.parametrize("address", ["https://[oops", "https://e.org:port/", "<https://[oops>", "/../../secret.md#x"])
def test_an_address_that_nobody_can_read_stops_no_page(name: str, field: str, address: str, docs: Path):
    data = _with_every(SEEDS[name][0], field, address)

    with_file(docs, f"_data/{name}", yaml.safe_dump(data, allow_unicode=True).encode())


def _with_every(data: Any, field: str, value: str) -> Any:
    """Return data with one value in every field of a name."""
    if isinstance(data, list):
        return [_with_every(part, field, value) for part in data]
    if not isinstance(data, dict):
        return data
    return {name: value if name == field else _with_every(part, field, value) for name, part in data.items()}


@pytest.mark.parametrize("name", [*SEEDS, "figures/waves.svg"])
def test_a_data_file_of_any_bytes_stops_no_page(name: str, docs: Path):
    @given(ANY_BYTES)
    @examples(2)
    def law(content: bytes) -> None:
        with_file(docs, f"_data/{name}", content)

    law()


SVG_PIECES = st.sampled_from(
    [
        *('<svg viewBox="0 0 100 50">', "</svg>", "<g>", "</g>", "<text>", "</text>", "a", "&amp;", "&", "<!-- a -->"),
        *(
            '<path d="M0 0"/>',
            '<circle r="1" onclick="a"/>',
            "<script/>",
            "<?a b?>",
            "<!DOCTYPE a>",
            '<svg viewBox="a">',
        ),
        *('<svg viewBox="0 0 nan inf">', "<![CDATA[a]]>", "\u0000", '<?xml version="1.0" encoding="utf-7"?>'),
    ]
)


def test_a_drawing_of_any_pieces_stops_no_page(docs: Path):
    @given(st.lists(SVG_PIECES, max_size=6).map("".join))
    @examples(15)
    def law(svg: str) -> None:
        with_file(docs, "_data/figures/waves.svg", svg.encode())

    law()


def test_a_page_that_is_wrong_anywhere_stops_no_page(docs: Path):
    texts = PAGES | HOSTILE | AWKWARD | ANY_TEXT
    links = st.builds("[a]({0}) <{0}> ![b]({0}) [c]: {0}\n".format, AWKWARD)

    @given(mangled(FRONT), texts, texts | links, st.booleans())
    @examples(15)
    def law(front: Any, above: str, below: str, fences: bool) -> None:
        block = yaml.safe_dump(front, allow_unicode=True)
        page = f"---\n{block}---\n\n{above}\n{EVERY_FENCE if fences else ''}\n{below}"
        with_file(docs, "page.md", page.encode("utf-8", "surrogatepass"))

    law()
