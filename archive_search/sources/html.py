"""Read the article of a saved web page.

The page is reduced to its main text by trafilatura; what it leaves out is not kept.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.html import read_html
>>> article = "<article><h1>La paix</h1>" + "<p>Les deux camps ont signé la paix.</p>" * 5 + "</article>"
>>> next(read_html(f"<html><body>{article}</body></html>", origin=Origin(path="a.html", name="a.html"))).title
'La paix'
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive_search.records import Article, Failure, Kind
from archive_search.sources.agencies import find_agency
from archive_search.sources.assembling import Origin, number_passages
from archive_search.sources.captions import mark_captions
from archive_search.sources.cleaning import mark_bylines, mark_removed
from archive_search.sources.datelines import read_dateline
from archive_search.sources.dates import read_date
from archive_search.sources.languages import language_code
from archive_search.sources.page_dates import reason_of_date, stated_moments, time_of_date
from archive_search.sources.page_passages import read_passages
from archive_search.sources.signatures import read_final_parenthesis, split_authors

LARGEST_PAGE = 1 << 25

# trafilatura's time grows with the square of the number of elements; a saved article has a few thousand.
MOST_TAGS = 60_000
TOO_MANY_TAGS = "page de plus de 60 000 balises : copiez ses articles dans des fichiers texte"
NO_MAIN_TEXT = "aucun texte d'article dans cette page : copiez l'article dans un fichier texte"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """Hold what trafilatura found in a page; the types are its own."""

    document: Any
    moments: Sequence[str]
    language: str | None


def read_html(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the article of a page that was decoded by `decode_html`."""
    if text.count("<") > MOST_TAGS:
        yield Failure(path=origin.path, reason=TOO_MANY_TAGS)
        return
    page = _extract(text)
    article = _build_article(page, origin=origin) if page is not None else None
    yield article or Failure(path=origin.path, reason=NO_MAIN_TEXT)


def _extract(text: str) -> _Page | None:
    # Importing them takes longer than starting the command.
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types
    from trafilatura import bare_extraction, load_html

    try:
        tree = load_html(text)
        if tree is None:
            return None
        # trafilatura takes the tree apart: what it does not report is read first.
        moments, language = stated_moments(tree), language_code(tree.get("lang") or "")
        document = bare_extraction(tree, with_metadata=True, include_comments=False)
    # What a broken page can raise inside trafilatura and its date finder, which promise nothing.
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError):
        return None
    return None if document is None else _Page(document=document, moments=moments, language=language)


def _build_article(page: _Page, *, origin: Origin) -> Article | None:
    document = page.document
    passages = read_passages(document.body, title=document.title, description=document.description)
    passages = mark_captions(mark_bylines(mark_removed(passages)))
    paragraphs, removed = number_passages(passages)
    texts = [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.BODY]
    if not texts:
        return None
    date = read_date(document.date or "")
    dateline = read_dateline(texts[0])
    signature = document.author or ""
    return Article(
        id=origin.derive_id(1),
        id_derived=True,
        title=next((paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.TITLE), None),
        date=date,
        date_reason=reason_of_date(date, moments=page.moments, url=document.url) if date else None,
        time=time_of_date(date, moments=page.moments) if date else None,
        source=(document.sitename or document.hostname or "").removeprefix("www.") or None,
        agency=dateline.agency if dateline else find_agency(signature),
        section=next(iter(document.categories or ()), None),
        authors=_authors(signature, sitename=document.sitename) or read_final_parenthesis(texts[-1]),
        language=page.language,
        url=document.url,
        path=origin.path,
        paragraphs=paragraphs,
        removed=removed,
    )


def _authors(signature: str, *, sitename: str | None) -> tuple[str, ...]:
    # Unsigned articles are often signed by the site itself.
    site = (sitename or "").casefold()
    return tuple(author for author in split_authors(signature) if author.casefold() not in site)
