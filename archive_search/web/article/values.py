"""Work out what the template of an article's page prints, beside the article itself."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from babel import Locale

from archive_search.exports.web_addresses import web_address
from archive_search.records import Article
from archive_search.web.addresses import Addresses
from archive_search.web.article.citing import CitationFormat, cite
from archive_search.web.article.matches import Match
from archive_search.web.article.parameters import ShowParameters
from archive_search.web.article.reading import Reading
from archive_search.web.paging import choose_pages
from archive_search.web.parameters import SearchParameters

MOST_LISTED = 30
_LISTED_CHARACTERS = 200


class Citation(NamedTuple):
    """Hold the reference of the article in one form."""

    form: CitationFormat
    text: str


def page_values(
    reading: Reading, *, asked: SearchParameters, shown: ShowParameters, addresses: Addresses, language: str
) -> dict[str, Any]:
    """Give the values of the template ``article.html``.

    Args:
        reading: The article as it is read.
        asked: The search whose matches are marked.
        shown: How the article is shown.
        addresses: What writes addresses.
        language: Language of the page.
    """
    state = partial(_state, asked, shown)
    article = reading.article
    return {
        "reading": reading,
        "asked": asked,
        "shown": shown,
        "state": state,
        "address_of_match": lambda match: _address_of_match(reading, match, state(), addresses),
        "pager": choose_pages(reading.part, total=len(reading.parts), size=1),
        "references": [Citation(form, cite(article, form)) for form in CitationFormat],
        "listed": list_values,
        "link": web_address(article.url),
        "language": say_language(article.language, language),
        "text_language": language_code(article),
    }


def _state(asked: SearchParameters, shown: ShowParameters, **changes: Any) -> dict[str, Any]:
    return asked.marking() | shown.to_address(**changes)


def _address_of_match(reading: Reading, match: Match, state: dict[str, Any], addresses: Addresses) -> str:
    """Lead to the paragraph of a match: in this page, or in that of another part."""
    fragment = f"p{match.paragraph}"
    part = reading.part_of(match)
    if part == reading.part:
        return f"#{fragment}"
    return addresses.page("article", reading.article.id, fragment=fragment, **state | {"part": part})


def list_values(values: Sequence[str]) -> str:
    """Write the first of some values one after the other, long ones cut.

    >>> list_values(["Jeanne Dupont", "AFP"])
    'Jeanne Dupont, AFP'
    """
    written = [value if len(value) <= _LISTED_CHARACTERS else f"{value[:_LISTED_CHARACTERS]}…" for value in values]
    return ", ".join(written[:MOST_LISTED]) + (", …" if len(values) > MOST_LISTED else "")


def say_language(code: str | None, language: str) -> str:
    """Give the name of a language by its code; the code itself where it has none, nothing where it is not known.

    >>> say_language("de", "fr"), say_language("q", "fr"), say_language(None, "fr")
    ('allemand', 'q', '')
    """
    names = Locale(language).languages
    return names.get(code, code[:_LISTED_CHARACTERS]) if code else ""


def language_code(article: Article) -> str:
    """Give the code of the language of a text for browsers; French where it is not stated, or is no code."""
    code = article.language or ""
    return code if len(code) == 2 and code.isascii() and code.isalpha() else "fr"
