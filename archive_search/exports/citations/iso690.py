"""Write the reference of an article as the norm ISO 690 has it in French, for people.

What is not known is left out; a day that was deduced stands in brackets, as does [s. d.] where there is none.

>>> from datetime import date
>>> from archive_search.exports.citations.iso690 import cite_as_html, cite_as_text
>>> from archive_search.records import Article
>>> article = Article(id="a1", paragraphs=(), title="La digue cède", date=date(2017, 3, 2), source="Le Phare",
...     authors=("Jeanne Dupont",), page="3")
>>> cite_as_text(article).replace("\u00a0", " ")
'DUPONT, Jeanne. « La digue cède ». Le Phare. 2 mars 2017, p. 3.'
>>> cite_as_html(article).replace("\u00a0", " ")
'DUPONT, Jeanne. « La digue cède ». <i>Le Phare</i>. 2 mars 2017, p. 3.'
"""

import re
from collections.abc import Sequence
from datetime import date as Date
from html import escape
from typing import NamedTuple

from archive_search.exports.citations.author_names import AuthorName, split_authors
from archive_search.exports.french_dates import spell_day
from archive_search.exports.plain_text import flatten
from archive_search.exports.web_addresses import web_address
from archive_search.records import Article

_OPENING = re.compile("«[ \u00a0\u202f]*")
# From the first of some blanks on: tried from each, a long row of them would take quadratic time.
_CLOSING = re.compile("(?<![ \u00a0\u202f])[ \u00a0\u202f]*+»")
_LONGEST_AGENCY = 100
_ONLINE = " [en ligne]"


class ReferencePart(NamedTuple):
    """Hold a piece of a reference that is printed in one way.

    Attributes:
        text: What is printed.
        is_title: Whether it is the title of a publication, which is printed in italics.
        address: Where a link leads; None for what is no link.
    """

    text: str
    is_title: bool = False
    address: str | None = None


def cite_as_text(article: Article, *, consulted: Date | None = None) -> str:
    """Write the reference as plain text.

    Args:
        article: What is cited.
        consulted: Day on which its page was read on the web, where that is to be told.
    """
    return "".join(part.text for part in list_parts(article, consulted=consulted))


def cite_as_html(article: Article, *, consulted: Date | None = None) -> str:
    """Write the reference as HTML, every text escaped; only addresses of the web become links.

    Args:
        article: What is cited.
        consulted: As for `cite_as_text`.
    """
    return parts_as_html(list_parts(article, consulted=consulted))


def parts_as_html(parts: Sequence[ReferencePart]) -> str:
    """Write the pieces of a reference as `cite_as_html` does."""
    return "".join(map(_as_html, parts))


def _as_html(part: ReferencePart) -> str:
    text = escape(part.text)
    if part.address is not None:
        return f'<a href="{escape(part.address)}" rel="noopener noreferrer">{text}</a>'
    return f"<i>{text}</i>" if part.is_title else text


def list_parts(article: Article, *, consulted: Date | None = None) -> tuple[ReferencePart, ...]:
    """Give the reference in pieces, for other kinds of documents.

    Args:
        article: What is cited.
        consulted: As for `cite_as_text`.
    """
    url = flatten(article.url or "")
    opening = f"{_authors(article.authors)}{_title(article)}"
    parts = [ReferencePart(opening), *_publication(article, is_online=bool(url)), ReferencePart(_issue(article))]
    if url and consulted is not None:
        parts.append(ReferencePart(f" [Consulté le {spell_day(consulted)}]."))
    if url:
        parts += [ReferencePart(" Disponible à l'adresse\u00a0: "), ReferencePart(url, address=web_address(url))]
    return tuple(parts)


def _authors(names: Sequence[str]) -> str:
    *others, last = list(map(_listed, split_authors(names))) or [""]
    listed = f"{', '.join(others)} et {last}" if others else last
    return listed and f"{listed.removesuffix('.')}. "


def _listed(author: AuthorName) -> str:
    family = author.whole_family
    return f"{family.upper()}, {author.whole_given}" if author.given else family


def _title(article: Article) -> str:
    if article.title is None:
        # A title made up by who cites stands in brackets.
        return f"[{flatten(article.heading).removesuffix('.') or 'sans titre'}]"
    inner = _CLOSING.sub("”", _OPENING.sub("“", flatten(article.title)))
    return f"«\u00a0{inner}\u00a0»"


def _publication(article: Article, *, is_online: bool) -> list[ReferencePart]:
    online = _ONLINE if is_online else ""
    source = flatten(article.source or "")
    if not source:
        return [ReferencePart(f"{online}. ")]
    return [ReferencePart(". "), ReferencePart(source, is_title=True), ReferencePart(f"{online}. ")]


def _issue(article: Article) -> str:
    """Say who made it known, when, and on which page."""
    page = f"p.\u00a0{flatten(article.page)}" if article.page else ""
    facts = [_agency(article), _day(article), page]
    return ", ".join(filter(None, facts)) + "."


def _agency(article: Article) -> str:
    """Name the agency, unless the name of the publication does."""
    agency, source = flatten(article.agency or ""), flatten(article.source or "")
    return "" if _is_named_in(agency, source) else agency


def _is_named_in(name: str, text: str) -> bool:
    # Longer ones are no names; looking for them would take long too.
    if len(name) > _LONGEST_AGENCY:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _day(article: Article) -> str:
    if article.date is None:
        return "[s. d.]"
    day = spell_day(article.date)
    return f"[{day}]" if article.date_reason else day
