"""Read the items of a file of news one after the other; what has no text is told from what cannot be read.

>>> from archive_search.sources.formats.news.items import PICTURES, skip
>>> skip(PICTURES).reason
'photo, vidéo ou infographie sans article'
"""

from collections.abc import Callable, Collection, Iterator
from typing import BinaryIO, TypeAlias

from archive_search.records import Failure, Skipped
from archive_search.sources.assembling import NO_TEXT
from archive_search.sources.drafts import Draft, finish_flash
from archive_search.sources.formats.news.drafts import tidy_draft
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, XmlError, iterate_elements

PICTURES = "photo, vidéo ou infographie sans article"

FoundItem: TypeAlias = Draft | Skipped
"""What an item gives: the draft of an article, or why there is none; the path is filled in later."""


def skip(reason: str) -> Skipped:
    """Say why an item gives no article, for a reader that does not know the file."""
    return Skipped(path="", reason=reason)


def read_items(
    stream: BinaryIO,
    reading: Reading,
    *,
    names: Collection[str],
    read_item: Callable[[Element], Iterator[FoundItem]],
) -> Iterator[Found]:
    """Read each element of some names as an item.

    Args:
        stream: The file.
        reading: What the reader of the format was given.
        names: Local names of the elements.
        read_item: Gives the articles of one element; none for one that others need and that holds no article.

    Yields:
        Articles and what was left aside, then a failure where the file cannot be read further or held no item.
    """
    path, number, found = reading.origin.path, 0, False
    try:
        for element in iterate_elements(stream, names=names):
            for item in read_item(element):
                found = True
                number += isinstance(item, Draft)
                yield _finish(item, number=number, reading=reading)
    except XmlError as error:
        yield Failure(path=path, reason=str(error), line=error.line)
        return
    if not found:
        yield Failure(path=path, reason=NO_TEXT)


def _finish(item: FoundItem, *, number: int, reading: Reading) -> Found:
    origin = reading.origin
    if isinstance(item, Skipped):
        return Skipped(path=origin.path, reason=item.reason)
    article = finish_flash(tidy_draft(item), number=number, origin=origin)
    return article or Failure(path=origin.path, reason=NO_TEXT)
