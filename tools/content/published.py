"""Let every built page be near the home page, and answer what it says it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from primer.core.diagnostics import Diagnostic, Location
from primer.core.urls import page_url

from tools.content.asked import questions
from tools.content.built import Built
from tools.content.corpus import Corpus
from tools.search_report import FIRST, look_up

ENOUGH = 40  # words below the heading that a question names
CLICKS = 2  # from the home page


def short_answers(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """A question is answered below the heading that it names."""
    for page in corpus.pages_for_readers:
        tree = site.page(f"/{page_url(page.name)}")
        for one in questions(page):
            heading = None if tree is None else tree.get_element_by_id(one.anchor, None)
            count = ENOUGH if heading is None else _words_below(heading)  # the build tells of a heading that is gone
            if count < ENOUGH:
                message = f"{count} words answer '{one.words}', {ENOUGH} at least"
                hint = f"say more below the heading '#{one.anchor}', or name the heading that answers it"
                yield Diagnostic(one.location, message, "content-short-answer", hint)


def unfound_answers(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """The search leads from a question to its answer."""
    asked = {
        one.words: (f"/{page_url(page.name)}#{one.anchor}", one.location)
        for page in corpus.pages_for_readers
        for one in questions(page)
    }
    wanted = {words: (address,) for words, (address, _) in asked.items()}
    for found in look_up(site.folder, wanted) if wanted and site.is_searched else ():
        if not found.passage_among(FIRST):
            first = ", ".join(found.found[:FIRST]) or "nothing"
            message = f"the search does not lead from '{found.query}' to its answer, but to {first}"
            hint = "use the words of the question in the heading above the answer, or ask in other words"
            yield Diagnostic(asked[found.query][1], message, "content-unfound-answer", hint)


def far_pages(corpus: Corpus, site: Built) -> Iterator[Diagnostic]:
    """Every page is two clicks from the home page at most."""
    sources = {f"/{page_url(page.name)}": page.location for page in corpus.pages}
    for kind in ("quizzes", "guides"):
        for path in sorted(corpus.docs.glob(f"_data/{kind}/*.yml")):
            sources[f"/{kind}/{path.stem}/"] = Location(f"docs/_data/{kind}/{path.name}")
    reached = {"/"}
    for _ in range(CLICKS):
        reached |= {address for page in reached for address in _leads_to(site, page)}
    for address, location in sources.items():
        if address not in reached and site.page(address) is not None:
            message = f"nothing within {CLICKS} clicks of the home page leads to {address}"
            hint = "add the page to 'nav:' in mkdocs.yml, or link to it from a page that is there"
            yield Diagnostic(location, message, "content-far-page", hint)


def _leads_to(site: Built, address: str) -> Iterator[str]:
    """The pages of the site to which a page links."""
    tree = site.page(address)
    for link in () if tree is None else tree.xpath("//a/@href"):
        parts = urlsplit(urljoin(address, str(link)))
        if not parts.scheme and not parts.netloc:
            yield parts.path


def _words_below(heading: HtmlElement) -> int:
    """How many words stand below a heading, before the next one of its level or above; in any other element, within."""
    if not re.fullmatch("h[1-6]", heading.tag):
        return len(heading.text_content().split())
    level, count = int(heading.tag[1]), 0
    begins = parent if (parent := heading.getparent()) is not None and parent.tag == "summary" else heading
    for element in begins.itersiblings():
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag) and int(element.tag[1]) <= level:
            break
        count += len(element.text_content().split())
    return count


SITE_RULES = (short_answers, unfound_answers, far_pages)
