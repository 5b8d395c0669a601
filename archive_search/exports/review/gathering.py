"""Keep the articles of a review while its contents, which stand before them, become known.

What is kept is on disk, but for a line of contents and a reference an article.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date as Date
from tempfile import TemporaryFile
from typing import NamedTuple, TextIO

from archive_search.exports.exported import ExportedArticle
from archive_search.exports.french_dates import spell_period
from archive_search.exports.review.setting import SetArticle, set_article

_BLOCK = 1 << 16


class Entry(NamedTuple):
    """Hold what the contents and the list of references say of an article.

    Attributes:
        number: Place of the article in the review, from 1.
        heading: Its title, on one line.
        publication: Where it was published.
        day: Day of publication.
        reference: Its reference, as it is written in the document.
    """

    number: int
    heading: str
    publication: str
    day: str
    reference: str


@dataclass(kw_only=True, slots=True)
class Gathered:
    """Hold the articles of a review, written and waiting.

    Attributes:
        body: Their texts, as they are written in the document, one after the other.
        entries: What is said of each elsewhere.
        first: First day of publication; None where no article has a date.
        last: Last day.
    """

    body: TextIO
    entries: list[Entry] = field(default_factory=list)
    first: Date | None = None
    last: Date | None = None

    @property
    def period(self) -> str:
        """Days of publication, in French; empty where no article has a date."""
        return spell_period(self.first, self.last) if self.first and self.last else ""

    def read_body(self) -> Iterator[str]:
        """Yield the articles as they were written, block by block."""
        self.body.seek(0)
        return iter(lambda: self.body.read(_BLOCK), "")

    def note_day(self, day: Date | None) -> None:
        """Widen the days of publication to one more."""
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


@contextmanager
def gather(
    articles: Iterable[ExportedArticle],
    *,
    write_article: Callable[[SetArticle], str],
    write_reference: Callable[[SetArticle], str],
) -> Iterator[Gathered]:
    """Write the articles of a review one by one, and hold them until the review is written.

    Args:
        articles: The articles, in order.
        write_article: Writes one as the document has it.
        write_reference: Writes the reference of one.

    Raises:
        OSError: The disk has no room.
    """
    # As stored, line ends included; a half of a pair of surrogates, which no archive holds, must not end the run.
    with TemporaryFile("w+", encoding="utf-8", errors="replace", newline="") as body:
        gathered = Gathered(body=body)
        for number, exported in enumerate(articles, start=1):
            shown = set_article(exported, number=number)
            body.write(write_article(shown))
            reference = write_reference(shown)
            gathered.entries.append(Entry(number, shown.heading, shown.publication, shown.day, reference))
            gathered.note_day(exported.article.date)
        yield gathered
