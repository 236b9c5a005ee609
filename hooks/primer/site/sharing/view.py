"""What templates show of the ways in which a page is taken along."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from primer.core.cache import digest_of
from primer.core.urls import absolute_url, page_url, relative_url
from primer.kit.codes import kept_code
from primer.kit.context import Context
from primer.kit.page import CurrentPage
from primer.kit.paper import PAPER_PARTS, PaperPart
from primer.site.feature import publisher_of
from primer.site.sharing.citation import PageRecord, apa, bibtex, plain, ris
from primer.site.sharing.neutral import neutral_urls
from primer.site.sharing.strings import SharingStrings

_FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="700" loading="lazy" style="border: 0"></iframe>')


@dataclass(frozen=True)
class LinkView:
    """The ways to a page, as the page that shows them needs them.

    Without an address of the site they are a draft: there is no full one, no code and no frame.
    """

    title: str
    print_url: str
    """Where it is printed, from the page that shows this."""
    short_url: str
    short_address: str
    full_address: str | None
    code_url: str | None
    code_name: str
    frame: str | None
    """What shows the page on another site; None where it must not be shown there, or nobody knows its address."""
    is_framed: bool


@dataclass(frozen=True)
class CitationView:
    """A citation of a page, and the files for programs that keep references."""

    apa: Markup
    plain: str
    bibtex_url: str
    ris_url: str


@dataclass(frozen=True)
class SharedPage:
    """What stands at the foot of a page to take it along. ``mail_url`` writes to the publisher about a mistake."""

    link: LinkView
    citation: CitationView
    printed_from: str | None
    """Where it stands, for paper: its short address, which stays."""
    on_request: tuple[tuple[PaperPart, str], ...]
    """What paper leaves out unless a reader asks for it, and what readers are asked."""
    help_title: str | None
    help_address: str | None
    """Where paper says that there is help; None in a draft, and on the page of help itself."""
    mail_url: str | None


@dataclass(frozen=True)
class SharedFile:
    """A file that is made once somebody asks for it; ``key`` stands for all that it is made of but the code."""

    key: bytes
    make: Callable[[], bytes]


def link_view(page: CurrentPage, context: Context, base: str) -> LinkView:
    """Return the ways to a page for the page at ``base``."""
    content, site_url = context.content, context.site_url
    short = short_url(page, context)
    is_help = page.src_uri == content.page((content.settings.help or "").removeprefix("/"))
    is_framed = is_help or not page.sensitive
    framed_at = absolute_url(site_url, content.embed_of(page.src_uri)) if is_framed else None
    return LinkView(
        title=page.title,
        print_url=relative_url(page.url, base) + ("" if is_help else "#print-page"),  # help in a frame has no such part
        short_url=relative_url(short, base),
        short_address=absolute_url(site_url, short) or f"/{short}",
        full_address=absolute_url(site_url, page.url),
        code_url=relative_url(_file(short, "svg"), base) if site_url else None,
        code_name=_file(short, "svg").rpartition("/")[2],
        frame=str(_FRAME.format(framed_at, page.title)) if framed_at else None,
        is_framed=is_framed,
    )


def shared_page(page: CurrentPage, context: Context, date: datetime.date | None) -> SharedPage:
    """Return what stands at the foot of a page; ``date`` is the day on which its text was last checked."""
    content, short = context.content, short_url(page, context)
    record = page_record(page, context, date)
    neutral = page.src_uri in context.once(neutral_urls)
    words, help = content.strings[SharingStrings], content.page((content.settings.help or "").removeprefix("/"))
    help = help if help in content.pages and help != page.src_uri else ""
    link = link_view(page, context, page.url)
    return SharedPage(
        link=link,
        citation=CitationView(
            apa=apa(record, words.undated, content.locale),
            plain=plain(record, content.locale),
            bibtex_url=relative_url(_file(short, "bib"), page.url),
            ris_url=relative_url(_file(short, "ris"), page.url),
        ),
        printed_from=link.short_address if context.site_url else None,
        on_request=tuple((part, words.printed_part(part)) for part in PAPER_PARTS if part in page.on_request),
        help_title=content.titles.of(help) if help else None,
        help_address=absolute_url(context.site_url, content.short_url_of(help)) if help else None,
        mail_url=_mail(page, link, context, neutral=neutral),
    )


def shared_files(page: CurrentPage, context: Context, date: datetime.date | None) -> dict[str, SharedFile]:
    """Return the files of a page that are made to be taken along, by their paths below the site's root."""
    short, record = short_url(page, context), page_record(page, context, date)
    address = absolute_url(context.site_url, short)
    key = digest_of(repr(record), address or "")
    files = {
        _file(short, "bib"): SharedFile(key, lambda: bibtex(record).encode()),
        _file(short, "ris"): SharedFile(key, lambda: ris(record).encode()),
    }
    if address:
        files[_file(short, "svg")] = SharedFile(key, lambda: kept_code(address, context.cache))
    return files


def page_record(page: CurrentPage, context: Context, date: datetime.date | None) -> PageRecord:
    """Return what is cited of a page."""
    content = context.content
    return PageRecord(
        id=content.id_of(page.src_uri),
        title=page.title,
        site=context.site_name,
        language=content.language,
        author=publisher_of(content).name,
        date=date,
        url=absolute_url(context.site_url, page_url(page.src_uri)),
    )


def short_url(page: CurrentPage, context: Context) -> str:
    """Return the short address that is shown of a page: the neutral one, where it has one."""
    return context.once(neutral_urls).get(page.src_uri) or context.content.short_url_of(page.src_uri)


def _file(short: str, ending: str) -> str:
    """Return where a file of a page is, below its short address and called like that."""
    return f"{short}{short.rstrip('/').rpartition('/')[2]}.{ending}"


def _mail(page: CurrentPage, link: LinkView, context: Context, *, neutral: bool) -> str | None:
    """Return an address that begins a letter to the publisher. It says which page, and nothing of its reader."""
    words, to = context.content.strings[SharingStrings], publisher_of(context.content).contact_email
    if to is None:
        return None
    called = link.short_url.rstrip("/").rpartition("/")[2] if neutral else page.title
    address = link.short_address if neutral or not link.full_address else link.full_address
    subject = words.mail_subject.format(page=called)
    body = f"{address}\r\n\r\n{words.mail_what}\r\n\r\n{words.mail_how}\r\n\r\n"
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject)}&body={quote(body)}"
