"""One build of the site: what adapters share, from the first event to the last."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup

from primer.core.cache import Cache
from primer.core.diagnostics import Location, Report, did_you_mean
from primer.core.languages import embed_roots
from primer.core.urls import origin_of, page_url
from primer.kit.context import Context, RenderedPages
from primer.kit.drawing import DRAWINGS, decoration
from primer.kit.extension import ExtensionByLanguage, PrimerExtension, extension_of
from primer.kit.feature import Feature, Pack
from primer.kit.links import check_links
from primer.kit.loading import ENGLISH
from primer.kit.page import CurrentPage
from primer.kit.reused_markdown import ReusedMarkdown
from primer.kit.settings import SETTINGS
from primer.kit.sources import DataFolder, Single
from primer.kit.strings import StringTable
from primer.kit.templates import Templates
from primer.kit.texts import AnchorLink
from primer.publish.assets import Asset, named_by_content
from primer.publish.headers import headers_file
from primer.publish.policy import content_security_policy
from primer.publish.search.index import search_files
from primer.publish.search.lines import SearchedPage, read_lines
from primer.site.alternates import Alternate, alternates
from primer.site.around import Around, around
from primer.site.assets import THEME
from primer.site.contact import contact_files
from primer.site.feature import PUBLISHER, leave_to, publisher_of
from primer.site.generated import generated_markdown
from primer.site.languages import in_each_language, languages_in
from primer.site.loading import load_content
from primer.site.meta import page_templates, usable_meta
from primer.site.models import FrontMatter, Publisher, front_matter_model
from primer.site.page_links import link_problem
from primer.site.page_view import PageView, checked_on, page_view
from primer.site.place import Output, Place, with_basics
from primer.site.published import Published
from primer.site.reading import read_page
from primer.site.redirects import redirect_files
from primer.site.search import check_search_meanings, other_searches, search_terms, searched
from primer.site.settings import SETTINGS_FILE, check_headings, features_on
from primer.site.sharing.neutral import ask_for_neutral_url, neutral_urls
from primer.site.sharing.view import SharedFile, shared_files
from primer.site.unread_files import report_unread


@dataclass(frozen=True)
class Site:
    """Everything about one build. Made anew each time; nothing outlives it."""

    features: tuple[Feature, ...]
    context: Context
    extension: PrimerExtension | ExtensionByLanguage
    report: Report
    docs: str
    """What messages call the docs folder."""
    site_url: str | None
    policy: str | None
    """The policy for a ``<meta>`` element; None in a preview, whose reloading script is inline."""
    published: Published
    theme: Path
    """Material's folder."""
    page_templates: frozenset[str]
    """The names that the ``template`` of a page may have."""
    anchor_links: tuple[AnchorLink, ...]
    reused_markdown: ReusedMarkdown = field(default_factory=ReusedMarkdown)
    searched: list[SearchedPage] = field(default_factory=list)
    """What is searched of the pages so far."""
    _fronts: dict[str, FrontMatter | None] = field(default_factory=dict)
    _answers: dict[str, tuple[AnchorLink, ...]] = field(default_factory=dict)
    """The links of each page, in its front matter, to passages."""
    shared_files: dict[str, SharedFile] = field(default_factory=dict)
    """The files of the pages so far that are made to be taken along, by their paths below the site's root."""
    _not_neutral: list[str] = field(default_factory=list)
    """The sensitive pages for which a neutral address was asked so far."""

    @classmethod
    def load(
        cls,
        place: Place,
        features: Sequence[Feature],
        outputs: Sequence[Output],
        *,
        language: str,
        today: datetime.date,
        site_url: str | None,
        preview: bool,
        formulas: bool = False,
        site_name: str = "",
    ) -> Site:
        """Return the site that is made from ``place``; ``formulas`` says that texts may hold LaTeX."""
        report, cache = Report(), Cache(place.cache)
        folder = DataFolder(place.docs / "_data", f"{place.label}/_data", report)
        settings = SETTINGS_FILE.load(folder)
        languages = languages_in(folder.root, place.pages, language)
        on = features_on(features, settings, report)
        on = (*on, *(feature for output in outputs for feature in output.features(on)))
        every = with_basics(on, languages)
        report_unread(folder, with_basics(features, languages), languages, report)
        content, links = load_content(
            folder,
            place.pages,
            place.label,
            every,
            languages=languages,
            outputs=outputs,
            known={SETTINGS: settings},
            files=place.files,
            formulas=formulas,
            kept=cache,
        )
        own = [place.overrides] if place.overrides else []
        return cls(
            features=every,
            context=(
                context := in_each_language(
                    Context(
                        content,
                        Templates(content.strings, own, cache),
                        today,
                        None if preview else site_url,  # a preview's address is of use to nobody else
                        place.overrides,
                        cache,
                        pages=RenderedPages(languages=languages),
                        site_name=site_name,
                    ),
                    own,
                )
            ),
            extension=extension_of(every, context, off=[feature for feature in features if feature not in on]),
            report=report,
            docs=place.label,
            site_url=site_url,
            policy=None if preview else content_security_policy(),
            published=Published.load(place, every, outputs, report, cache),
            theme=place.material,
            page_templates=page_templates([*own, THEME]),
            anchor_links=links,
        )

    @property
    def frame_policy(self) -> str | None:
        """The policy of what other sites may show in a frame."""
        return self.policy and content_security_policy(origin_of(self.site_url))

    def theme_language(self, wanted: str) -> str:
        """Return which of Material's languages has its words around a page: the one that is wanted, or English."""
        return wanted if (self.theme / f"partials/languages/{wanted}.html").is_file() else ENGLISH

    def alternates(self, src_uri: str) -> tuple[Alternate, ...]:
        """Return a page in each language, where it is in several: for the map of the site."""
        return alternates(src_uri, self.context.content, self.site_url)

    @property
    def is_preview(self) -> bool:
        """Whether this is a preview for the author."""
        return self.policy is None

    @property
    def strings(self) -> StringTable:
        """The strings that templates show."""
        return self.context.content.strings

    @cached_property
    def around(self) -> Around:
        """What stands around every page."""
        return around(self.context.content)

    def drawing(self, name: str) -> Markup:
        """Return a drawing as decoration; nothing where the site has none of that name."""
        return decoration(self.context.content[DRAWINGS], name)

    @property
    def publisher(self) -> Publisher | None:
        """Who publishes the site, where there is a file about it."""
        content = self.context.content
        return None if content[PUBLISHER] == Single() else publisher_of(content)

    @property
    def leave_to(self) -> str | None:
        """The neutral page to which readers leave the site."""
        return leave_to(self.context.content)

    def path(self, src_uri: str) -> str:
        """Return what messages call a page."""
        return f"{self.docs}/{src_uri}"

    @cached_property
    def generated_pages(self) -> Mapping[str, str]:
        """The Markdown of each page that nobody wrote, by its path below the docs folder."""
        return generated_markdown(self.context.content)

    def asset(self, path: str | Pack) -> str:
        """Return where one of our own assets is published, below the site's root."""
        return self.published.address(path)

    @cached_property
    def _sensitive(self) -> Asset:
        """The addresses of all sensitive pages below the site's root; known once every page is rendered."""
        content = self.context.content
        pages = [page for page in self.context.pages if page.sensitive]
        neutral = self.context.once(neutral_urls)
        found = sorted(
            {
                address
                for page in pages
                for address in (page.url, content.short_url_of(page.src_uri), neutral.get(page.src_uri))
                if address is not None
            }
        )
        return named_by_content("sensitive.json", json.dumps(found, separators=(",", ":")).encode())

    @property
    def sensitive_pages(self) -> str:
        """Where the list of pages is published of which scripts fetch nothing before a reader asks for them."""
        return self._sensitive.address

    @property
    def packed_assets(self) -> Mapping[str, bytes]:
        """What pages have asked for that could not be published before them, by its path below the site's root."""
        return {**self.published.packed, self._sensitive.address: self._sensitive.content}

    def generated_files(self) -> Mapping[str, str | bytes]:
        """Return each file that nobody wrote and that is no page, by its path below the site's root."""
        script = self.asset("assets/redirect.js")
        files: dict[str, str | bytes] = {}
        files |= redirect_files(self.context, self.site_url, content_security_policy(), script)
        files |= contact_files(self.context.content, self.context.today, self.site_url)
        for feature in self.features:
            files |= feature.files(self.context)
        return files

    def headers(self, files: Iterable[str]) -> str:
        """Return which headers web servers send; ``files`` holds the path of each file below the site's root."""
        roots = embed_roots(self.context.content.languages)
        return headers_file((f"/{path}" for path in files), roots, origin_of(self.site_url))

    def begin_page(self, src_uri: str, text: str, markdown: str) -> str:
        """Return the Markdown of a page to render; the extension knows from now on that this is the page.

        ``text`` is the whole file and ``markdown`` what MkDocs left of it.
        """
        content, path = self.context.of(src_uri).content, self.path(src_uri)
        links: tuple[AnchorLink, ...] = ()
        if src_uri in content.generated:
            page = CurrentPage(src_uri, path, markdown, self.report, content.titles.of(src_uri))
            front = None
        else:
            page, front, links = read_page(
                text, markdown, src_uri, path, content, self.features, self.report, templates=self.page_templates
            )
        self._fronts[src_uri], self._answers[src_uri] = front, links
        self.extension.now_on(page)
        return page.markdown

    def meta(self, src_uri: str, text: str, meta: dict[str, Any]) -> dict[str, Any]:
        """Return what the theme and other plugins read of the front matter of a page whose file is ``text``.

        ``meta`` is what MkDocs read; of a page that somebody wrote, only fields that are right are left.
        """
        if src_uri in self.context.content.generated:
            return meta
        return usable_meta(self._fronts[src_uri], self._front_matter, text, self.page_templates)

    @property
    def _front_matter(self) -> type[FrontMatter]:
        return front_matter_model(self.features, self.context.content.settings.review)

    def page(self, src_uri: str) -> CurrentPage:
        """Return a page that was rendered."""
        return self.context.pages[src_uri]

    def view(self, src_uri: str, html: str, above: Sequence[str]) -> PageView:
        """Return what templates need of a page.

        ``html`` is its text, in which parts wait until now, and ``above`` the paths of the pages above it.
        """
        page, titles = self.page(src_uri), self.context.content.titles
        if page.sensitive and self.leave_to is None:
            message = "a page is sensitive, and nobody says where 'Leave this site' leads"
            hint = "write 'leave_to: https://…', the address of a page that would not surprise anyone"
            self.report.add(Location(f"{self.docs}/_data/site.yml"), message, "site-no-leave-to", hint)
        if page.sensitive:
            ask_for_neutral_url(src_uri, self.context, self._not_neutral, self.report)
        context = self.context.of(src_uri)
        self.shared_files.update(shared_files(page, context, self._checked_on(src_uri)))
        return page_view(
            page,
            self._fronts[src_uri],
            context,
            self.features,
            today=self.context.today,
            trail=[(titles.of(path), page_url(path)) for path in map(context.content.page, above)],
            html=page.filled(html),
            material={name: sheet.names for name, sheet in self.published.material.items()},
            site_url=self.site_url,
            default=self.context.content,
        )

    def _checked_on(self, src_uri: str) -> datetime.date | None:
        return checked_on(self.page(src_uri), self._fronts[src_uri], self.context.content)

    def report_unreadable(self, src_uri: str) -> None:
        """Report a file of the docs folder that is a link to nothing."""
        message = "the file is a link, and nothing is where it leads"
        self.report.add(Location(self.path(src_uri)), message, "page-broken-link", "remove it, or bring the file back")

    def add_searched(self, src_uri: str, html: str, title: str) -> None:
        """Keep what is searched of a page that was rendered, as far as its author lets it be searched."""
        page = searched(html, src_uri, title, self._fronts[src_uri], self.context.content, self.context.cache)
        if page is not None:
            self.searched.append(page)

    def search_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file of the search, by its path below the site's root, once all pages are rendered.

        What the search knows and no page answers is reported.
        """
        content = self.context.content
        lines = read_lines(sorted(self.searched, key=lambda page: page.address))
        check_search_meanings(content, lines.vocabulary, self.report)
        yield from search_files(lines, search_terms(content), content.language)
        yield from other_searches(self.searched, content)

    def check_anchors(self, anchors: Mapping[str, set[str]]) -> None:
        """Report links of data files and front matter to passages that are not there.

        ``anchors`` holds the ids on each page.
        """
        for link in (*self.anchor_links, *chain.from_iterable(self._answers.values())):
            known = anchors.get(link.page, set())
            if link.anchor not in known:
                hint = did_you_mean(link.anchor, known)
                message = f"/{link.page} has no passage '#{link.anchor}'"
                self.report.add(link.location, message, "link-unknown-anchor", hint)
        check_headings(self.context.content, set(chain.from_iterable(anchors.values())), self.report)

    def check_links(self, anchors: Mapping[str, set[str]], files: Collection[str]) -> None:
        """Report links that lead nowhere. ``anchors`` holds the ids on each page, ``files`` all other files."""
        for page in self.context.pages:
            check_links(page, partial(link_problem, src_uri=page.src_uri, anchors=anchors, files=files))

    def notes(self) -> Iterator[str]:
        """Yield what authors may want to know and is no mistake."""
        return (note for feature in self.features for note in feature.notes(self.context))

    def problems(self) -> Iterator[str]:
        """Yield every problem found, in file order."""
        return (str(diagnostic) for diagnostic in self.report)
