"""Dispatches for these tests, made of numbered paragraphs that have no five words in common."""

from collections.abc import Iterable

from archive_search.records import Article, Kind, Paragraph


def passage(number: int) -> str:
    """Write a paragraph of 17 words, every five of which hold the number."""
    return (
        f"La commune {number} inaugure son pont {number} devant ses {number} habitants et invite {number} élus "
        f"du canton"
    )


def make_dispatch(article_id: str, numbers: Iterable[int], **properties: object) -> Article:
    """Write a dispatch of numbered paragraphs."""
    texts = enumerate((passage(number) for number in numbers), 1)
    paragraphs = tuple(Paragraph(number=rank, kind=Kind.BODY, text=text) for rank, text in texts)
    return Article(id=article_id, paragraphs=paragraphs, **properties)  # type: ignore[arg-type]
