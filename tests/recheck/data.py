"""A small site whose data rests on pages of a site of a test."""

from __future__ import annotations

from pathlib import Path

from tests.recheck.server import Page, Site, html

HELP_LINES = """
- id: united-kingdom
  services:
    - {id: emergency, name: Emergency services, kind: emergency, call: "999", site: null, evidence: universal}
    - id: samaritans
      name: Samaritans
      kind: listening
      call: 116 123
      site: SITE/samaritans
      seen_at: SITE/seen/samaritans
    - id: shout
      name: Shout
      kind: text
      text: {number: "85258", word: HELLO}
      site: SITE/shout
      seen_at: [SITE/seen/shout]
    - {id: childline, name: Childline, kind: young-people, site: SITE/childline, evidence: recalled}
"""

ROUTES = """
- id: united-kingdom
  routes:
    - id: records
      name: Seeing your record
      text: You can ask the ICO. They may take up to two months more.
      deadline: Normally within 30 days. It can be longer [@law:month].
      site: SITE/ico
      seen_at: SITE/seen/records
    - id: board
      name: A board
      text: It hears you within 180 days. This is the law [@law:month].
    - {id: unknown, name: What we do not know, evidence: recalled}
"""

REFERENCES = """
- id: law
  csl: {type: webpage, title: "Seeing your record: A guide", URL: SITE/law}
  findings:
    - {id: month, status: seen, text: They have 30 days.}
    - {id: more, status: recalled, text: They have 90 days.}
- id: study
  csl: {type: article-journal, title: Trust in therapy and its results, DOI: 10.1/x}
  findings:
    - {id: r, status: seen, text: "In 58 studies of 14,587 people, r = .28 (5.2%)."}
  seen_at: [SITE/abstract]
"""

PAGES = {
    "/samaritans": "Call Samaritans.",
    "/seen/samaritans": "Samaritans: call 116 123.",
    "/shout": "Text 85258.",
    "/seen/shout": "Text HELLO to Shout on 85258.",
    "/childline": "Childline.",
    "/ico": "The ICO.",
    "/seen/records": "The ICO says: 30 days, and by two further months.",
    "/law": "Seeing your record. They have thirty days; complain within 180 days.",
    "/abstract": "Trust in therapy and its results. In 58 studies (N = 14 587) r = 0.28, or 5.2 %.",
    "/linked": "A page.",
}


def make_site(site: Site) -> None:
    """Give a site each page that the data rests on, saying what it should."""
    site.pages |= {path: html(text) for path, text in PAGES.items()}
    site.pages["/robots.txt"] = Page(status=404)


def write_docs(folder: Path, address: str, *, doi: bool = True) -> Path:
    """Write the pages and data of the small site; returns their folder. Without a DOI nothing leaves this machine."""
    docs = folder / "docs"
    (docs / "_data").mkdir(parents=True)
    references = REFERENCES if doi else REFERENCES.replace(", DOI: 10.1/x", "")
    for name, text in (("help-lines", HELP_LINES), ("routes", ROUTES), ("references", references)):
        (docs / f"_data/{name}.yml").write_text(text.replace("SITE/", address), "utf-8")
    (docs / "index.md").write_text(f"# Home\n\n[A link]({address}linked)\n", "utf-8")
    return docs
