r"""Write the reference of an article as a record of RIS, for Zotero, EndNote, Mendeley and library catalogues.

>>> from datetime import date
>>> from archive_search.exports.citations.ris import cite_as_ris
>>> from archive_search.records import Article
>>> record = cite_as_ris(Article(id="a1", paragraphs=(), title="La digue", date=date(2017, 3, 2), source="Le Phare"))
>>> record.split("\r\n")[:5]
['TY  - NEWS', 'TI  - La digue', 'T2  - Le Phare', 'PY  - 2017', 'DA  - 2017/03/02/']
"""

import re
from collections.abc import Iterator

from archive_search.exports.citations.author_names import AuthorName, split_authors
from archive_search.exports.citations.remarks import remark_on
from archive_search.exports.plain_text import flatten
from archive_search.exports.web_addresses import web_address
from archive_search.records import Article

_PAGES = re.compile(r"(\w+) ?[-–] ?(\w+)")


def cite_as_ris(article: Article) -> str:
    """Write one record, ending with its last line and an empty one."""
    lines = ["TY  - NEWS", *(f"{tag}  - {flat}" for tag, text in _fields(article) if (flat := flatten(text or "")))]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - ", ""))


def _fields(article: Article) -> Iterator[tuple[str, str | None]]:
    """Yield tags and values; those without a value are not written."""
    yield from (("AU", _author(author)) for author in split_authors(article.authors))
    yield "TI", article.heading
    yield "T2", article.source
    if article.date is not None:
        # The day ends with a slash: what may follow it names a season.
        yield "PY", f"{article.date.year:04}"
        yield "DA", f"{article.date.year:04}/{article.date.month:02}/{article.date.day:02}/"
    yield from _pages(article.page)
    yield "SE", article.section
    yield "PB", article.agency
    yield from (("KW", keyword) for keyword in article.keywords)
    yield "LA", article.language
    yield "UR", web_address(article.url)
    yield from (("AN", identifier) for identifier in article.identifiers[:1])
    yield "N1", remark_on(article)
    yield "ID", article.id


def _author(author: AuthorName) -> str:
    # A comma parts the family name from given names, so none may stand in a name that is taken whole.
    if not author.given:
        return author.family.replace(",", " ")
    return f"{author.whole_family}, {author.whole_given}"


def _pages(page: str | None) -> Iterator[tuple[str, str | None]]:
    span = _PAGES.fullmatch(page.strip()) if page else None
    if span is None:
        yield "SP", page
    else:
        yield "SP", span[1]
        yield "EP", span[2]
