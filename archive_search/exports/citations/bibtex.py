"""Write the reference of an article as an entry of BibTeX, for JabRef, Zotero and LaTeX.

>>> from datetime import date
>>> from archive_search.exports.citations.bibtex import cite_as_bibtex
>>> from archive_search.records import Article
>>> print(cite_as_bibtex(Article(id="a1", paragraphs=(), title="La digue de Brévan", date=date(2017, 3, 2),
...     source="Le Phare", authors=("Jeanne Dupont",)), key="dupont2017"))
@article{dupont2017,
  author = {Dupont, Jeanne},
  title = {La digue de {Brévan}},
  journal = {Le Phare},
  year = {2017},
  month = mar,
  day = {2},
}
<BLANKLINE>
"""

from collections.abc import Iterator

from archive_search.exports.citations.author_names import AuthorName, split_authors
from archive_search.exports.citations.keys import KeyMaker
from archive_search.exports.citations.latex import escape_latex, protect_capitals
from archive_search.exports.citations.remarks import remark_on
from archive_search.exports.plain_text import flatten
from archive_search.exports.web_addresses import web_address
from archive_search.records import Article

# Names that every style of BibTeX knows, and prints in its own language.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def cite_as_bibtex(article: Article, *, key: str | None = None) -> str:
    """Write one entry, its line end included.

    Args:
        article: What is cited.
        key: Key of the entry, unlike any other of its file; None makes the one that the article has in every file.
    """
    fields = dict(_fields(article))
    kind = "article" if "journal" in fields else "misc"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{key or KeyMaker().make(article)},\n{lines}}}\n"


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the names and values of what is known, values in braces."""
    authors = " and ".join(map(_author, split_authors(article.authors)))
    if authors:
        yield "author", f"{{{authors}}}"
    title = protect_capitals(flatten(article.heading))
    if title:
        yield "title", f"{{{title}}}"
    yield from _texts(journal=article.source)
    yield from _day(article)
    yield from _texts(pages=article.page, publisher=article.agency, language=article.language)
    yield from _texts(keywords=", ".join(map(_keyword, article.keywords)), note=remark_on(article))
    url = web_address(article.url)
    if url is not None:
        # Programs read this field as it stands; an address of the web has no brace and no backslash here.
        yield "url", f"{{{url}}}"


def _texts(**texts: str | None) -> Iterator[tuple[str, str]]:
    return ((name, f"{{{escape_latex(flat)}}}") for name, text in texts.items() if (flat := flatten(text or "")))


def _day(article: Article) -> Iterator[tuple[str, str]]:
    if article.date is not None:
        yield "year", f"{{{article.date.year}}}"
        yield "month", _MONTHS[article.date.month - 1]
        yield "day", f"{{{article.date.day}}}"


def _author(name: AuthorName) -> str:
    if not name.given:
        # In braces BibTeX looks for no parts, not even for "and".
        return f"{{{escape_latex(name.family)}}}"
    glue = "" if name.particle.endswith(("'", "’")) else " "
    family = f"{name.particle}{glue}{name.whole_family}" if name.particle else name.whole_family
    return f"{escape_latex(family)}, {escape_latex(name.given)}"


def _keyword(text: str) -> str:
    # Commas stand between keywords, and nothing protects one inside.
    return flatten(text).replace(", ", " - ").replace(",", "-")
