"""Gather what the articles of an issue share: its publication, its day, its number, and those of its pages.

>>> from archive_search.sources.formats.scans.mets_issue import join_numbers
>>> join_numbers(["3", "4", "5"]), join_numbers(["1", "4"])
('3-5', '1, 4')
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date

from archive_search.sources.days.file_days import read_file_day
from archive_search.sources.formats.scans.mets_document import Division, Document
from archive_search.sources.formats.scans.mets_items import Item
from archive_search.sources.formats.scans.mets_records import Record

SHORTEST_OBJECT_ID = 6

# Pages without number are marked so by those who scan them.
_NO_NUMBER = frozenset({"np", "n.p.", "[n.p.]", "non paginé", "non paginée", "0"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """Hold what the articles of an issue share.

    Attributes:
        id: Id of the issue, where it is a real one.
        source: Publication.
        date: Day of publication.
        date_reason: Why it was deduced.
        number: Number of the issue.
        language: Language.
        rights: Notice of rights.
    """

    id: str | None
    source: str | None
    date: Date | None
    date_reason: str | None
    number: str | None
    language: str | None
    rights: str | None


def describe_issue(document: Document, items: Sequence[Item], *, name: str) -> Issue:
    """Gather what the records about an issue state, those about its articles left out.

    Args:
        document: Its METS file.
        items: Its articles.
        name: Name of the file, for the day that it may tell.
    """
    wide = list(_records_of_issue(document, items))
    narrow = wide[::-1]
    stated = next((record.date for record in narrow if record.date is not None), None)
    named = read_file_day(name) if stated is None else None
    return Issue(
        id=document.object_id if _is_real_id(document.object_id) else None,
        source=_first([*(record.host for record in narrow), *(record.title for record in wide)]),
        date=named.date if named is not None else stated,
        date_reason=named.reason if named is not None else None,
        number=_first(record.number for record in narrow),
        language=_first(record.language for record in narrow),
        rights=_first(record.rights for record in wide),
    )


def number_pages(physical: Division | None) -> dict[str, str]:
    """Give the number of the page that each file is, as the structure of pages states it."""
    numbers: dict[str, str] = {}
    for file, number in _numbered(physical, None) if physical is not None else ():
        numbers.setdefault(file, number)
    return numbers


def _numbered(division: Division, around: str | None) -> Iterator[tuple[str, str]]:
    label = division.order_label
    own = division.order if label is None or label.casefold() in _NO_NUMBER else label
    # The places of a page have numbers of their own.
    number = around if division.type == "pagearea" and around is not None else own or around
    for area in division.areas:
        if number is not None:
            yield area.file, number
    for inner in division.inner:
        yield from _numbered(inner, number)


def join_numbers(numbers: Sequence[str]) -> str | None:
    """Write the numbers of pages on one line; None when there is none."""
    if not numbers:
        return None
    if len(numbers) > 1 and all(number.isdecimal() for number in numbers):
        first = int(numbers[0])
        if [int(number) for number in numbers] == list(range(first, first + len(numbers))):
            return f"{numbers[0]}-{numbers[-1]}"
    return ", ".join(numbers)


def _records_of_issue(document: Document, items: Sequence[Item]) -> Iterator[Record]:
    """Give the records about the publication and the issue, the widest first."""
    around, of_articles = _split_records(document.logical, items)
    pages = document.physical.walk() if document.physical is not None else ()
    of_pages = {id_ for division in pages if division.areas for id_ in division.records}
    others = document.records.keys() - of_articles - of_pages - set(around)
    unused = [id_ for id_ in document.records if id_ in others]
    for id_ in dict.fromkeys([*unused, *around]):
        if id_ in document.records and id_ not in of_articles:
            yield document.records[id_]


def _split_records(logical: Division | None, items: Sequence[Item]) -> tuple[list[str], set[str]]:
    """Give the ids of the records about what is around articles, the widest first, and of those about articles."""
    articles = {id(item.division) for item in items}
    around: list[str] = []
    of_articles: set[str] = set()
    stack = [(logical, False)] if logical is not None else []
    while stack:
        division, is_inside = stack.pop()
        is_inside = is_inside or id(division) in articles
        if is_inside:
            of_articles.update(division.records)
        else:
            around += division.records
        stack += [(inner, is_inside) for inner in reversed(division.inner)]
    return around, of_articles


def _is_real_id(id_: str | None) -> bool:
    """Tell an id from what a program writes in every file."""
    return id_ is not None and len(id_) >= SHORTEST_OBJECT_ID and any(map(str.isdecimal, id_))


def _first(texts: Iterable[str | None]) -> str | None:
    return next((text for text in texts if text), None)
