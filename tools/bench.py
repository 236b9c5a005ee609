"""Measure what our hooks cost, as ratios to plain Material for MkDocs building the same pages in the same run.

Run ``make bench``. Each project is generated with a fixed seed: pages of about 600 words with 15 mentions of
terms and one quiz of five questions, built in turn, several times, each in a process of its own. What is
printed is the middle of the ratios of neighbouring runs; no threshold is kept.
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
QUIZZES = 20  # each has a page of its own; a real site has fewer quizzes than pages
SHAPES = ((100, 100), (300, 100), (1000, 100), (100, 1000), (1000, 1000))
SYLLABLES = [c + v for c in "bdklmnr" for v in "aeiou"][:33]


def main() -> None:
    """Build every shape with and without our hooks, and print the ratios."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=3, help="builds of each project (3)")
    arguments.add_argument("--most", type=int, default=1000, help="leave out projects with more pages (1000)")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'pages':>6} {'terms':>6} {'time':>7} {'memory':>7}   plain, seconds")
        for pages, terms in SHAPES:
            if pages <= options.most:
                _print_ratios(Path(folder) / f"{pages}-{terms}", pages, terms, options.runs)
        pages, terms = SHAPES[0]
        _print_bytes(Path(folder) / f"{pages}-{terms}")


def _print_ratios(folder: Path, pages: int, terms: int, runs: int) -> None:
    ours, plain = folder / "ours", folder / "plain"
    write_project(ours, pages, terms, hooks=True)
    write_project(plain, pages, terms, hooks=False)
    build(plain), build(ours)  # once unmeasured: what is compiled and cached belongs to neither
    measured = [(build(plain), build(ours)) for _ in range(runs)]
    time_ratio = statistics.median(b[0] / a[0] for a, b in measured)
    memory_ratio = statistics.median(b[1] / a[1] for a, b in measured)
    seconds = statistics.median(a[0] for a, _ in measured)
    print(f"{pages:6} {terms:6} {time_ratio:7.2f} {memory_ratio:7.2f}   {seconds:.1f}", flush=True)


def _print_bytes(folder: Path) -> None:
    """Print what a reader downloads for a page, in bytes of gzip, beside the bare theme's."""
    if not (folder / "ours/site").is_dir():
        return
    for name, page in (("a page with a quiz and terms", "page-0"), ("a page with neither", "bare")):
        ours, bare = (_page_bytes(folder / project / "site", page) for project in ("ours", "plain"))
        print(f"{name}: {ours - bare:+,} bytes to the bare theme's {bare:,} with the same text (gzip, without fonts)")
    site = folder / "ours/site"
    [styles] = site.glob("assets/quiz.*.css")
    scripts = [*site.glob("assets/quiz.*.js"), *site.glob("assets/quiz-types.*.js")]
    everything = {styles}.union(*map(_with_imports, scripts))
    print(f"scripts and styles of a quiz of one type of question: {_bytes(everything):,} bytes (gzip)")
    for name, page in (("that page", "embed/pages/page-0"), ("a quiz", "embed/quizzes/quiz-0")):
        print(f"{name} in a frame on another site: {_page_bytes(site, page):,} bytes in all (gzip, without fonts)")
    embeds = [path.stat().st_size for path in (site / "embed").rglob("*.html")]
    print(f"what is made for frames: {len(embeds):,} files of {sum(embeds) // len(embeds):,} bytes on average")


def _page_bytes(site: Path, page: str) -> int:
    """Return the gzip bytes of a page and of the style sheets and scripts that it loads."""
    html = (site / page / "index.html").read_text("utf-8")
    root = "../" * len(Path(page).parts)
    names = [part.split('"')[0].split("#")[0] for part in html.replace("'", '"').split(f'"{root}')[1:]]
    assets = {site / name for name in names if name.endswith((".css", ".js"))}
    return len(gzip.compress(html.encode(), 9, mtime=0)) + _bytes(set.union(*map(_with_imports, assets)))


def _with_imports(asset: Path) -> set[Path]:
    """Return an asset and the scripts that it imports at once; those that it may fetch later are not among them."""
    imported = (
        re.findall(r'(?:from|import)\s*"\./([\w.-]+)"', asset.read_text("utf-8")) if asset.suffix == ".js" else []
    )
    return {asset}.union(*(_with_imports(asset.parent / name) for name in imported))


def _bytes(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def build(project: Path) -> tuple[float, int]:
    """Return the seconds of processor time and the most kilobytes of memory that one build takes.

    A build runs in one thread in a process of its own; processor time does not count what else the machine does.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    child = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the build of {project} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def write_project(folder: Path, pages: int, terms: int, *, hooks: bool) -> None:
    """Write a project: with our hooks and templates, or the same text for Material alone."""
    chance = random.Random(20261122)  # noqa: S311 - nothing secret
    words = _words(chance, 3000)
    forms = _forms(chance, terms)
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    for name in ("nav", "exclude_docs", "validation"):
        settings.pop(name)
    settings |= {"site_name": "Bench", "site_url": "https://example.org/"}
    settings["theme"]["features"] = [*settings["theme"]["features"], "navigation.prune"]
    docs = folder / "docs"
    docs.mkdir(parents=True)
    if hooks:
        settings |= {"exclude_docs": "/_data/\n", "hooks": [str(ROOT / hook) for hook in settings["hooks"]]}
        settings["theme"]["custom_dir"] = str(ROOT / "overrides")
        _write_data(docs / "_data", chance, words, forms)
    else:
        del settings["hooks"], settings["theme"]["custom_dir"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    _write(docs / "index.md", "Home", "Home.")
    _write(docs / "bare.md", "Bare", " ".join(words[:600]))
    _write(docs / "glossary.md", "Glossary", "``` glossary\n```" if hooks else "Glossary.")
    for number in range(pages):
        quiz = f"quiz-{number % QUIZZES}"
        placed = f"``` quiz\nid: {quiz}\n```" if hooks else _plain_quiz(chance, words)
        _write(docs / f"page-{number}.md", f"Page {number}", f"{_text(chance, words, forms)}\n\n{placed}")


def _write(path: Path, title: str, text: str) -> None:
    front = {"title": title, "description": title, "sources_checked": "2026-11-22", "review_by": "2027-11-22"}
    lines = [f"{name}: {value}" for name, value in front.items()]
    path.write_text("\n".join(["---", *lines, "---", "", text, ""]), "utf-8")


def _write_data(folder: Path, chance: random.Random, words: list[str], forms: list[str]) -> None:
    (folder / "quizzes").mkdir(parents=True)
    shutil.copy(ROOT / "docs/_data/publisher.yml", folder)
    glossary = [
        {"id": f"term-{number}", "term": form, "forms": [form], "definition": _sentence(chance, words, 25)}
        for number, form in enumerate(forms)
    ]
    (folder / "glossary.yml").write_text(yaml.safe_dump(glossary), "utf-8")
    for number in range(QUIZZES):
        (folder / f"quizzes/quiz-{number}.yml").write_text(json.dumps(_quiz(chance, words)), "utf-8")


def _quiz(chance: random.Random, words: list[str]) -> dict[str, object]:
    questions = [
        {
            "id": f"question-{number}",
            "type": "choice",
            "prompt": _sentence(chance, words, 14),
            "options": [
                {"text": _sentence(chance, words, 9), "feedback": _sentence(chance, words, 14), "correct": option == 0}
                for option in range(4)
            ],
            "explanation": _sentence(chance, words, 30),
        }
        for number in range(5)
    ]
    summary = _sentence(chance, words, 12)
    return {"title": "A quiz", "summary": summary, "level": "introductory", "minutes": 4, "questions": questions}


def _plain_quiz(chance: random.Random, words: list[str]) -> str:
    """Return the text of a quiz as an author without our hooks would write it down."""
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
