"""The command as somebody runs it, on a small site whose sources are on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.building import ROOT
from tests.recheck.data import make_site, write_docs
from tests.recheck.server import Page, Site, html, leads
from tools.recheck.__main__ import main


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def options(tmp_path: Path, site: Site) -> list[str]:
    """The options for a run on a small site, of which everything stands."""
    make_site(site)
    docs = write_docs(tmp_path, site["/"], doi=False)
    return options_for(docs, tmp_path)


def options_for(docs: Path, folder: Path) -> list[str]:
    return [f"--docs={docs}", f"--cache={folder / 'cache'}", f"--report={folder / 'report'}", "--pause=0"]


@pytest.fixture
def outcomes(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """A function that returns the outcome of each claim in the report, as 'entry, what'."""

    def read() -> dict[str, str]:
        report: dict[str, Any] = json.loads((tmp_path / "report/report.json").read_text("utf-8"))
        return {f"{claim['entry']}, {claim['what']}": claim["outcome"] for claim in report["claims"]}

    return read


def test_all_stands(options: list[str], outcomes: Callable[[], dict[str, str]], capsys: pytest.CaptureFixture[str]):
    assert main(options) == 0

    assert set(outcomes().values()) == {"stands", "no-address"}
    assert outcomes()["emergency, call 999"] == "no-address"
    assert capsys.readouterr().out.startswith("10 pages visited: 1 without an address, 23 stands; 24 in all.\n")


@pytest.mark.parametrize(
    ("path", "text", "claim"),
    [
        ("/seen/samaritans", "Samaritans: call 116 124.", "samaritans, call 116 123"),
        ("/seen/samaritans", "Befrienders: call 116 123.", "samaritans, name: Samaritans"),
        ("/seen/shout", "Text HELP to Shout on 85258.", "shout, word to text: HELLO"),
        ("/seen/records", "The ICO says: 30 days, and by three further months.", "records, limit: 2 months"),
        ("/law", "Seeing your record. They have 60 days; complain within 180 days.", "law:month, limit: 30 days"),
        ("/law", "Seeing records. They have 30 days; complain within 180 days.", "law, title"),
        (
            "/abstract",
            "Trust in therapy and its results. In 60 studies r = .31.",
            "study:r, figures: 14,587, .28, 5.2%",
        ),
    ],
)
def test_what_has_changed_is_found(
    site: Site, options: list[str], outcomes: Callable[[], dict[str, str]], path: str, text: str, claim: str
):
    site.pages[path] = html(text)
    site.pages["/samaritans"] = html("Welcome.")

    assert main(options) == 1
    assert [name for name, outcome in outcomes().items() if outcome == "not-found"] == [claim]


def test_a_page_that_is_gone_is_found_though_the_number_stands_elsewhere(
    site: Site, options: list[str], outcomes: Callable[[], dict[str, str]]
):
    site.pages["/samaritans"] = html("Samaritans: call 116 123.")
    site.pages["/seen/samaritans"] = Page(status=410)

    assert main(options) == 1
    assert outcomes()["samaritans, call 116 123"] == "stands"
    assert outcomes()["samaritans, page where it was seen"] == "not-found"


def test_what_moved_or_cannot_be_read_is_no_failure(
    site: Site, options: list[str], outcomes: Callable[[], dict[str, str]], tmp_path: Path
):
    site.pages |= {"/new": site.pages["/law"], "/law": leads("/new"), "/linked": Page(status=403)}
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /ico\n", headers={"Content-Type": "text/plain"})

    assert main(options) == 0
    assert outcomes()["law:month, limit: 30 days"] == "moved"
    assert outcomes()["docs/index.md:3, link"] == "unreadable"
    assert outcomes()["records, site"] == "refused"
    assert f"it leads for good to {site['/new']}" in (tmp_path / "report/report.md").read_text("utf-8")


def test_where_nothing_can_be_read_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    docs = write_docs(tmp_path, "http://127.0.0.1:1/", doi=False)

    assert main(options_for(docs, tmp_path)) == 2
    assert "Nothing could be read. Is there a connection to the internet?" in capsys.readouterr().out
    assert "Nothing could be read." in (tmp_path / "report/report.md").read_text("utf-8")


def test_data_is_never_changed(site: Site, options: list[str], tmp_path: Path):
    site.pages["/seen/samaritans"] = leads("/new")
    before = {file: file.read_bytes() for file in (tmp_path / "docs").rglob("*") if file.is_file()}
    main(options)

    assert {file: file.read_bytes() for file in (tmp_path / "docs").rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("more", "paths"),
    [
        (["--only=pages"], ["/linked"]),
        (["--only=pages", "--only=references"], ["/law", "/abstract", "/linked"]),
        (["--limit=2"], ["/seen/samaritans", "/samaritans"]),
        (["--only=pages", "--host=127.0.0.1"], ["/linked"]),
    ],
)
def test_less_can_be_asked_for(site: Site, options: list[str], more: list[str], paths: list[str]):
    assert main([*options, *more]) == 0
    assert site.paths == paths


def test_what_was_not_asked_for_is_not_in_the_report(options: list[str], outcomes: Callable[[], dict[str, str]]):
    main([*options, "--limit=1"])

    assert list(outcomes()) == [
        "samaritans, call 116 123",
        "samaritans, name: Samaritans",
        "samaritans, page where it was seen",
    ]


def test_what_may_stand_on_a_page_that_was_left_out_is_not_in_the_report(
    site: Site, options: list[str], outcomes: Callable[[], dict[str, str]]
):
    site.pages["/seen/samaritans"] = html("Samaritans.")

    assert main([*options, "--limit=1"]) == 0
    assert list(outcomes()) == ["samaritans, name: Samaritans", "samaritans, page where it was seen"]
    assert main([*options, "--limit=2"]) == 1
    assert outcomes()["samaritans, call 116 123"] == "not-found"


def test_a_second_run_asks_for_nothing_until_pages_are_old(site: Site, options: list[str]):
    main(options)
    asked = len(site.asked)

    main(options)
    assert len(site.asked) == asked
    main([*options, "--max-age=0"])
    assert len(site.paths) == 2 * 10


@pytest.mark.parametrize(
    ("address", "contact", "agent"),
    [
        (None, "null", "source-recheck/1.0"),
        ("https://site.test/", "null", "source-recheck/1.0 (+https://site.test/)"),
        ("https://site.test/", "help@site.test", "source-recheck/1.0 (+https://site.test/; help@site.test)"),
    ],
)
def test_sites_are_told_who_comes(
    site: Site,
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    address: str | None,
    contact: str,
    agent: str,
):
    if address:
        monkeypatch.setenv("SITE_URL", address)
    (tmp_path / "docs/_data/publisher.yml").write_text(f"contact_email: {contact}\n", "utf-8")
    main([*options, "--only=pages"])

    assert {headers["user-agent"] for _, headers in site.asked} == {agent}


@pytest.mark.parametrize(
    "wrong",
    [["--only=glossary"], ["--limit=0"], ["--limit=x"], ["--max-age=-1"], ["--pause=nan"], ["--docs=nowhere"], ["x"]],
)
def test_a_wrong_command_ends_with_2(wrong: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(wrong)

    assert end.value.code == 2
    assert "error: " in capsys.readouterr().err


def test_broken_data_ends_with_2_and_its_file(options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "docs/_data/routes.yml").write_text("- [", "utf-8")

    assert main(options) == 2
    assert "docs/_data/routes.yml: " in capsys.readouterr().err


def test_a_host_that_is_nowhere_ends_with_2(options: list[str], capsys: pytest.CaptureFixture[str]):
    assert main([*options, "--host=other.test"]) == 2
    assert capsys.readouterr().err == "recheck: there is no address to visit\n"


def test_help_says_what_the_exit_status_means(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--help"])

    assert "  130  stopped by Ctrl+C; the same command goes on from there" in capsys.readouterr().out


def test_ctrl_c_keeps_what_was_read(site: Site, options: list[str]):
    arrived = threading.Event()

    def hang() -> None:
        arrived.set()
        site.closing.wait()

    site.pages["/law"].before = hang
    command = [sys.executable, "-m", "tools.recheck", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert arrived.wait(60)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate()
    assert (run.returncode, out, err) == (
        130,
        "",
        "Stopped. What was read is kept, and the same command goes on from there.\n",
    )

    site.pages["/law"].before = lambda: None
    before = site.paths
    assert before[-1] == "/law"
    again = subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=True)
    assert again.stderr == ""
    assert site.paths[len(before) :] == ["/law", "/abstract", "/linked"]
