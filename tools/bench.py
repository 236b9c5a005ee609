"""Measure what our hooks cost, as ratios to plain Material for MkDocs building the same pages in the same run.

Run ``make bench``. Each project is generated with a fixed seed: sections of twenty pages of about 600 words with 15
mentions of terms, every fifth with a quiz of its own of five questions. Both are built in turn, several times, each in
a process of its own. What is printed is the middle of the ratios of neighbouring runs; no threshold is kept.
What downloads cost stands in columns of its own: they are made once, and kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
IN_SECTION = 20  # with all pages on one level, the menu is most of what the theme alone takes
SHAPES = ((100, 100, 5), (300, 100, 5), (300, 100, 1), (1000, 100, 5), (100, 1000, 5), (1000, 1000, 5))
"""How many pages and terms, and how many pages there are to a quiz."""
WITHOUT_DOWNLOADS = """
import sys
from pathlib import Path
from types import ModuleType
output, adapter = ModuleType("primer.outputs.exports.output"), ModuleType("primer_mkdocs.exports")
class Exports:
    strings = styles = scripts = folders = ()
    folder = Path("none")
    def features(self, features):
        return ()
output.Exports = Exports
adapter.on_env = adapter.on_page_context = adapter.on_post_build = lambda *args, **_: args[0] if args else None
sys.modules |= {output.__name__: output, adapter.__name__: adapter}
from mkdocs.__main__ import cli
cli()
"""
"""Builds a site as if there were no downloads: neither what makes them is imported, nor do pages speak of them."""
BUILDS = {"whole": (), "without": ("-c", WITHOUT_DOWNLOADS)}
OUR_SITE = ROOT
SYLLABLES = [c + v for c in "bdklmnr" for v in "aeiou"][:33]


def main() -> None:
    """Build every shape with and without our hooks, and print the ratios."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=3, help="builds of each project (3)")
    arguments.add_argument("--most", type=int, default=1000, help="leave out projects with more pages (1000)")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'':31}without downloads          with downloads           plain")
        print(f"pages  terms  quizzes   files{2 * '   first  later  memory'}   files  seconds")
        for shape in SHAPES:
            if shape[0] <= options.most:
                _print_ratios(Path(folder) / "-".join(map(str, shape)), shape, options.runs)
        _print_bytes(Path(folder) / "-".join(map(str, SHAPES[0])))
        _print_downloads(Path(folder) / "downloads", options.runs)


def _print_ratios(folder: Path, shape: tuple[int, int, int], runs: int) -> None:
    ours, plain = folder / "ours", folder / "plain"
    write_project(ours, *shape, hooks=True)
    write_project(plain, *shape, hooks=False)
    apart = folder / "without"
    kept = [apart / ".cache", ours / ".cache"]  # what one build keeps for the next
    build(plain), build(ours, apart, *BUILDS["without"]), build(ours)  # once unmeasured, so that all is compiled
    measured = []
    for _ in range(runs):
        bare = build(plain)
        for cache in kept:
            shutil.rmtree(cache)
        builds = [build(ours, apart, *BUILDS["without"]) for _ in range(2)] + [build(ours) for _ in range(2)]
        measured.append([(time / bare[0], memory / bare[1], bare[0]) for time, memory in builds])
    times, memories, seconds = (
        [statistics.median(run[number][column] for run in measured) for number in range(4)] for column in range(3)
    )
    pages, terms, pages_a_quiz = shape
    files = [sum(1 for _ in (project / "site").rglob("*.html")) for project in (apart, plain)]
    print(
        f"{pages:5} {terms:6} {len(range(0, pages, pages_a_quiz)):8} {files[0]:7,}"
        f" {times[0]:7.2f} {times[1]:6.2f} {memories[1]:7.2f} {times[2]:7.2f} {times[3]:6.2f} {memories[3]:7.2f}"
        f" {files[1]:7,} {seconds[0]:8.1f}",
        flush=True,
    )


def _print_bytes(folder: Path) -> None:
    """Print what a reader downloads for a page, in bytes of gzip, beside the bare theme's."""
    if not (folder / "ours/site").is_dir():
        return
    for name, page in (("a page with a quiz and terms", "section-0/page-0"), ("a page with neither", "bare")):
        ours, bare = (_page_bytes(folder / project / "site", page) for project in ("ours", "plain"))
        print(f"{name}: {ours - bare:+,} bytes to the bare theme's {bare:,} with the same text (gzip, without fonts)")
    site = folder / "ours/site"
    [styles] = site.glob("assets/quiz.*.css")
    scripts = [*site.glob("assets/quiz.*.js"), *site.glob("assets/quiz-types.*.js")]
    everything = {styles}.union(*map(with_imports, scripts))
    print(f"scripts and styles of a quiz of one type of question: {compressed_size(everything):,} bytes (gzip)")
    for name, page in (("that page", "embed/pages/page-0"), ("a quiz", "embed/quizzes/quiz-0")):
        print(f"{name} in a frame on another site: {_page_bytes(site, page):,} bytes in all (gzip, without fonts)")
    embeds = [path.stat().st_size for path in (site / "embed").rglob("*.html")]
    print(f"what is made for frames: {len(embeds):,} files of {sum(embeds) // len(embeds):,} bytes on average")


def _print_downloads(folder: Path, runs: int) -> None:
    """Print what downloads add to a build of our own site in which nothing has changed."""
    measured = []
    for number in range(runs + 1):  # the first makes what the others find
        builds = [build(OUR_SITE, folder / name, *command) for name, command in BUILDS.items()]
        if number:
            measured.append((builds[0][0], builds[1][0]))
    ratio = statistics.median(whole / without for whole, without in measured)
    whole, without = (min(times) for times in zip(*measured, strict=True))
    print(f"our site with its downloads, unchanged: {ratio:.2f} of it without ({whole:.2f} and {without:.2f} seconds)")


def _page_bytes(site: Path, page: str) -> int:
    """Return the gzip bytes of a page and of the style sheets and scripts that it loads."""
    html = (site / page / "index.html").read_text("utf-8")
    root = "../" * len(Path(page).parts)
    names = [part.split('"')[0].split("#")[0] for part in html.replace("'", '"').split(f'"{root}')[1:]]
    assets = {site / name for name in names if name.endswith((".css", ".js"))}
    return len(gzip.compress(html.encode(), 9, mtime=0)) + compressed_size(set.union(*map(with_imports, assets)))


def with_imports(asset: Path) -> set[Path]:
    """Return an asset and the scripts that it imports at once; those that it may fetch later are not among them."""
    imported = (
        re.findall(r'(?:from|import)\s*"\./([\w.-]+)"', asset.read_text("utf-8")) if asset.suffix == ".js" else []
    )
    return {asset}.union(*(with_imports(asset.parent / name) for name in imported))


def compressed_size(files: Iterable[Path]) -> int:
    """Return the bytes of files, each compressed by itself."""
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def build(project: Path, out: Path | None = None, *command: str) -> tuple[float, int]:
    """Return the seconds of processor time and the most kilobytes of memory that one build takes.

    A build runs in one thread in a process of its own; processor time does not count what else the machine does.
    What it writes goes to ``out``, with what it keeps; else both stay in the project.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PRIMER_CACHE": str((out or project) / ".cache")}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # else each build compiles our modules anew, and none of Material's
    where = ["--site-dir", str(out / "site")] if out else []
    arguments = [sys.executable, *(command or ("-m", "mkdocs")), "build", "--quiet", *where]
    child = subprocess.Popen(arguments, cwd=project, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the build of {project} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def write_project(folder: Path, pages: int, terms: int, pages_a_quiz: int, *, hooks: bool) -> None:
    """Write a project: with our hooks and templates, or the same text for Material alone."""
    chance = random.Random(20261122)  # noqa: S311 - nothing secret
    words = _words(chance, 3000)
    forms = _forms(chance, terms)
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    for name in ("nav", "exclude_docs", "validation"):
        settings.pop(name)
    settings |= {"site_name": "Bench", "site_url": "https://example.org/"}
    settings["theme"]["features"] = ["navigation.prune"]  # as ours has it: a page's menu lists its own section alone
    docs = folder / "docs"
    docs.mkdir(parents=True)
    if hooks:
        settings |= {"exclude_docs": "/_data/\n", "hooks": [str(ROOT / hook) for hook in settings["hooks"]]}
        settings["theme"]["custom_dir"] = str(ROOT / "overrides")
        _write_data(docs / "_data", words, forms, range(0, pages, pages_a_quiz))
    else:
        del settings["hooks"], settings["theme"]["custom_dir"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    _write(docs / "index.md", "Home", "Home.")
    _write(docs / "bare.md", "Bare", " ".join(words[:600]))
    _write(docs / "glossary.md", "Glossary", "``` glossary\n```" if hooks else "Glossary.")
    for number in range(pages):
        text = _text(chance, words, forms)
        if number % pages_a_quiz == 0:
            text += f"\n\n``` quiz\nid: quiz-{number}\n```" if hooks else f"\n\n{_plain_quiz(words, number)}"
        _write(docs / f"section-{number // IN_SECTION}/page-{number}.md", f"Page {number}", text)


def _write(path: Path, title: str, text: str) -> None:
    front = {"title": title, "description": title, "sources_checked": "2026-11-22", "review_by": "2027-11-22"}
    lines = [f"{name}: {value}" for name, value in front.items()]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(["---", *lines, "---", "", text, ""]), "utf-8")


def _write_data(folder: Path, words: list[str], forms: list[str], quizzes: Iterable[int]) -> None:
    chance = random.Random(len(forms))  # noqa: S311 - nothing secret
    (folder / "quizzes").mkdir(parents=True)
    shutil.copy(ROOT / "docs/_data/publisher.yml", folder)
    glossary = [
        {"id": f"term-{number}", "term": form, "forms": [form], "definition": _sentence(chance, words, 25)}
        for number, form in enumerate(forms)
    ]
    (folder / "glossary.yml").write_text(yaml.safe_dump(glossary), "utf-8")
    for number in quizzes:
        (folder / f"quizzes/quiz-{number}.yml").write_text(json.dumps(_quiz(words, number)), "utf-8")


def _quiz(words: list[str], number: int) -> dict[str, object]:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    questions = [
        {
            "id": f"question-{question}",
            "type": "choice",
            "prompt": _sentence(chance, words, 14),
            "options": [
                {"text": _sentence(chance, words, 9), "feedback": _sentence(chance, words, 14), "correct": option == 0}
                for option in range(4)
            ],
            "explanation": _sentence(chance, words, 30),
        }
        for question in range(5)
    ]
    summary = _sentence(chance, words, 12)
    return {"title": "A quiz", "summary": summary, "level": "introductory", "minutes": 4, "questions": questions}


def _plain_quiz(words: list[str], number: int) -> str:
    """Return the text of a quiz as an author without our hooks would write it down."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    parts = []
    for _ in range(5):
        parts += [f"**{_sentence(chance, words, 14)}**", ""]
        for _ in range(4):
            parts.append(f"- {_sentence(chance, words, 9)} {_sentence(chance, words, 14)}")
        parts += ["", _sentence(chance, words, 30), ""]
    return "\n".join(parts)


def _text(chance: random.Random, words: list[str], forms: list[str]) -> str:
    """Return about 600 words under four headings, with 15 mentions of terms."""
    mentions = iter(chance.choices(forms, k=15))
    parts = []
    for _ in range(4):
        parts += [f"## {_sentence(chance, words, 4)}", ""]
        for _ in range(4):
            sentences = [_sentence(chance, words, 12) for _ in range(3)]
            mention = next(mentions, "")
            parts += [" ".join([*sentences, mention]).strip(), ""]
    return "\n".join(parts)


def _sentence(chance: random.Random, words: list[str], length: int) -> str:
    return " ".join(chance.choices(words, k=length)).capitalize() + "."


def _words(chance: random.Random, count: int) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)]


def _forms(chance: random.Random, count: int) -> list[str]:
    """Return distinct terms of one to three words; 'zu' keeps them apart from the words of the text."""
    found: dict[str, None] = {}
    while len(found) < count:
        length = chance.randint(1, 3)
        found[" ".join("zu" + "".join(chance.choices(SYLLABLES, k=3)) for _ in range(length))] = None
    return list(found)


if __name__ == "__main__":
    main()
