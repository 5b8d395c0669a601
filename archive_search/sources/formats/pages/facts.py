"""Settle what is known of the article of a page: address, source, section, signatures, subjects.

>>> from lxml.html import fromstring
>>> from archive_search.sources.formats.pages.facts import settle_facts
>>> page = fromstring('<html><head><meta property="og:site_name" content="Le Courrier"></head><body/></html>')
>>> settle_facts(page, url=None, not_after=None).source
'Le Courrier'
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from archive_search.sources.addresses import host_of, is_web_address
from archive_search.sources.formats.pages.declarations import Declarations, gather_declarations
from archive_search.sources.formats.pages.element_text import text_within
from archive_search.sources.formats.pages.linked_data import text_of, texts_of
from archive_search.sources.formats.pages.page_dates import PageDate, find_page_date
from archive_search.sources.formats.pages.titles import choose_title, site_in_title
from archive_search.sources.languages import language_code
from archive_search.sources.letters import letters_of, plain_letters_of
from archive_search.sources.signatures.agencies import find_agency
from archive_search.sources.signatures.bylines import read_byline, split_authors
from archive_search.sources.signatures.person_names import is_person_name

LONGEST_NAME = 100
LONGEST_SECTION = 60
MOST_SIGNED = 200
MOST_TITLES = 3
MOST_AFTER_TITLE = 60
LONGEST_LINE = 500
LONGEST_MARKS = 500
_DOMAIN = re.compile(r"(?:www\.)?[\w.-]+\.[a-z]{2,6}", re.IGNORECASE)
_HOME = frozenset(
    ["accueil", "home", "à la une", "a la une", "une", "actualité", "actualités", "actu", "news", "toute l'actualité"]
)
_LABEL = re.compile(
    r"^(?:(?:propos\s+)?recueillis?\s+par|par|textes?\s+(?:de|par)|publiée?\s+par|written by|by)\s*:?\s+", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:^|[\s_-])(?:auth?ors?|auteure?s?|byline|signature|journaliste)(?:$|[\s_-])", re.IGNORECASE)
_SLUG = re.compile(r"^/+|/+$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Hold what is known of the article of a page; the attributes are those of `Article`."""

    title: str | None
    date: PageDate | None
    source: str | None
    agency: str | None
    section: str | None
    authors: tuple[str, ...]
    language: str | None
    url: str | None
    rights: str | None
    keywords: tuple[str, ...]
    standfirst: str
    text: str
    says_article: bool


def settle_facts(tree: Any, *, url: str | None, not_after: Date | None) -> Facts:  # lxml ships no types
    """Settle what is known of the article of a page before anything is taken out of it.

    Args:
        tree: The page.
        url: Address from which it was saved, when known.
        not_after: Day on which its file existed already, when known.
    """
    declared = gather_declarations(tree)
    address = _address(tree, declared, url=url)
    source = _source(declared, url=address)
    sites = [site for site in (source, *_sites(declared), host_of(address)) if site]
    title = choose_title(declared, sites=sites)
    signatures = _signatures(tree, declared, title=title)
    date = find_page_date(tree, declared, title=title, url=address, not_after=not_after)
    return Facts(
        title=title,
        date=date,
        source=_printed_source(declared, source, title=title, host=host_of(address)),
        agency=find_agency(" ; ".join(signatures)),
        section=_section(declared),
        authors=_authors(signatures, sites=sites),
        language=_language(declared),
        url=address,
        rights=_rights(declared),
        keywords=tuple(_keywords(declared)),
        standfirst=_standfirst(declared),
        text=text_of_body(declared),
        says_article=bool(declared.article)
        or bool(declared.first("article:published_time"))
        or _type(declared) == "article",
    )


def _type(declared: Declarations) -> str:
    return declared.first("og:type").lower()


def text_of_body(declared: Declarations) -> str:
    """Give the text of the article that JSON-LD holds; its ends of line, where it has any, are kept."""
    body = declared.article.get("articleBody")
    return body if isinstance(body, str) else ""


def _address(tree: Any, declared: Declarations, *, url: str | None) -> str | None:
    stated = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    stated += [declared.first("og:url"), text_of(declared.article.get("url")), _id_of(declared.article)]
    bases = [base.get("href") or "" for base in tree.iter("base")]
    whole = [address for link in stated if link and (address := _join(url or next(iter(bases), ""), link))]
    # A page that names the home page as its address says nothing.
    exact = [address for address in whole if urlsplit(address).path.strip("/")]
    return next(iter(exact), url or next(iter(whole), None))


def _join(base: str, link: str) -> str | None:
    try:
        address = urljoin(base, link.strip())
    except ValueError:
        return None
    return address if is_web_address(address) else None


def _id_of(article: Any) -> str:
    page = article.get("mainEntityOfPage")
    return str(page.get("@id") or "") if isinstance(page, dict) else text_of(page)


def _sites(declared: Declarations) -> list[str]:
    names = (declared.first("og:site_name"), text_of(declared.article.get("publisher")))
    more = (declared.first("application-name"), declared.first("apple-mobile-web-app-title"))
    return [name for name in (*names, *more) if name and len(name) <= LONGEST_NAME]


def _source(declared: Declarations, *, url: str | None) -> str | None:
    """Give the name of the site; the bare name of its domain only when there is no other."""
    names = _sites(declared)
    proper = [name for name in names if _DOMAIN.fullmatch(name) is None or not name.islower()]
    name = next(iter(proper or names), "").removeprefix("www.")
    # « LECOURRIER » is how a logo writes « Le Courrier ».
    printed = (
        other for other in names if " " in other and letters_of(other) == letters_of(name) and not other.isupper()
    )
    return next(printed, name) or host_of(url)


def _printed_source(declared: Declarations, source: str | None, *, title: str | None, host: str | None) -> str | None:
    """Give the source, as the window's title prints it where nothing but the address names it."""
    printed = site_in_title(declared.title_tag, title=title) if source in (None, host) else None
    is_named = printed is not None and (host is None or plain_letters_of(printed) in plain_letters_of(host))
    return printed if is_named else source


def _section(declared: Declarations) -> str | None:
    stated = [*declared.stated("articleSection"), declared.first("article:section", "og:article:section", "section")]
    way = [name for name in declared.breadcrumb if name.strip().lower() not in _HOME and len(name) <= LONGEST_SECTION]
    names = [name for value in stated if (name := _SLUG.sub("", value)) and len(name) <= LONGEST_SECTION]
    if names:
        name = names[0]
        # « meteo » is the address of a section that another place calls « Météo ».
        return next((other for other in way if name.islower() and letters_of(other) == letters_of(name)), name)
    titles = {letters_of(title) for title in declared.headlines}
    return next((name for name in way if letters_of(name) not in titles), None)


def _signatures(tree: Any, declared: Declarations, *, title: str | None) -> list[str]:
    names = texts_of(declared.article.get("author"))
    for meta in (
        "author",
        "article:author",
        "og:article:author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "sailthru.author",
    ):
        names = names or [value for value in declared.metas.get(meta, ()) if "://" not in value]
    return [name for name in names or _printed_signatures(tree, title=title) if len(name) <= 4 * LONGEST_NAME]


def _printed_signatures(tree: Any, *, title: str | None) -> list[str]:
    """Read the signatures beside the title: by what their elements are called, or else by their « Par »."""
    signed = (text_within(element) for element in tree.iterfind(".//*[@class]") if _is_signed(element))
    named = next((text for text in islice(signed, MOST_SIGNED) if _is_signature(text)), None)
    titles = islice(_headings(tree, title=title), MOST_TITLES)
    lines = (element.text or "" for title in titles for element in islice(_following(title), MOST_AFTER_TITLE))
    after = (part for line in lines for part in line[:LONGEST_LINE].split("|"))
    said = (text for text in after if len(text) <= LONGEST_NAME and _LABEL.match(text.strip()) and _is_signature(text))
    return [text] if (text := named or next(said, None)) else []


def _headings(tree: Any, *, title: str | None) -> Iterator[Any]:
    """Give the main headings; those of old pages are smaller ones, with the words of the title."""
    yield from tree.iter("h1")
    wanted = letters_of(title or "")
    smaller = islice(tree.iter("h2", "h3"), MOST_SIGNED)
    yield from (element for element in smaller if wanted and letters_of(text_within(element)) == wanted)


def _is_signed(element: Any) -> bool:
    marks = (element.get("class") or "")[:LONGEST_MARKS]
    return _SIGNED.search(marks) is not None or "author" in (element.get("itemprop"), element.get("rel"))


def _is_signature(text: str) -> bool:
    text = text.strip()
    is_name = is_person_name(_LABEL.sub("", text))
    return 0 < len(text) <= LONGEST_NAME and (is_name or read_byline(text) is not None)


def _following(element: Any) -> Iterator[Any]:
    from lxml.etree import XPath

    yield from XPath(f"following::*[position() <= {MOST_AFTER_TITLE}]")(element)


def _authors(signatures: Sequence[str], *, sites: Sequence[str]) -> tuple[str, ...]:
    # Unsigned articles are often signed by the site itself, alone or with an agency.
    own = {letters_of(site) for site in sites}
    names = [name for signature in signatures for name in split_authors(_LABEL.sub("", signature).rstrip(" ."))]
    return tuple(dict.fromkeys(name for name in names if letters_of(name) not in own and not _is_shared(name, own)))


def _is_shared(name: str, own: set[str]) -> bool:
    return find_agency(name) is not None and any(site in letters_of(name) for site in own)


def _language(declared: Declarations) -> str | None:
    stated = (declared.language, text_of(declared.article.get("inLanguage")))
    metas = (declared.first("content-language"), declared.first("og:locale", "language", "dc.language"))
    return next((code for value in (*stated, *metas) if (code := language_code(value)) is not None), None)


def _rights(declared: Declarations) -> str | None:
    stated = text_of(declared.article.get("copyrightNotice"))
    return (
        stated or declared.first("copyright", "rights", "dc.rights", "dcterms.rights", "dcterms.rightsholder") or None
    )


def _keywords(declared: Declarations) -> Iterator[str]:
    values = declared.stated("keywords")
    for meta in ("news_keywords", "article:tag", "og:article:tag", "keywords"):
        values = values or list(declared.metas.get(meta, ()))
    for value in values:
        yield from (keyword for part in re.split(r"[,;]", value) if (keyword := part.strip()))


def _standfirst(declared: Declarations) -> str:
    stated = text_of(declared.article.get("description"))
    return stated or declared.first("og:description", "description", "twitter:description", "dc.description")
