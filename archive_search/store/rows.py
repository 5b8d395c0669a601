"""Turn articles into rows of table ``articles`` and back."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date as Date
from typing import Any, TypeAlias

from archive_search.records import Article
from archive_search.store.texts import decode_texts

COLUMNS = (
    "id_derived, id, title, date, date_reason, time, source, agency, section, authors, language, url, page, rights,"
    " keywords, identifiers, path"
)
DIGEST_BYTES = 16
NO_VALUES = "[]"

# In the order of the columns: whether the id is derived, then text or None.
Row: TypeAlias = tuple[Any, ...]


def row_of(article: Article) -> Row:
    """Give the values of the columns of an article."""
    return (
        int(article.id_derived),
        article.id,
        article.title,
        article.date.isoformat() if article.date else None,
        article.date_reason,
        article.time,
        article.source,
        article.agency,
        article.section,
        _as_list(article.authors),
        article.language,
        article.url,
        article.page,
        article.rights,
        _as_list(article.keywords),
        _as_list(article.identifiers),
        article.path,
    )


def digest_of(row: Row, texts: bytes) -> bytes:
    """Summarise an article by its columns, id and path left out, and by its texts as `encode_texts` writes them."""
    id_derived, _id, *values, _path = row
    # Lengths keep the values apart, whatever is in them.
    parts = ["-" if value is None else f"{len(value)}:{value}" for value in values]
    digest = hashlib.blake2b(f"{id_derived}{''.join(parts)}\n".encode(), digest_size=DIGEST_BYTES)
    digest.update(texts)
    return digest.digest()


def article_of(values: Sequence[Any], texts: bytes) -> Article:
    """Make an article of the values of its columns and the bytes of its texts.

    Raises:
        ValueError: They are those of no article.
        TypeError: As above.
    """
    id_derived, article_id, title, date, date_reason, *plain = _checked(values)
    time, source, agency, section, authors, language, url, page, rights, keywords, identifiers, path = plain
    paragraphs, removed = decode_texts(texts)
    return Article(
        id=article_id,
        id_derived=bool(id_derived),
        title=title,
        date=Date.fromisoformat(date) if date else None,
        date_reason=date_reason,
        time=time,
        source=source,
        agency=agency,
        section=section,
        authors=list_in(authors),
        language=language,
        url=url,
        page=page,
        rights=rights,
        keywords=list_in(keywords),
        identifiers=list_in(identifiers),
        path=path,
        paragraphs=paragraphs,
        removed=removed,
    )


def _checked(values: Sequence[Any]) -> Sequence[Any]:
    """Check that all values but the first are text: SQLite does not, and a damaged file may hold anything."""
    if not all(value is None or isinstance(value, str) for value in values[1:]):
        raise TypeError(values)
    return values


def list_in(stored: str) -> tuple[str, ...]:
    """Read a column that holds a list of texts, such as the authors.

    Raises:
        ValueError: It is no list.
        TypeError: As above.
    """
    if stored == NO_VALUES:
        return ()
    try:
        values = tuple(json.loads(stored))
    except RecursionError as error:
        raise ValueError(stored[:80]) from error
    if not all(isinstance(value, str) for value in values):
        raise TypeError(values)
    return values


def _as_list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else NO_VALUES
