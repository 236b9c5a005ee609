"""While an author writes, pages say what is wrong with them, and no build has a trace of that."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.building import Site, write_project
from tests.rendering import FRONT_MATTER
from tests.sites.test_broken import QUIZ, get, mkdocs, serving, until

TERMS = """\
- id: moon
  term: moon
  definition: It pulls.
  forms: [moon]
- id: tide
  term: tide
  definition: It rises.
  forms: [tide]
  sea: [moon]
"""
FILES = {
    "docs/page.md": FRONT_MATTER
    + "Before.\n\n## A passage { #here }\n\n[gone](/gone.md)\n\n``` quiz\nid: tides\n```\n",
    "docs/front.md": FRONT_MATTER.replace("status", "states").replace("title: A", "titel: A") + "Still read.\n",
    "docs/fine.md": FRONT_MATTER + "The moon.\n",
    "docs/glossary.md": FRONT_MATTER + "``` glossary\n```\n",
    "docs/errors.md": FRONT_MATTER + "## missing-field { #missing-field }\n\nA field is missing.\n",
    "docs/_data/glossary.yml": TERMS,
    "docs/_data/quizzes/tides.yml": QUIZ.replace("answer: true, ", ""),
}


class Preview:
    """The pages of a preview."""

    def __init__(self, address: str, log: Path) -> None:
        self.address, self.log = address, log

    def page(self, path: str) -> lxml_html.HtmlElement:
        return lxml_html.document_fromstring(until(lambda: get(f"{self.address}{path}"), self.log))

    def problems(self, path: str) -> list[str]:
        """The places that a page says at its top."""
        return [one.text_content() for one in self.page(path).xpath("//section[@class='preview']/ol/li/p[1]")]

    def mended(self, path: str) -> None:
        until(lambda: not self.problems(path), self.log)


def test_pages_say_what_is_wrong_with_them_until_it_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PRIMER_EDITOR", "vscode")
    write_project(tmp_path, FILES)
    quiz, front = tmp_path / "docs/_data/quizzes/tides.yml", tmp_path / "docs/front.md"

    with serving(tmp_path) as found:
        preview = Preview(*found)
        link_line = FILES["docs/page.md"][: FILES["docs/page.md"].index("[gone]")].count("\n") + 1
        assert preview.problems("/page/") == [f"docs/page.md:{link_line}:8", "docs/_data/quizzes/tides.yml:6:5"]
        page = preview.page("/page/")
        [panel] = page.xpath("//main/section[@class='preview']")
        assert panel.xpath("h2/text()") == ["2 problems on this page"]
        assert panel.xpath(".//a[starts-with(@href, 'vscode:')]/@href")[1] == f"vscode://file{quiz}:6:5"
        assert "/errors/#missing-field" in panel.xpath(".//a/@href")
        assert page.xpath("//*[@id='here']/following-sibling::a[1][@class='preview-mark']/@href") == [
            "#preview-problem-1"
        ]
        assert page.xpath("//div[@class='placement']/a[@class='preview-mark']/@href") == ["#preview-problem-2"]
        assert preview.problems("/quizzes/tides/") == ["docs/_data/quizzes/tides.yml:6:5"]
        assert preview.problems("/glossary/") == ["docs/_data/glossary.yml:9:3"]
        assert "Still read." in get(f"{preview.address}/front/")
        assert preview.problems("/front/")[0] == "docs/front.md:2:1"
        assert preview.problems("/fine/") == []
        all_problems = preview.page("/_problems/")
        assert "/_problems/" in preview.page("/fine/").xpath("//section[@class='preview']//a/@href")
        files = all_problems.xpath("//section[@class='preview']/h3/text()")
        assert {"docs/page.md", "docs/front.md", "docs/_data/glossary.yml"} < set(files)
        assert files == sorted(files)
        assert get(f"{preview.address}/_problems/preview.css")

        quiz.write_text(QUIZ)
        until(lambda: len(preview.problems("/page/")) == 1, preview.log)
        assert "The moon pulls." in get(f"{preview.address}/page/")
        front.write_text(FRONT_MATTER + "Still read.\n")
        preview.mended("/front/")
        (tmp_path / "docs/_data/glossary.yml").write_text(TERMS.replace("sea:", "see_also:"))
        preview.mended("/glossary/")
        assert "docs/front.md" not in preview.page("/_problems/").xpath("//h3/text()")


def test_what_keeps_a_site_from_being_built_is_said_on_its_pages_until_it_is_mended(tmp_path: Path):
    write_project(tmp_path, {"docs/fine.md": FRONT_MATTER + "The moon.\n"})
    settings = tmp_path / "mkdocs.yml"
    right = settings.read_text()

    with serving(tmp_path) as (address, log):
        until(lambda: get(f"{address}/fine/"), log)
        settings.write_text(right + "use_directory_urls: false\n")
        until(lambda: "cannot be built" in get(f"{address}/fine/"), log)
        shown = get(f"{address}/fine/")
        assert "The moon." in shown
        assert "use_directory_urls: false&#39; is not for this site" in shown
        settings.write_text("site_name: [\n")
        until(lambda: "error parsing the configuration file" in get(f"{address}/fine/"), log)
        settings.write_text(right)
        until(lambda: "cannot be built" not in get(f"{address}/fine/"), log)


def test_what_mkdocs_itself_warns_of_is_among_all_problems(tmp_path: Path):
    write_project(tmp_path, {"docs/fine.md": FRONT_MATTER})
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("nav: []", "nav: [index.md]"))

    with serving(tmp_path) as found:
        preview = Preview(*found)
        [said] = preview.page("/_problems/").xpath("//section[@class='preview']/pre/text()")
        assert "fine.md" in said
        assert preview.page("/fine/").xpath("//section[@class='preview']/p/a/text()") == ["1 elsewhere on the site"]
        settings.write_text(settings.read_text().replace("[index.md]", "[index.md, fine.md]"))
        until(lambda: not preview.page("/fine/").xpath("//section[@class='preview']"), preview.log)


def test_what_is_made_of_the_whole_site_follows_an_edit(tmp_path: Path):
    write_project(tmp_path, {"docs/fine.md": FRONT_MATTER + "The moon.\n"})
    page = tmp_path / "docs/fine.md"

    with serving(tmp_path) as (address, log):
        until(lambda: "The moon." in get(f"{address}/fine/"), log)
        for word in ("One", "Two", "Three"):
            page.write_text(FRONT_MATTER.replace("A page\n", f"{word} moons\n") + f"{word}.\n")
            until(partial(shows, f"{address}/fine/", f"{word}."), log)
        until(lambda: "Three moons" in get(f"{address}/all-pages/"), log)
        assert "Three." in get(f"{address}/fine/")


def test_styles_scripts_and_templates_are_read_again_and_a_broken_one_stops_nothing(tmp_path: Path):
    own = tmp_path / "own"
    (own / "assets").mkdir(parents=True)
    (own / "partials").mkdir()
    write_project(tmp_path, {"docs/index.md": FRONT_MATTER})
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(re.sub(r"custom_dir: .*", f"custom_dir: {own}", settings.read_text()))

    with serving(tmp_path) as (address, log):
        until(lambda: get(f"{address}/"), log)
        (own / "partials/logo.html").write_text("<b>Our sign</b>")
        until(lambda: "Our sign" in get(f"{address}/"), log)
        (own / "partials/logo.html").write_text("{% if %}")
        until(lambda: "cannot be built" in get(f"{address}/"), log)
        assert "Our sign" in get(f"{address}/")
        (own / "partials/logo.html").write_text("<b>Mended</b>")
        until(lambda: "Mended" in (page := get(f"{address}/")) and "cannot be built" not in page, log)
        (own / "assets/redirect.js").write_text("location.href = 'x';")
        until(lambda: re.search(r"redirect\.\w+\.js", get(f"{address}/go/home/")), log)


def shows(address: str, words: str) -> bool:
    """Whether a page holds these words."""
    return words in get(address)


@pytest.mark.parametrize("strict", [True, False])
def test_a_build_has_no_trace_of_a_preview(tmp_path: Path, strict: bool):
    write_project(tmp_path, FILES if not strict else {"docs/fine.md": FRONT_MATTER})
    run = mkdocs(tmp_path, "build", *(["--strict"] if strict else []))
    assert run.returncode == 0, run.stderr

    site = Site(tmp_path / "site")
    assert not [path for path in site.files if "_problems" in path or "preview" in path]
    said = re.compile(rb"_problems|preview-|class=.preview|vscode:|preview\.css")
    assert not [path for path in site.files if said.search((site.folder / path).read_bytes())]


def test_a_build_loads_nothing_of_a_preview(tmp_path: Path):
    write_project(tmp_path, {})
    code = (
        "import sys; from mkdocs.__main__ import cli\n"
        "try: cli(['build', '--quiet'])\n"
        "except SystemExit as end: assert not end.code\n"
        "of = ('preview', 'preview_app', 'address', 'edited_code', 'fresh_pages', 'host_warnings', 'rebuilding')\n"
        "print(*[name for name in sys.modules if name.split('.')[-1] in of or '.preview.' in name])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, "\n", "")


def test_a_taken_port_is_said_in_one_line_before_anything_is_built(tmp_path: Path):
    write_project(tmp_path, {})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        run = mkdocs(tmp_path, "serve", "--dev-addr", address)

    assert run.returncode == 1
    assert re.fullmatch(
        rf"{re.escape(address)} is taken by another program; type: mkdocs serve --dev-addr 127\.0\.0\.1:\d+",
        run.stdout.strip(),
    )
    assert "Traceback" not in run.stderr
    assert "Cleaning" not in run.stderr


def test_an_editor_that_nobody_knows_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PRIMER_EDITOR", "vim")
    write_project(tmp_path, {})
    run = mkdocs(tmp_path, "serve", "--dev-addr", "127.0.0.1:0")

    assert run.returncode == 1
    assert "PRIMER_EDITOR: 'vim' is no editor that is known here; write one of cursor" in run.stderr
    assert "Traceback" not in run.stderr
