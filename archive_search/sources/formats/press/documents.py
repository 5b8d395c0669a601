"""Read the documents of an export one by one: one that cannot be understood is a failure, the others are read.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.drafts import Draft
>>> from archive_search.sources.formats.press.documents import read_documents
>>> drafts = read_documents(["?"], read=lambda document: None, origin=Origin(path="a.html", name="a.html"))
>>> next(drafts).reason
"document 1 : aucun texte d'article, ouvrez-le dans la base de presse"
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.html.markup_lines import MarkedLine, join_broken_lines
from archive_search.sources.html.parsing import MarkupError
from archive_search.sources.passages.captions import is_credit
from archive_search.sources.passages.headings import is_paragraph_like, mark_headings
from archive_search.sources.passages.junk import junk_rule
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.bylines import read_byline

NO_TEXT = "document {number} : aucun texte d'article, ouvrez-le dans la base de presse"
BROKEN = "document {number} : balises trop emboîtées ou illisibles, réexportez-le"

# Bold lines as long as a paragraph, above a text that is not bold, are a standfirst.
SHORTEST_LEAD = 60

_WITHOUT_SENSE = re.compile(r"\[Additional Text\]\s?:?", re.IGNORECASE)


def cut_documents(text: str, *, opening: re.Pattern[str]) -> Iterator[str]:
    """Cut an export before each opening of a document; what stands before the first is left out."""
    start: int | None = None
    for found in opening.finditer(text):
        if start is not None:
            yield text[start : found.start()]
        start = found.start()
    if start is not None:
        yield text[start:]


def read_documents(
    documents: Iterable[str], *, read: Callable[[str], Draft | None], origin: Origin
) -> Iterator[Article | Failure]:
    """Give the article of each document, or a failure that says its number.

    Args:
        documents: Each document as the export has it.
        read: Gives what a document states, or None when it has no text.
        origin: The export.
    """
    for number, document in enumerate(documents, 1):
        try:
            draft = read(document)
        except MarkupError:
            yield Failure(path=origin.path, reason=BROKEN.format(number=number))
            continue
        article = finish_draft(draft, number=number, origin=origin) if draft is not None else None
        yield article or Failure(path=origin.path, reason=NO_TEXT.format(number=number))


def passages_of_lines(lines: Sequence[MarkedLine]) -> list[Passage]:
    """Give the passages of the text of a document: standfirst, headings, paragraphs."""
    joined = [line for line in join_broken_lines(lines) if not _WITHOUT_SENSE.fullmatch(line.text)]
    passages = [Passage(text=line.text) for line in joined]
    if len(joined) > 1 and joined[0].is_bold and not joined[1].is_bold and _is_standfirst(joined[0].text):
        passages[0] = Passage(text=joined[0].text, kind=Kind.LEAD)
    marked = mark_headings(passages)
    return [before if _is_no_heading(after) else after for before, after in zip(passages, marked, strict=True)]


def _is_no_heading(passage: Passage) -> bool:
    """Tell whether what is as short as a heading is a credit, a signature or junk, which cleaning knows better."""
    if passage.kind is not Kind.HEADING:
        return False
    text = passage.text
    return is_credit(text) or read_byline(text) is not None or junk_rule(text, at_edge=True) is not None


def _is_standfirst(text: str) -> bool:
    return len(text) >= SHORTEST_LEAD and is_paragraph_like(text)
