"""One build of the site: what hooks share, from the first event to the last."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from primer.assets import Asset, published_assets
from primer.assignments.codes import code_files
from primer.content import DataFolder
from primer.crosscheck import load_content
from primer.current import CurrentPage
from primer.diagnostics import Report, did_you_mean
from primer.embeds.view import embed_html, embed_url
from primer.extension import PrimerExtension
from primer.fragments import Fragments
from primer.hosting import headers_file
from primer.material import material_styles
from primer.pages.addresses import page_url
from primer.pages.contact import contact_files
from primer.pages.made import made_pages
from primer.pages.meta import page_templates, usable_meta
from primer.pages.model import FrontMatter, Publisher
from primer.pages.reading import read_page
from primer.pages.redirects import redirect_files
from primer.pages.view import PageView, page_view
from primer.security import content_security_policy
from primer.strings import Strings


@dataclass(frozen=True)
class Site:
    """Everything about one build. Made anew each time; nothing outlives it."""

    extension: PrimerExtension
    report: Report
    docs: str
    """What messages call the docs folder."""
    today: datetime.date
    site_url: str | None
    policy: str | None
    """The policy for a ``<meta>`` element; None in a preview, whose reloading script is inline."""
    assets: Mapping[str, Asset]
    """Each of our own style sheets, scripts and pictures as it is published, by its path in the theme's folder."""
    page_templates: frozenset[str]
    """The names that the ``template`` of a page may have."""
    _fronts: dict[str, FrontMatter | None] = field(default_factory=dict)

    @classmethod
    def load(
        cls,
        docs: Path,
        label: str,
        pages: frozenset[str],
        templates: Path,
        theme: Path,
        *,
        language: str,
        today: datetime.date,
        site_url: str | None,
        preview: bool,
    ) -> Site:
        """Return the site in the folder ``docs``, which messages call ``label``.

        ``pages`` holds the path of each page below ``docs``; ``templates`` is the folder of fragments, and our own
        style sheets and scripts lie in ``assets`` beside it. ``theme`` is the folder of Material's templates.
        """
        report = Report()
        content = load_content(DataFolder(docs / "_data", f"{label}/_data", report), pages, label, language)
        fragments = Fragments(templates, content.strings)
        policy = None if preview else content_security_policy()
        assets = published_assets(templates.parent / "assets", {"site.css": material_styles(theme, templates.parent)})
        published_at = None if preview else site_url  # a preview's address is of use to nobody else
        extension = PrimerExtension(content, fragments, published_at)
        return cls(extension, report, label, today, site_url, policy, assets, page_templates(templates.parent))

    @property
    def strings(self) -> Strings:
        """The words that templates show."""
        return self.extension.content.strings

    @property
    def publisher(self) -> Publisher:
        """Who publishes the site."""
        return self.extension.content.publisher

    def path(self, src_uri: str) -> str:
        """Return what messages call a page."""
        return f"{self.docs}/{src_uri}"

    @cached_property
    def generated_pages(self) -> Mapping[str, str]:
        """The Markdown of each page that nobody wrote, by its path below the docs folder."""
        return made_pages(self.extension.content)

    def asset(self, path: str) -> str:
        """Return where one of our own assets is published: ``assets/site.css`` is at ``assets/site.3f2a1b9c.css``."""
        return self.assets[path].address

    def generated_files(self, others: Iterable[str]) -> Mapping[str, str | bytes]:
        """Return each file that nobody wrote and that is no page, by its path below the site's root.

        ``others`` holds the paths of all other files.
        """
        content, policy = self.extension.content, content_security_policy()
        script = self.asset("assets/redirect.js")
        redirects = redirect_files(content, self.extension.fragments, policy, self.site_url, script)
        contact = contact_files(content.publisher, content.strings, self.today, self.site_url)
        codes = code_files(content, self.extension.site_url)
        return {**redirects, **contact, **codes, "_headers": headers_file(f"/{path}" for path in others)}

    def begin_page(self, src_uri: str, text: str, markdown: str) -> str:
        """Return the Markdown of a page to render; the extension knows from now on that this is the page.

        ``text`` is the whole file and ``markdown`` what MkDocs left of it.
        """
        content = self.extension.content
        if src_uri in self.generated_pages:
            page, front = (
                CurrentPage(src_uri, self.path(src_uri), markdown, self.report, content.titles.of(src_uri)),
                None,
            )
        else:
            page, front = read_page(
                text, markdown, src_uri, self.path(src_uri), content, self.report, templates=self.page_templates
            )
        self._fronts[src_uri] = front
        self.extension.now_on(page)
        return page.markdown

    def meta(self, src_uri: str, text: str, meta: dict[str, Any]) -> dict[str, Any]:
        """Return what the theme and other plugins read of the front matter of a page whose file is ``text``.

        ``meta`` is what MkDocs read; of a page that somebody wrote, only fields that are right are left.
        """
        if src_uri in self.generated_pages:
            return meta
        return usable_meta(self._fronts[src_uri], text, self.page_templates)

    def page(self, src_uri: str) -> CurrentPage:
        """Return a page that was rendered."""
        return self.extension.pages[src_uri]

    def view(self, src_uri: str, html: str, above: Sequence[str]) -> PageView:
        """Return what templates need of a page.

        ``html`` is its text, in which parts wait until now, and ``above`` the paths of the pages above it.
        """
        content, fragments = self.extension.content, self.extension.fragments
        page, front = self.page(src_uri), self._fronts[src_uri]
        trail = [(content.titles.of(path), page_url(path)) for path in above]
        return page_view(page, front, content, fragments, self.today, self.site_url, trail, page.filled(html))

    @property
    def descriptions(self) -> Mapping[str, str]:
        """What each page that was rendered says of itself, by its address below the site's root."""
        return {page_url(src_uri): front.description for src_uri, front in self._fronts.items() if front}

    def embed(self, src_uri: str, page: PageView, site_name: str) -> tuple[str, str]:
        """Return the address of a page's embed, below the site's root, and its HTML."""
        content, fragments = self.extension.content, self.extension.fragments
        addresses = {path: asset.address for path, asset in self.assets.items()}
        html = embed_html(page, src_uri, content, fragments, self.policy, site_name, addresses)
        return embed_url(src_uri, content), html

    def check_anchors(self, anchors: Mapping[str, set[str]]) -> None:
        """Report links of data files to passages that are not there; ``anchors`` holds the ids on each page."""
        for link in self.extension.content.anchor_links:
            known = anchors.get(link.page, set())
            if link.anchor not in known:
                hint = did_you_mean(link.anchor, known)
                message = f"/{link.page} has no passage '#{link.anchor}'"
                self.report.say(link.location, message, "link-unknown-anchor", hint)

    def unused_terms(self) -> list[str]:
        """Return the terms that have forms and are linked on no page."""
        used = {term for page in self.extension.pages.values() for term in page.use.terms}
        return [id for id, term in self.extension.content.terms.items() if term.forms and id not in used]

    def unused_figures(self) -> list[str]:
        """Return the figures that stand on no page."""
        used = {figure for page in self.extension.pages.values() for figure in page.use.figures}
        return [id for id in self.extension.content.figures if id not in used]

    def problems(self) -> Iterator[str]:
        """Yield every problem found, in file order."""
        return (str(diagnostic) for diagnostic in self.report)

    def unprinted(self) -> list[str]:
        """Return every problem that was found since this was asked last, in file order."""
        return [str(diagnostic) for diagnostic in self.report.take_new()]
